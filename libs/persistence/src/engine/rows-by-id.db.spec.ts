import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../new-id.js';
import { EngineDatabase } from './engine-database.js';
import { InboxRepository } from './inbox.repository.js';
import { RunRepository } from './run.repository.js';
import { SegmentRepository } from './segment.repository.js';
import type { WaitJson } from './step-rows.js';
import { addDelivery, aRun, BINDING, openRunWorld, type RunWorld } from './testing/run-world.js';

/** Tells of each statement how many pages it touches: it is explained first, with all that it does, and taken back. */
class ExplainedDatabase extends EngineDatabase {
  readonly pages: Record<string, number> = {};

  override async query<Row extends object>(
    workspaceId: string,
    statement: Parameters<EngineDatabase['query']>[1],
  ): Promise<Row[]> {
    await this.transaction(workspaceId, async (client) => {
      const { rows } = await client.query<{
        'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }];
      }>(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement.text}`, [...statement.values]);
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      this.pages[statement.name] = (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
      throw new Undone();
    }).catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
    return super.query<Row>(workspaceId, statement);
  }
}
class Undone extends Error {}

const MANY = 3000;
const FEW_PAGES = 120;

let world: RunWorld;
let db: ExplainedDatabase;
beforeAll(async () => {
  world = await openRunWorld();
  db = new ExplainedDatabase(world.appUrl, { poolSize: 1 });
  // What the planner knows: one workspace has everything. So it takes every other for empty.
  await fill(await world.addWorkspace('Давний'));
  await world.owner.query('ANALYZE');
  await fill(world.workspaceId);
});
afterAll(async () => {
  await db.close();
  await world.close();
});

const fill = async (workspaceId: string) => {
  await world.owner.query(
    `INSERT INTO plan (workspace_id, hash, plan_format, skeleton, steps) VALUES ($1, 'p', 1, '{}', '{}') ON CONFLICT DO NOTHING`,
    [workspaceId],
  );
  await world.owner.query(
    `WITH came AS (
       INSERT INTO inbox (id, workspace_id, source, scope, event_key, status) SELECT gen_random_uuid(), $1, 'webhook', 's', n::text, 'new'
       FROM generate_series(1, ${MANY}) n RETURNING id
     ), begun AS (
       INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, same_as, trigger)
       SELECT id, $1, $2, $2, $2, 'p', 2, 'live', 'waiting', 'webhook', id, id::text, '{}' FROM came RETURNING id
     )
     INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token) SELECT id, $1, id, 'w', '0', 'callback', id::text, id::text FROM begun`,
    [workspaceId, BINDING],
  );
};

it('finds what it needs by id, however many rows a workspace has that the planner takes for empty', async () => {
  const { workspaceId } = world;
  const inbox = new InboxRepository(db);
  const segments = new SegmentRepository(db);
  const run = aRun(await addDelivery(world.owner, workspaceId), { sameAs: 'deal-1' });
  await inbox.find(workspaceId, run.inboxId);
  expect(await new RunRepository(db).admit(workspaceId, run)).toMatchObject({ kind: 'run', runId: run.id });
  const place = { runId: run.id, launch: 1, fence: 1, isFirst: true };
  const waitId = newId();
  const wait: WaitJson = {
    id: waitId,
    node_id: 'w',
    visit: '0',
    event: 'callback',
    key: 'k',
    token: 't',
    status: 'open',
    deadline_at: null,
    offers: {},
    facts: {},
  };
  const change = { steps: [], closeWaits: [], calls: [], hear: undefined };
  const waiting = { status: 'waiting', waiting: null, fault: null, isEnd: false };
  expect(await segments.commit(workspaceId, place, { ...change, openWaits: [wait], run: waiting })).toEqual([]);
  const gift = {
    inboxId: await addDelivery(world.owner, workspaceId, 'callback'),
    waitId,
    body: {},
    at: new Date(),
    isLast: true,
    leaseMs: 1,
  };
  expect(await inbox.giveToWait(workspaceId, gift)).toMatchObject({ run_id: run.id });
  const nothing = {
    kind: 'segment',
    own: { nodes: [], visits: [] },
    outputs: [],
    waits: [],
    hasTrigger: false,
    seenFrom: '0',
  } as const;
  await segments.begin({ workspaceId, runId: run.id, launch: 2, isAlone: true }, nothing);
  const many = Object.entries(db.pages).filter(([, pages]) => pages > FEW_PAGES);
  expect(many).toEqual([]);
  expect(Object.keys(db.pages)).toHaveLength(5);
});
