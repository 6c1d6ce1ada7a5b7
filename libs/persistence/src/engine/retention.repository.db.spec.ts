import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { inWorkspace, openDatabase } from '../database.js';
import { newId } from '../new-id.js';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { WorkspaceRepository } from '../workspace/workspace.repository.js';
import { EngineDatabase } from './engine-database.js';
import { InboxRepository } from './inbox.repository.js';
import { RelayRepository } from './relay.repository.js';
import { SegmentRepository } from './segment.repository.js';

let database: TestDatabase;
let app: DataSource;
let engine: EngineDatabase;
let relay: RelayRepository;
let ours: string;
beforeAll(async () => {
  database = await makeTestDatabase();
  app = await openDatabase(database.appUrl, { poolSize: 2 });
  engine = new EngineDatabase(database.appUrl, { poolSize: 2 });
  relay = new RelayRepository(database.relayUrl);
  ours = await new WorkspaceRepository(app.manager).add({ name: 'Наш' });
});
afterAll(async () => {
  await relay.close();
  await engine.close();
  await app.destroy();
  await database.drop();
});

const ask = <Row>(text: string, values: readonly unknown[] = []) =>
  inWorkspace(app, ours, (tx) => tx.query<Row[]>(text, [...values]));
const inDays = (days: number) => new Date(Date.now() - days * 86_400_000);

const addRun = async (over: { readonly endedAt?: Date } = {}): Promise<string> => {
  const id = newId();
  await ask(`INSERT INTO plan (workspace_id, hash, plan_format, skeleton, steps) VALUES ($1, $2, 1, '{}', '{}')`, [
    ours,
    id,
  ]);
  await ask(
    `INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, trigger, ended_at)
     VALUES ($1, $2, $1, $1, $1, $3, 1, 'live', 'running', 'manual', $1, '{}', $4)`,
    [id, ours, id, over.endedAt ?? null],
  );
  return id;
};
const addWait = async (runId: string, status: 'open' | 'answered' = 'open'): Promise<string> => {
  const id = newId();
  await ask(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token, status) VALUES ($1, $2, $3, 'w', $4, 'callback', $4, $4, $5)`,
    [id, ours, runId, id, status],
  );
  return id;
};
const addNews = (waitId: string, of: { readonly daysAgo: number; readonly isTaken?: boolean }) =>
  ask(`INSERT INTO wait_news (wait_id, inbox_id, workspace_id, at, body, is_taken) VALUES ($1, $2, $3, $4, '{}', $5)`, [
    waitId,
    newId(),
    ours,
    inDays(of.daysAgo),
    of.isTaken ?? false,
  ]);
const addInbox = async (waitId: string): Promise<string> => {
  const id = newId();
  await ask(
    `INSERT INTO inbox (id, workspace_id, source, endpoint_id, scope, event_key, body) VALUES ($1, $2, 'callback', $3, $4, $4, '{}')`,
    [id, ours, waitId, id],
  );
  return id;
};

it('forgets a request a week after it has run out', async () => {
  const add = (createdAt: Date, expiresAt: Date) =>
    ask(
      `INSERT INTO request (id, workspace_id, kind, body, created_by, created_at, expires_at) VALUES ($1, $2, 'run-command', '{}', '{}', $3, $4)`,
      [newId(), ours, createdAt, expiresAt],
    );
  await add(inDays(8), inDays(7.9));
  await add(inDays(8), inDays(6));
  await add(inDays(0), inDays(-1));
  expect(await relay.retention.deleteOldRequests()).toBe(1);
  expect(await relay.retention.deleteOldRequests()).toBe(0);
  expect(await ask('SELECT id FROM request')).toHaveLength(2);
});

it('sweeps tabs and locks an hour after their last beat has run out', async () => {
  for (const table of ['scenario_tab', 'scenario_lock'])
    for (const until of [inDays(1), inDays(0)])
      await ask(
        `INSERT INTO ${table} (scenario_id, actor_id, tab, workspace_id, name, until) VALUES ($1, $1, $1, $2, 'anna', $3)`,
        [newId(), ours, until],
      );
  expect(await relay.retention.deleteOldTabs()).toBe(2);
  expect(await relay.retention.deleteOldTabs()).toBe(0);
});

it('forgets a fence that nobody has taken for a month, and an attempt that still bears it writes nothing', async () => {
  const runId = await addRun();
  await ask('INSERT INTO segment_fence (run_id, launch, workspace_id, fence, at) VALUES ($1, 1, $2, 3, $3)', [
    runId,
    ours,
    inDays(31),
  ]);
  await ask('INSERT INTO segment_fence (run_id, launch, workspace_id, fence, at) VALUES ($1, 2, $2, 1, $3)', [
    runId,
    ours,
    inDays(29),
  ]);
  expect(await relay.retention.deleteOldFences()).toBe(1);
  const nothing = { steps: [], openWaits: [], closeWaits: [], calls: [], run: undefined, hear: undefined };
  const commit = (launch: number, fence: number) =>
    new SegmentRepository(engine).commit(ours, { runId, launch, fence, isFirst: false }, nothing);
  expect([await commit(1, 3), await commit(2, 1)]).toEqual([undefined, []]);
});

it('forgets old news that were taken or whose wait is over, and keeps what an open wait has still to read', async () => {
  const runId = await addRun();
  const [open, answered] = [await addWait(runId), await addWait(runId, 'answered')];
  await addNews(open, { daysAgo: 400 });
  await addNews(open, { daysAgo: 31, isTaken: true });
  await addNews(answered, { daysAgo: 31 });
  await addNews(answered, { daysAgo: 29 });
  expect(await relay.retention.deleteOldNews()).toBe(2);
  const left = await ask<{ wait_id: string }>('SELECT wait_id FROM wait_news');
  expect(left.map((news) => news.wait_id).sort()).toEqual([open, answered].sort());
});

it('closes the waits of a run that has ended; a callback that comes later is kept and given to nobody', async () => {
  const ended = await addWait(await addRun({ endedAt: inDays(1) }));
  const justEnded = await addWait(await addRun({ endedAt: new Date() }));
  const open = await addWait(await addRun());
  expect(await relay.retention.closeWaitsOfEndedRuns()).toBe(1);
  const inbox = new InboxRepository(engine);
  const given = [ended, justEnded, open].map(async (waitId) => {
    const inboxId = await addInbox(waitId);
    const gift = { inboxId, waitId, body: {}, at: new Date(), isLast: true, leaseMs: 0 };
    return (await inbox.giveToWait(ours, gift)) !== undefined;
  });
  expect(await Promise.all(given)).toEqual([false, true, true]);
});
