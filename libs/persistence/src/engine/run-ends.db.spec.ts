import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../database.js';
import { newId } from '../new-id.js';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { WorkspaceRepository } from '../workspace/workspace.repository.js';
import { EngineDatabase } from './engine-database.js';
import { RunRepository, type NewRun } from './run.repository.js';
import { SegmentRepository } from './segment.repository.js';

let database: TestDatabase;
let owner: DataSource;
let engine: EngineDatabase;
let runs: RunRepository;
let segments: SegmentRepository;
let workspaceId: string;
beforeAll(async () => {
  database = await makeTestDatabase();
  owner = await openDatabase(database.ownerUrl, { poolSize: 4 });
  engine = new EngineDatabase(database.appUrl, { poolSize: 4 });
  runs = new RunRepository(engine);
  segments = new SegmentRepository(engine);
  workspaceId = await new WorkspaceRepository(owner.manager).add({ name: 'Наш' });
  await publishNothing();
});
afterAll(async () => {
  await engine.close();
  await owner.destroy();
  await database.drop();
});

const SCENARIO = '00000000-0000-7000-8000-000000000001';
const VERSION = '00000000-0000-7000-8000-000000000002';
const BINDING = '00000000-0000-7000-8000-000000000003';
/** What a run points to and a segment reads with it. */
const publishNothing = async () => {
  await owner.query(
    `INSERT INTO plan (workspace_id, hash, plan_format, skeleton, steps) VALUES ($1, 'p', 1, '{}', '{}')`,
    [workspaceId],
  );
  await owner.query(`INSERT INTO scenario (id, workspace_id, name, draft) VALUES ($2, $1, 's', '{}')`, [
    workspaceId,
    SCENARIO,
  ]);
  await owner.query(
    `INSERT INTO scenario_version (id, workspace_id, scenario_id, number, scenario, plan_hash, published_by)
     VALUES ($2, $1, $3, 1, '{}', 'p', '{}')`,
    [workspaceId, VERSION, SCENARIO],
  );
  await owner.query(
    `INSERT INTO binding (id, workspace_id, version_id, slots, parameters) VALUES ($2, $1, $3, '{}', '{}')`,
    [workspaceId, BINDING, VERSION],
  );
  await owner.query('UPDATE scenario SET published_version_id = $2 WHERE id = $1', [SCENARIO, VERSION]);
};

const aDelivery = async (): Promise<string> => {
  const id = newId();
  await owner.query(
    `INSERT INTO inbox (id, workspace_id, source, scope, event_key) VALUES ($1::uuid, $2, 'api', 's', $1::text)`,
    [id, workspaceId],
  );
  return id;
};
const aRun = (inboxId: string, over: Partial<NewRun> = {}): NewRun => ({
  id: newId(),
  scenarioId: SCENARIO,
  versionId: VERSION,
  bindingId: BINDING,
  planHash: 'p',
  graph: 'main',
  engine: 2,
  mode: 'live',
  startedBy: 'api',
  inboxId,
  sameAs: undefined,
  trigger: {},
  dealId: undefined,
  now: new Date(),
  leaseMs: 1000,
  ...over,
});
const started = async () => {
  const run = aRun(await aDelivery());
  await runs.admit(workspaceId, run);
  return run.id;
};
const waitsOf = async (runId: string) => {
  const rows = await owner.query<{ node_id: string; status: string }[]>(
    'SELECT node_id, status FROM wait WHERE run_id = $1 ORDER BY node_id',
    [runId],
  );
  return Object.fromEntries(rows.map((row) => [row.node_id, row.status]));
};
const anOpenWait = async (runId: string, node: string) => {
  const id = newId();
  await owner.query(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token) VALUES ($1, $2, $3, $4, '0', 'callback', 'k', '')`,
    [id, workspaceId, runId, node],
  );
  return id;
};

it('makes one run of a delivery that two workers admit, the second after the first', async () => {
  const inboxId = await aDelivery();
  const [first, second] = [aRun(inboxId), aRun(inboxId)];
  expect(await runs.admit(workspaceId, first)).toMatchObject({ kind: 'run', runId: first.id });
  expect(await runs.admit(workspaceId, second)).toEqual({ kind: 'settled' });
  const [row] = await owner.query<{ status: string; run_id: string }[]>('SELECT * FROM inbox WHERE id = $1', [inboxId]);
  expect(row).toMatchObject({ status: 'admitted', run_id: first.id });
});

it('makes one run of a delivery that many workers admit at the same moment', async () => {
  const workers = Array.from({ length: 4 }, () => new RunRepository(engine));
  for (let round = 0; round < 10; round += 1) {
    const inboxId = await aDelivery();
    const admitted = await Promise.all(workers.map((worker) => worker.admit(workspaceId, aRun(inboxId))));
    expect(admitted.map((one) => one.kind).sort()).toEqual(['run', 'settled', 'settled', 'settled']);
    const made = await owner.query<{ id: string }[]>('SELECT id FROM run WHERE inbox_id = $1', [inboxId]);
    expect(made).toHaveLength(1);
  }
});

it('makes no run of a delivery that another worker has refused meanwhile, or that is gone', async () => {
  const inboxId = await aDelivery();
  await owner.query(`UPDATE inbox SET status = 'ignored' WHERE id = $1`, [inboxId]);
  for (const run of [aRun(inboxId), aRun(newId())]) {
    expect(await runs.admit(workspaceId, run)).toEqual({ kind: 'settled' });
    expect(await owner.query('SELECT FROM run WHERE id = $1', [run.id])).toEqual([]);
  }
});

it.each(['undone', 'cancelled', 'closed-by-person'] as const)(
  'leaves no wait open when a run is %s',
  async (status) => {
    const runId = await started();
    await anOpenWait(runId, 'ask');
    await runs.recordStatus(workspaceId, runId, 'undoing');
    expect(await waitsOf(runId)).toEqual({ ask: 'open' });
    await runs.recordStatus(workspaceId, runId, status);
    expect(await waitsOf(runId)).toEqual({ ask: 'closed' });
  },
);

it('leaves no wait open when a run is done, and the answered one answered', async () => {
  const runId = await started();
  const place = { workspaceId, runId, launch: 1 };
  const { fence } = await segments.begin({ ...place, isAlone: true }, { kind: 'undo', calls: [] });
  const [answered] = [await anOpenWait(runId, 'answer'), await anOpenWait(runId, 'opened-ahead')];
  const about = { steps: [], openWaits: [], calls: [], hear: undefined };
  await segments.commit(
    workspaceId,
    { ...place, fence, isFirst: false },
    {
      ...about,
      closeWaits: [],
      run: { status: 'waiting', waiting: null, fault: null, isEnd: false },
    },
  );
  expect(await waitsOf(runId)).toEqual({ answer: 'open', 'opened-ahead': 'open' });
  await segments.commit(
    workspaceId,
    { ...place, fence, isFirst: false },
    {
      ...about,
      closeWaits: [{ id: answered, status: 'answered' }],
      run: { status: 'done', waiting: null, fault: null, isEnd: true },
    },
  );
  expect(await waitsOf(runId)).toEqual({ answer: 'answered', 'opened-ahead': 'closed' });
});
