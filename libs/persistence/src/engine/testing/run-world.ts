import type { DataSource } from 'typeorm';
import { openDatabase } from '../../database.js';
import { newId } from '../../new-id.js';
import { makeTestDatabase } from '../../testing/test-database.js';
import { WorkspaceRepository } from '../../workspace/workspace.repository.js';
import { EngineDatabase } from '../engine-database.js';
import { RelayRepository } from '../relay.repository.js';
import { RunRepository, type NewRun } from '../run.repository.js';
import { SegmentRepository } from '../segment.repository.js';

const SCENARIO = '00000000-0000-7000-8000-000000000001';
const VERSION = '00000000-0000-7000-8000-000000000002';
export const BINDING = '00000000-0000-7000-8000-000000000003';

/** A database with one workspace and a published scenario that does nothing: what a run points to. */
export const openRunWorld = async () => {
  const database = await makeTestDatabase();
  const owner = await openDatabase(database.ownerUrl, { poolSize: 4 });
  const engine = new EngineDatabase(database.appUrl, { poolSize: 4 });
  const relay = new RelayRepository(database.relayUrl);
  const workspaces = new WorkspaceRepository(owner.manager);
  const workspaceId = await workspaces.add({ name: 'Наш' });
  await publishNothing(owner, workspaceId);
  return {
    owner,
    appUrl: database.appUrl,
    engine,
    relay,
    workspaceId,
    addWorkspace: (name: string) => workspaces.add({ name }),
    runs: new RunRepository(engine),
    segments: new SegmentRepository(engine),
    close: async () => {
      await relay.close();
      await engine.close();
      await owner.destroy();
      await database.drop();
    },
  };
};
export type RunWorld = Awaited<ReturnType<typeof openRunWorld>>;

const publishNothing = async (owner: DataSource, workspaceId: string) => {
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
  await addBinding(owner, workspaceId, BINDING);
  await owner.query('UPDATE scenario SET published_version_id = $2 WHERE id = $1', [SCENARIO, VERSION]);
};

export const addBinding = (owner: DataSource, workspaceId: string, id: string) =>
  owner.query(`INSERT INTO binding (id, workspace_id, version_id, slots, parameters) VALUES ($2, $1, $3, '{}', '{}')`, [
    workspaceId,
    id,
    VERSION,
  ]);

export const addDelivery = async (owner: DataSource, workspaceId: string, source = 'api'): Promise<string> => {
  const id = newId();
  await owner.query(
    `INSERT INTO inbox (id, workspace_id, source, scope, event_key) VALUES ($1::uuid, $2, $3, 's', $1::text)`,
    [id, workspaceId, source],
  );
  return id;
};

export const aRun = (inboxId: string, over: Partial<NewRun> = {}): NewRun => ({
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
