import { openSecret, sealSecret, type MasterKey } from '@potok/config';

const contextOf = (thumbprint: string) => `software-key:${thumbprint}`;

/** Seals a signer's private key; it opens only for the certificate with this thumbprint. */
export const sealKey = (privateKey: Uint8Array, keys: readonly MasterKey[], thumbprint: string): Uint8Array =>
  sealSecret(privateKey, keys, contextOf(thumbprint));

/** The other way. Throws EnvelopeBroken as openSecret does. */
export const openKey = (sealed: Uint8Array, keys: readonly MasterKey[], thumbprint: string): Uint8Array =>
  openSecret(sealed, keys, contextOf(thumbprint));
