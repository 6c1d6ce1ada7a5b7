import { newId } from '@potok/persistence';
import type { DataSource } from 'typeorm';

export interface RunFacts {
  readonly status?: string;
  readonly dealId?: string;
  readonly number?: string;
  readonly inn?: string;
  readonly fault?: object;
}

/** A run of a published version, as the engine would have written it. */
export const insertRun = async (owner: DataSource, versionId: string, facts: RunFacts = {}): Promise<string> => {
  const id = newId();
  await owner.query(
    `INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, trigger, deal_id, document_number, counterparty_inn, fault)
     SELECT $1, workspace_id, scenario_id, id, (SELECT b.id FROM binding b WHERE b.version_id = v.id), plan_hash, 1, 'live', $2, 'manual', $1, '{}', $4, $5, $6, $7
       FROM scenario_version v WHERE id = $3`,
    [
      id,
      facts.status ?? 'running',
      versionId,
      facts.dealId ?? null,
      facts.number ?? null,
      facts.inn ?? null,
      facts.fault === undefined ? null : JSON.stringify(facts.fault),
    ],
  );
  return id;
};
