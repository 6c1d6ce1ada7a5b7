import { openSecret, sealSecret, type MasterKey } from '@potok/config';

export interface SecretsVault {
  open(sealed: Uint8Array): unknown;
  seal(secrets: unknown): Uint8Array;
}

/** Seals and opens the secrets of one connection: sealed under its name, they open for this connection alone. */
export const secretsVault = (keys: readonly MasterKey[], connectionId: string): SecretsVault => {
  const context = `connection:${connectionId}`;
  return {
    open: (sealed) => JSON.parse(new TextDecoder().decode(openSecret(sealed, keys, context))) as unknown,
    seal: (secrets) => sealSecret(new TextEncoder().encode(JSON.stringify(secrets)), keys, context),
  };
};
