import { ConnectionRepository } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../problems/refusal.js';

/** A trial run acts for real: on a test contour only. Throws TRIAL_NOT_TEST with the names of the accounts that are none. */
export const refuseLiveAccounts = async (tx: EntityManager, connectionIds: readonly string[]): Promise<void> => {
  const rows = await new ConnectionRepository(tx).listByIds([...new Set(connectionIds)]);
  const live = rows.filter(({ isTest }) => !isTest).map(({ name }) => name);
  if (live.length > 0) throw new Refusal('conflict', 'TRIAL_NOT_TEST', { facts: { connections: live.sort() } });
};
