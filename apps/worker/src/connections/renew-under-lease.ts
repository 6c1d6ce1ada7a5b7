import { setTimeout as sleep } from 'node:timers/promises';
import { NodeFault } from '@potok/contracts';
import type { RenewSecrets } from '@potok/node-sdk';
import type { ConnectionReader } from '@potok/persistence/engine';
import { newId } from '../services/new-id.js';
import type { SecretsVault } from './secrets-vault.js';

export interface RenewalParts {
  readonly rows: ConnectionReader;
  readonly vault: SecretsVault;
  readonly workspaceId: string;
  readonly connectionId: string;
}

const RENEWAL_MS = 60_000;
// Longer than a renewal may take: nobody else begins while its answer may still come.
const LEASE_MS = 75_000;
const WAIT_MS = 200;

/**
 * Renews a connection's secrets so that no two workers do it at once: a rotated refresh token serves one of them. The
 * others wait for the lease and find the secrets renewed. A worker that dies with it keeps the others waiting until it ends.
 */
export const renewUnderLease = async (
  parts: RenewalParts,
  renew: Parameters<RenewSecrets<unknown>>[0],
): Promise<unknown> => {
  const { rows, vault, workspaceId, connectionId } = parts;
  const holder = newId();
  const sealed = await waitForLease(parts, holder);
  try {
    const stored = vault.open(sealed);
    const renewed = await renew(stored, AbortSignal.timeout(RENEWAL_MS));
    if (renewed !== stored)
      await rows.saveRenewed(workspaceId, connectionId, { of: sealed, sealed: vault.seal(renewed) });
    return renewed;
  } finally {
    await rows.endRenewal(workspaceId, connectionId, holder);
  }
};

const waitForLease = async (parts: RenewalParts, holder: string): Promise<Uint8Array> => {
  const { rows, workspaceId, connectionId } = parts;
  for (let waitedMs = 0; waitedMs <= LEASE_MS + RENEWAL_MS; waitedMs += WAIT_MS) {
    const found = await rows.leaseRenewal(workspaceId, connectionId, { holder, leaseMs: LEASE_MS });
    if (found === undefined) throw new NodeFault('invalid', 'CONNECTION_NOT_FOUND', { facts: { connectionId } });
    if (found.isLeased) return found.secrets_sealed;
    await sleep(WAIT_MS);
  }
  throw new NodeFault('unavailable', 'CONNECTION_UNAVAILABLE', { facts: { connectionId } });
};
