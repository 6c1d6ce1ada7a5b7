import { newId } from '@potok/persistence';
import type { TestApi } from './start-api.js';

/** A buyer, as the worker would have written it. */
export const addCounterparty = async (
  api: TestApi,
  of: { readonly workspaceId: string; readonly inn: string; readonly name: string },
): Promise<string> => {
  const id = newId();
  await api.owner.query(
    `INSERT INTO counterparty (id, workspace_id, inn, kpp, name) VALUES ($1, $2, $3, '773601001', $4)`,
    [id, of.workspaceId, of.inn, of.name],
  );
  return id;
};
