import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { StepCall } from '@potok/contracts';
import type { DataSource } from 'typeorm';
import { inWorkspace, openDatabase } from '../database.js';
import { newId } from '../new-id.js';
import { RunRepository } from '../run/run.repository.js';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { WorkspaceRepository } from '../workspace/workspace.repository.js';
import { EngineDatabase } from './engine-database.js';
import { RelayRepository } from './relay.repository.js';
import { SegmentRepository } from './segment.repository.js';
import { CALLS_KEPT } from './step-rows.js';

let database: TestDatabase;
let owner: DataSource;
let app: DataSource;
let engine: EngineDatabase;
let relay: RelayRepository;
let ours: string;
let runId: string;
beforeAll(async () => {
  database = await makeTestDatabase();
  owner = await openDatabase(database.ownerUrl, { poolSize: 1 });
  app = await openDatabase(database.appUrl, { poolSize: 2 });
  engine = new EngineDatabase(database.appUrl, { poolSize: 2 });
  relay = new RelayRepository(database.relayUrl);
  ours = await new WorkspaceRepository(app.manager).add({ name: 'Наш' });
});
beforeEach(async () => {
  runId = await addRun();
});
afterAll(async () => {
  await relay.close();
  await engine.close();
  await app.destroy();
  await owner.destroy();
  await database.drop();
});

const addRun = async (): Promise<string> => {
  const id = newId();
  await owner.transaction(async (tx) => {
    await tx.query(`SELECT set_config('app.workspace_id', $1, true)`, [ours]);
    await tx.query(
      `INSERT INTO plan (workspace_id, hash, plan_format, skeleton, steps) VALUES ($1, $2, 1, '{}', '{}')`,
      [ours, id],
    );
    await tx.query(
      `INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, trigger)
       VALUES ($1, $2, $1, $1, $1, $3, 1, 'live', 'running', 'manual', $1, '{}')`,
      [id, ours, id],
    );
    await tx.query('INSERT INTO segment_fence (run_id, launch, workspace_id, fence) VALUES ($1, 1, $2, 3)', [id, ours]);
  });
  return id;
};

const aCall = (ms: number): StepCall => ({
  at: '2026-11-24T09:00:00Z',
  method: 'GET',
  url: 'https://crm.example/deal',
  request: { headers: {}, sizeBytes: 0 },
  status: 200,
  ms,
  attempt: 1,
});
const commit = (calls: readonly StepCall[], fence = 3) =>
  new SegmentRepository(engine).commit(
    ours,
    { runId, launch: 1, fence, isFirst: false },
    {
      steps: [],
      openWaits: [],
      closeWaits: [],
      calls: calls.length === 0 ? [] : [{ node_id: 'a', visit: '0', calls }],
      run: undefined,
      hear: undefined,
    },
  );
const kept = (workspaceId = ours) =>
  inWorkspace(app, workspaceId, (tx) => new RunRepository(tx).listCalls(runId, { nodeId: 'a', visit: '0' }));

it('keeps the calls of a step over its tries, the last ones', async () => {
  expect(await commit([aCall(1), aCall(2)])).toEqual([]);
  expect(await commit([])).toEqual([]);
  expect(await kept()).toEqual([aCall(1), aCall(2)]);
  await commit(Array.from({ length: CALLS_KEPT - 1 }, (_none, at) => aCall(at + 3)));
  const calls = await kept();
  expect([calls.length, calls[0]?.ms, calls.at(-1)?.ms]).toEqual([CALLS_KEPT, 2, CALLS_KEPT + 1]);
});

it('writes none for an attempt that has lost the fence', async () => {
  expect(await commit([aCall(1)], 2)).toBeUndefined();
  expect(await kept()).toEqual([]);
});

it('shows them to no other workspace', async () => {
  await commit([aCall(1)]);
  const theirs = await new WorkspaceRepository(app.manager).add({ name: 'Чужой' });
  expect(await kept(theirs)).toEqual([]);
});

it('forgets the old ones and no others, without seeing what they say', async () => {
  await commit([aCall(1)]);
  const soon = new Date(Date.now() + 60_000);
  expect(await relay.deleteCallsBefore(new Date(Date.now() - 60_000))).toBe(0);
  expect(await kept()).toHaveLength(1);
  expect(await relay.deleteCallsBefore(soon)).toBeGreaterThan(0);
  expect(await kept()).toEqual([]);
});
