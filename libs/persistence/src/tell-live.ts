import { CHANNELS } from '@potok/contracts/names';
import type { EntityManager } from 'typeorm';

/** Tells browsers, when the transaction has been committed, that something has changed. */
export const tellLive = async (
  tx: EntityManager,
  event: { readonly workspaceId: string; readonly kind: 'scenario'; readonly id: string },
): Promise<void> => {
  await tx.query('SELECT pg_notify($1, $2)', [CHANNELS.live, JSON.stringify(event)]);
};
