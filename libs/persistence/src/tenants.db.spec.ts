import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { inWorkspace, openDatabase } from './database.js';
import { EngineDatabase } from './engine/engine-database.js';
import { newId } from './new-id.js';
import { makeTestDatabase, type TestDatabase } from './testing/test-database.js';
import { WorkspaceRepository } from './workspace/workspace.repository.js';

let database: TestDatabase;
let app: DataSource;
let hook: DataSource;
let relay: DataSource;
let ours: string;
let theirs: string;

const addCounterparty = (tx: EntityManager, workspaceId: string, inn: string) =>
  tx.query('INSERT INTO counterparty (id, workspace_id, inn, name) VALUES ($1, $2, $3, $3)', [
    newId(),
    workspaceId,
    inn,
  ]);

const addEndpoint = (workspaceId: string, token: string) =>
  inWorkspace(app, workspaceId, (tx) =>
    tx.query(`INSERT INTO endpoint (id, workspace_id, kind, token) VALUES ($1, $2, 'callback', $3)`, [
      newId(),
      workspaceId,
      token,
    ]),
  );

beforeAll(async () => {
  database = await makeTestDatabase();
  app = await openDatabase(database.appUrl, { poolSize: 4 });
  hook = await openDatabase(database.hookUrl, { poolSize: 1 });
  relay = await openDatabase(database.relayUrl, { poolSize: 1 });
  const workspaces = new WorkspaceRepository(app.manager);
  ours = await workspaces.add({ name: 'Наш' });
  theirs = await workspaces.add({ name: 'Чужой' });
  for (const workspaceId of [ours, theirs]) {
    await inWorkspace(app, workspaceId, (tx) => addCounterparty(tx, workspaceId, '7701234567'));
    await addEndpoint(workspaceId, `token-${workspaceId}`);
  }
});
afterAll(async () => {
  for (const pool of [app, hook, relay]) await pool.destroy();
  await database.drop();
});

const WHOSE = 'SELECT workspace_id AS whose FROM counterparty';
/** A statement whose rows say whose they are. */
const whoseOf = async (rows: Promise<{ whose: string }[]>) => [...new Set((await rows).map(({ whose }) => whose))];

describe('the application', () => {
  it('sees only its own rows in 400 transactions of two workspaces over four connections', async () => {
    const turns = Array.from({ length: 400 }, (_none, at) => ((at * 7) % 3 === 0 ? ours : theirs));
    const seen = await Promise.all(
      turns.map((workspaceId) => inWorkspace(app, workspaceId, (tx) => whoseOf(tx.query(WHOSE)))),
    );
    expect(seen).toEqual(turns.map((workspaceId) => [workspaceId]));
  });

  it('sees only its own rows through the pool that keeps a workspace on its connections', async () => {
    const engine = new EngineDatabase(database.appUrl, { poolSize: 4 });
    const turns = Array.from({ length: 400 }, (_none, at) => ((at * 7) % 3 === 0 ? ours : theirs));
    const seen = await Promise.all(
      turns.map((workspaceId) => whoseOf(engine.query(workspaceId, { name: 'whose', text: WHOSE, values: [] }))),
    );
    await engine.close();
    expect(seen).toEqual(turns.map((workspaceId) => [workspaceId]));
  });

  it('sees nothing without a workspace, also on a connection that had one', async () => {
    await Promise.all(Array.from({ length: 8 }, () => inWorkspace(app, ours, (tx) => tx.query(WHOSE))));
    expect(await app.query(WHOSE)).toEqual([]);
  });

  it('cannot write a row of another workspace', async () => {
    const add = inWorkspace(app, ours, (tx) => addCounterparty(tx, theirs, '7707654321'));
    await expect(add).rejects.toThrow(/row-level security/);
    const move = inWorkspace(app, ours, (tx) => tx.query('UPDATE counterparty SET workspace_id = $1', [theirs]));
    await expect(move).rejects.toThrow(/row-level security/);
  });

  it('changes and removes nothing of another workspace', async () => {
    await inWorkspace(app, ours, async (tx) => {
      await tx.query('UPDATE counterparty SET name = $1 WHERE workspace_id = $2', ['взломан', theirs]);
      await tx.query('DELETE FROM counterparty WHERE workspace_id = $1', [theirs]);
    });
    const kept = await inWorkspace(app, theirs, (tx) => tx.query('SELECT name FROM counterparty'));
    expect(kept).toEqual([{ name: '7701234567' }]);
  });

  it('cannot change history or the trail', async () => {
    for (const statement of [
      'DELETE FROM audit',
      `UPDATE audit SET act = 'other'`,
      'DELETE FROM document_event',
      'DELETE FROM blob',
      `UPDATE plan SET hash = 'other'`,
    ]) {
      await expect(inWorkspace(app, ours, (tx) => tx.query(statement))).rejects.toThrow(/permission denied/);
    }
  });
});

const insertInbox = (key: string) =>
  hook.query(
    `INSERT INTO inbox (id, workspace_id, source, scope, event_key, body) VALUES ($1, $2, 'webhook', 'e', $3, '{"a":1}')
     ON CONFLICT (workspace_id, scope, event_key) DO NOTHING RETURNING id`,
    [newId(), ours, key],
  );

describe('the front door', () => {
  it('finds endpoints of all workspaces and puts a call into the inbox once', async () => {
    expect(await hook.query<unknown[]>('SELECT token FROM endpoint')).toHaveLength(2);
    expect(await insertInbox('k1')).toHaveLength(1);
    expect(await insertInbox('k1')).toHaveLength(0);
  });

  it.each([
    'SELECT body FROM inbox',
    `UPDATE inbox SET status = 'new'`,
    'DELETE FROM inbox',
    'SELECT 1 FROM connection',
    'SELECT 1 FROM signing_key',
    'SELECT 1 FROM document',
    'SELECT 1 FROM session',
    `UPDATE endpoint SET proof = '{"kind":"none"}'`,
    'SELECT 1 FROM outbox',
  ])('may not: %s', async (statement) => {
    await expect(hook.query(statement)).rejects.toThrow(/permission denied/);
  });
});

describe('the relay', () => {
  it('sees which rows wait, in all workspaces, and puts them off', async () => {
    await insertInbox('k2');
    const rows = await relay.query<unknown[]>(`SELECT id, workspace_id FROM inbox WHERE status = 'new'`);
    expect(rows.length).toBeGreaterThan(0);
    await relay.query('UPDATE inbox SET next_try_at = now()');
    await relay.query(`INSERT INTO lease (name, holder, expires_at) VALUES ('x', 'me', now())`);
    expect(await relay.query('SELECT holder FROM lease')).toEqual([{ holder: 'me' }]);
  });

  it.each([
    'SELECT body FROM inbox',
    'SELECT headers FROM inbox',
    `UPDATE inbox SET status = 'new'`,
    'SELECT body FROM request',
    'SELECT value FROM cursor',
    'SELECT facts FROM audit',
    'SELECT 1 FROM connection',
    'SELECT 1 FROM endpoint_key',
    'SELECT 1 FROM document',
    'SELECT 1 FROM app_user',
    'INSERT INTO outbox (workspace_id, run_id, kind) VALUES (gen_random_uuid(), gen_random_uuid(), $$start$$)',
  ])('may not: %s', async (statement) => {
    await expect(relay.query(statement)).rejects.toThrow(/permission denied/);
  });
});
