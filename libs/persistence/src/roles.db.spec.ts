import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openDatabase } from './database.js';
import { makeTestDatabase, type TestDatabase } from './testing/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
});
afterAll(() => database.drop());

const ALL = 'SELECT INSERT UPDATE DELETE';

/** Tables of a client: row-level security holds for their owner too. */
const TENANT = {
  audit: { app: 'SELECT INSERT UPDATE(hash,previous_hash,seq)', relay: 'SELECT(id,seq,workspace_id)' },
  binding: { app: ALL },
  blob: { app: 'SELECT INSERT UPDATE(bytes)' },
  certificate: { app: ALL },
  connection: { app: ALL },
  connection_bucket: { app: ALL },
  connection_snapshot: { app: ALL },
  counterparty: { app: ALL },
  cursor: {
    app: ALL,
    relay:
      'SELECT(fence,id,is_enabled,kind,lease_holder,lease_until,next_at,workspace_id) UPDATE(fence,lease_holder,lease_until)',
  },
  document: { app: ALL },
  document_event: { app: 'SELECT INSERT' },
  document_title: { app: ALL },
  draft_tally: { app: ALL },
  endpoint: { app: ALL, hook: 'SELECT' },
  endpoint_key: { app: ALL, hook: 'SELECT' },
  inbox: {
    app: ALL,
    hook: 'SELECT(event_key,id,scope,workspace_id) INSERT',
    relay: 'SELECT(id,next_try_at,received_at,source,status,workspace_id) UPDATE(next_try_at)',
  },
  number_series: { app: ALL },
  organization: { app: ALL },
  organization_box: { app: ALL },
  outbox: { app: ALL, relay: 'SELECT UPDATE(attempts,next_try_at) DELETE' },
  plan: { app: 'SELECT INSERT' },
  reconciliation: { app: ALL },
  reconciliation_due: { app: ALL, relay: 'SELECT INSERT UPDATE' },
  reconciliation_finding: { app: ALL },
  request: { app: ALL, relay: 'SELECT(created_at,expires_at,id,kind,status,workspace_id) DELETE' },
  run: { app: ALL, relay: 'SELECT(ended_at,id)' },
  scenario: { app: ALL },
  scenario_sample: { app: ALL },
  scenario_lock: { app: ALL, relay: 'SELECT(until) DELETE' },
  scenario_tab: { app: ALL, relay: 'SELECT(until) DELETE' },
  scenario_draft_copy: { app: 'SELECT INSERT DELETE' },
  scenario_version: { app: ALL },
  schedule: { app: ALL, relay: 'SELECT(id,is_enabled,next_at,workspace_id)' },
  segment_fence: { app: ALL, relay: 'SELECT(at,launch,run_id) DELETE' },
  signing_key: { app: ALL },
  step: { app: ALL },
  step_calls: { app: 'SELECT INSERT UPDATE', relay: 'SELECT(at,node_id,run_id,visit) DELETE' },
  wait: { app: ALL, relay: 'SELECT(deadline_at,id,run_id,status,woken_at,workspace_id) UPDATE(closed_at,status)' },
  wait_news: { app: ALL, relay: 'SELECT(at,inbox_id,is_taken,wait_id) DELETE' },
  workspace_key: { app: ALL },
};
/** Who is let in, and what belongs to the installation. */
const OPEN = {
  api_token: { app: ALL },
  app_user: { app: ALL },
  lease: { relay: ALL },
  membership: { app: ALL },
  migrations: {},
  session: { app: ALL },
  sign_in_attempt: { app: ALL },
  workspace: { app: ALL, relay: 'SELECT(id)' },
};

const ROLES = ['app', 'hook', 'relay'] as const;

/** `SELECT`, or `SELECT(column,column)` when only some columns are given. */
const GRANTS = `
  SELECT c.relname AS name, r.role, c.relrowsecurity AND c.relforcerowsecurity AS "isTenant",
         string_agg(CASE
           WHEN has_table_privilege('potok_' || r.role, c.oid, p.word) THEN p.word
           WHEN p.word <> 'DELETE' AND has_any_column_privilege('potok_' || r.role, c.oid, p.word) THEN p.word || '(' || (
             SELECT string_agg(a.attname, ',' ORDER BY a.attname) FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                AND has_column_privilege('potok_' || r.role, c.oid, a.attnum, p.word)) || ')'
           END, ' ' ORDER BY p.at) AS grants
    FROM pg_class c
   CROSS JOIN unnest($1::text[]) AS r(role)
   CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) WITH ORDINALITY AS p(word, at)
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
   GROUP BY 1, 2, 3 ORDER BY 1, 2`;

const asOwner = async <T>(work: (db: DataSource) => Promise<T>): Promise<T> => {
  const owner = await openDatabase(database.ownerUrl, { poolSize: 1 });
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
};

describe('tables and roles', () => {
  it('gives each role what is written here and nothing else, in every table that there is', async () => {
    const rows = await asOwner((db) =>
      db.query<{ name: string; role: string; isTenant: boolean; grants: string | null }[]>(GRANTS, [ROLES]),
    );
    const found: Record<'tenant' | 'open', Record<string, Record<string, string>>> = { tenant: {}, open: {} };
    for (const { name, role, isTenant, grants } of rows) {
      const table = (found[isTenant ? 'tenant' : 'open'][name] ??= {});
      if (grants !== null) table[role] = grants;
    }
    expect(found).toEqual({ tenant: TENANT, open: OPEN });
  });

  it('ties every policy to the workspace of the row, or to a role without one', async () => {
    const policies = await asOwner((db) =>
      db.query<{ table: string; name: string; rule: string; check: string }[]>(
        `SELECT tablename AS table, policyname AS name, qual AS rule, with_check AS check FROM pg_policies ORDER BY 1, 2`,
      ),
    );
    const expected = Object.entries(TENANT).flatMap(([table, roles]) =>
      Object.keys(roles).map((role) => `${table} ${role === 'app' ? 'tenant' : `potok_${role}`}`),
    );
    expect(policies.map(({ table, name }) => `${table} ${name}`).sort()).toEqual(expected.sort());
    for (const { name, rule, check } of policies) {
      // The engine's own tables are looked at row by row: no index stands for the rule.
      expect([check, `(${check} IS TRUE)`]).toContain(rule);
      expect(check).toMatch(name === 'tenant' ? /^\(workspace_id = .*app\.workspace_id/ : /^true$/);
    }
  });

  it('lets none of the roles pass the policies or make others', async () => {
    const roles = await asOwner((db) =>
      db.query(
        `SELECT rolname AS name FROM pg_roles
          WHERE rolname LIKE 'potok\\_%' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
      ),
    );
    expect(roles).toEqual([]);
  });
});
