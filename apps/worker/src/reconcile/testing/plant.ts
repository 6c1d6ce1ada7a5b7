import { newId } from '@potok/persistence';

export type Sql = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** What a workspace consists of; `plan` has one step, which posts a document. */
export interface Ids {
  readonly workspace: string;
  readonly edo: string;
  readonly accounting: string;
  readonly organization: string;
  readonly counterparty: string;
  readonly binding: string;
}

export const BOX = 'our-box';
export const POST = { type: 'accounting.post-document', typeVersion: 1, slot: 'accounting' };

const HOUR_MS = 3_600_000;
export const hourAgo = () => new Date(Date.now() - HOUR_MS);

export const plantWorkspace = async (sql: Sql, workspace: string): Promise<Ids> => {
  const [edo, accounting, organization, counterparty, binding] = [newId(), newId(), newId(), newId(), newId()];
  const ids = { workspace, edo, accounting, organization, counterparty, binding };
  for (const [id, system, gateway] of [
    [edo, 'diadoc', 'operator'],
    [accounting, 'onec-odata', 'accounting'],
  ])
    await sql(
      `INSERT INTO connection (id, workspace_id, name, system, gateways, settings, secrets_sealed, limit_per_second) VALUES ($1, $2, $3, $3, ARRAY[$4], '{}', '', 10)`,
      [id, workspace, system, gateway],
    );
  await sql(
    `INSERT INTO organization (id, workspace_id, kind, name, inn, tax_regime) VALUES ($1, $2, 'legal', 'Ромашка', '7736207543', 'general')`,
    [organization, workspace],
  );
  await sql(
    `INSERT INTO organization_box (id, workspace_id, organization_id, connection_id, system, box_id, fns_participant_id) VALUES ($1, $2, $3, $4, 'diadoc', $5, '2BM')`,
    [newId(), workspace, organization, edo, BOX],
  );
  await sql(`INSERT INTO counterparty (id, workspace_id, inn, name) VALUES ($1, $2, '7701234567', 'Василёк')`, [
    counterparty,
    workspace,
  ]);
  await plantScenario(sql, ids);
  return ids;
};

const plantScenario = async (sql: Sql, { workspace, binding, accounting }: Ids) => {
  await sql(`INSERT INTO plan (workspace_id, hash, plan_format, skeleton, steps) VALUES ($1, 'p', 1, '{}', $2)`, [
    workspace,
    JSON.stringify({ nodes: { post: POST } }),
  ]);
  await sql(
    `WITH drawn AS (INSERT INTO scenario (id, workspace_id, name, draft) VALUES ($1, $2, 'Сценарий', '{}')),
       version AS (INSERT INTO scenario_version (id, workspace_id, scenario_id, number, scenario, plan_hash, published_by) VALUES ($1, $2, $1, 1, '{}', 'p', '{}'))
     INSERT INTO binding (id, workspace_id, version_id, slots, parameters) VALUES ($1, $2, $1, $3, '{}')`,
    [binding, workspace, JSON.stringify({ accounting })],
  );
};

export const plantRun = async (
  sql: Sql,
  { workspace, binding }: Ids,
  { status, updatedAt }: { readonly status: string; readonly updatedAt: Date },
): Promise<string> => {
  const id = newId();
  await sql(
    `INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, trigger, started_at, updated_at, ended_at)
     VALUES ($1, $2, $1, $1, $5, 'p', 1, 'live', $3::text, 'manual', $1, '{}', $4, $4, CASE WHEN $3::text IN ('done', 'undone', 'cancelled', 'closed-by-person') THEN $4::timestamptz END)`,
    [id, workspace, status, updatedAt, binding],
  );
  return id;
};

/** A signed document of an hour ago; `over` are columns. */
export const plantDocument = async (
  sql: Sql,
  { workspace, organization, counterparty }: Ids,
  of: { readonly runId: string | null; readonly number: string; readonly over: Readonly<Record<string, unknown>> },
): Promise<string> => {
  const id = newId();
  await sql(
    `INSERT INTO document (id, workspace_id, organization_id, counterparty_id, kind, document_function, number, date, key, total, vat, content, run_id, updated_at, delivery)
     VALUES ($1, $2, $3, $4, 'upd', 'СЧФДОП', $5, '2026-03-10', gen_random_uuid()::text, 1, 0, '{}', $6, $7, 'signed')`,
    [id, workspace, organization, counterparty, of.number, of.runId, hourAgo()],
  );
  for (const [column, value] of Object.entries(of.over))
    await sql(`UPDATE document SET ${column} = $2 WHERE id = $1`, [id, value]);
  return id;
};
