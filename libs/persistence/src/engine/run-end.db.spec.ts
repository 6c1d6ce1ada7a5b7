import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../database.js';
import { newId } from '../new-id.js';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { WorkspaceRepository } from '../workspace/workspace.repository.js';
import { EngineDatabase } from './engine-database.js';
import { RunRepository } from './run.repository.js';

let database: TestDatabase;
let owner: DataSource;
let engine: EngineDatabase;
let workspaceId: string;
beforeAll(async () => {
  database = await makeTestDatabase();
  owner = await openDatabase(database.ownerUrl, { poolSize: 2 });
  engine = new EngineDatabase(database.appUrl, { poolSize: 2 });
  workspaceId = await new WorkspaceRepository(owner.manager).add({ name: 'Наш' });
  await owner.query(
    `INSERT INTO plan (workspace_id, hash, plan_format, skeleton, steps) VALUES ($1, 'p', 1, '{}', '{}')`,
    [workspaceId],
  );
});
afterAll(async () => {
  await engine.close();
  await owner.destroy();
  await database.drop();
});

const aWaitingRun = async () => {
  const id = newId();
  await owner.query(
    `INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, trigger)
     VALUES ($1, $2, $1, $1, $1, 'p', 1, 'live', 'waiting', 'manual', $1, '{}')`,
    [id, workspaceId],
  );
  await owner.query(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token) VALUES ($1, $2, $3, 'n', '0', 'docflow', 'k', '')`,
    [newId(), workspaceId, id],
  );
  return id;
};
const waitsOf = async (id: string) =>
  (await owner.query<{ status: string }[]>('SELECT status FROM wait WHERE run_id = $1', [id])).map(
    ({ status }) => status,
  );

it.each(['undone', 'cancelled', 'closed-by-person'] as const)(
  'leaves no open wait behind a run that is %s',
  async (status) => {
    const id = await aWaitingRun();
    await new RunRepository(engine).recordStatus(workspaceId, id, status);
    expect(await waitsOf(id)).toEqual(['closed']);
  },
);

it('leaves the waits of a paused run open', async () => {
  const id = await aWaitingRun();
  await new RunRepository(engine).recordStatus(workspaceId, id, 'paused');
  expect(await waitsOf(id)).toEqual(['open']);
});
