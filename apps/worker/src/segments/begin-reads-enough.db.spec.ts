import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NodeId, Plan, PlanStep, RunId, SkeletonNode, Visit, WorkspaceId } from '@potok/contracts';
import { wantsOf } from '@potok/execution';
import { openDatabase, WorkspaceRepository } from '@potok/persistence';
import { EngineDatabase, SegmentRepository } from '@potok/persistence/engine';
import { makeTestDatabase, type TestDatabase } from '@potok/persistence/testing';
import { nearestVisit } from '@potok/scenario/interpreter';
import { newId } from '../services/new-id.js';
import { FreshRuns } from './fresh-runs.js';
import { KeptValues } from './kept-values.js';
import { PostgresStepStore } from './postgres-step-store.js';

/** a → each e1 (b → fork f (c | d) → join j → each e2 (g)) → h, and back to a. What stands around each node, outermost first. */
const places: Readonly<Record<NodeId, readonly ('item' | '~0' | '~1')[]>> = {
  a: [],
  e1: [],
  b: ['item'],
  f: ['item'],
  c: ['item', '~0'],
  d: ['item', '~1'],
  j: ['item'],
  e2: ['item'],
  g: ['item', 'item'],
  h: [],
};
const kinds: Readonly<Record<NodeId, SkeletonNode>> = {
  e1: { id: 'e1', kind: 'each', window: 1 },
  e2: { id: 'e2', kind: 'each', window: 1 },
  f: { id: 'f', kind: 'fork', branches: ['p', 'q'] },
  j: { id: 'j', kind: 'join', mode: 'all', need: 2, arms: 2 },
};
const edges = [
  ['a', 'done', 'e1'],
  ['e1', 'item', 'b'],
  ['b', 'done', 'f'],
  ['f', 'p', 'c'],
  ['f', 'q', 'd'],
  ['c', 'done', 'j'],
  ['d', 'done', 'j'],
  ['j', 'done', 'e2'],
  ['e2', 'item', 'g'],
  ['e1', 'done', 'h'],
  ['h', 'done', 'a'],
] as const;
const names = Object.keys(places);
const stepOf = (id: NodeId): PlanStep => ({
  id,
  type: 'data.map',
  typeVersion: 1,
  name: id,
  params: { all: { $cel: 'steps' }, deal: { $cel: 'trigger.deal' }, item: { $cel: 'item' } },
  effect: 'reads',
  isWait: false,
  retry: { maxAttempts: 1, firstDelaySec: 1, factor: 1, maxDelaySec: 1 },
  timeoutMs: 1000,
  onFault: 'park',
  isSkipped: false,
  opensBefore: [],
});
const plan: Plan = {
  planFormat: 1,
  skeleton: {
    main: {
      entry: 'a',
      nodes: names.map((id) => kinds[id] ?? { id, kind: 'step' }),
      edges: edges.map(([from, port, to]) => ({ from, port, to })),
    },
    paths: [],
    calls: {},
  },
  steps: {
    trigger: { node: 't', type: 'trigger.manual', typeVersion: 1, params: {}, output: {} },
    nodes: Object.fromEntries(names.map((id) => [id, stepOf(id)])),
    slots: [],
    parameters: [],
  },
};

const loops = fc.integer({ min: 0, max: 11 });
const visitOf = (node: NodeId): fc.Arbitrary<Visit> =>
  fc
    .tuple(loops, ...(places[node] ?? []).map((kind) => fc.tuple(kind === 'item' ? loops : fc.constant(kind), loops)))
    .map(([first, ...rest]) => [first, ...rest.flat()].join('/'));
const aVisit = fc.constantFrom(...names).chain((node) => visitOf(node).map((visit) => ({ node, visit })));
const aRow = fc.record({ at: aVisit, isDone: fc.boolean() });
const aWorld = fc.record({ rows: fc.array(aRow, { maxLength: 60 }), here: aVisit });

let database: TestDatabase;
let engine: EngineDatabase;
let workspaceId: WorkspaceId;
let runId: RunId;
beforeAll(async () => {
  database = await makeTestDatabase();
  engine = new EngineDatabase(database.appUrl, { poolSize: 1 });
  const app = await openDatabase(database.appUrl, { poolSize: 1 });
  workspaceId = (await new WorkspaceRepository(app.manager).add({ name: 'Наш' })) as WorkspaceId;
  await app.destroy();
  runId = newId() as RunId;
  const owner = await openDatabase(database.ownerUrl, { poolSize: 1 });
  await owner.query(`SET app.workspace_id = '${workspaceId}'`);
  await owner.query(
    `INSERT INTO plan (workspace_id, hash, plan_format, skeleton, steps) VALUES ('${workspaceId}', 'p', 1, '{}', '{}');
     INSERT INTO scenario (id, workspace_id, name, draft) VALUES ('${runId}', '${workspaceId}', 'x', '{}');
     INSERT INTO scenario_version (id, workspace_id, scenario_id, number, plan_hash, scenario, published_by)
       VALUES ('${runId}', '${workspaceId}', '${runId}', 1, 'p', '{}', '{}');
     INSERT INTO binding (id, workspace_id, version_id, slots, parameters) VALUES ('${runId}', '${workspaceId}', '${runId}', '{}', '{}');
     INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, trigger)
       VALUES ('${runId}', '${workspaceId}', '${runId}', '${runId}', '${runId}', 'p', 1, 'live', 'running', 'manual', '${runId}', '{"deal": "7"}')`,
  );
  await owner.destroy();
});
afterAll(async () => {
  await engine.close();
  await database.drop();
});

interface Row {
  readonly at: { readonly node: NodeId; readonly visit: Visit };
  readonly isDone: boolean;
}
const isItems = (node: NodeId) => kinds[node]?.kind === 'each';
const outputOf = ({ at }: Row) => ({
  said: `${at.node}@${at.visit}`,
  ...(isItems(at.node) ? { isForEach: true } : {}),
});
const write = async (rows: readonly Row[]) => {
  const query = (text: string, values: readonly unknown[]) => engine.query(workspaceId, { name: '', text, values });
  await query('DELETE FROM step WHERE run_id = $1', [runId]);
  await query(
    `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, output)
     SELECT $1, $2, x.node, x.visit, 1, x.status, 'reads', '', x.output FROM jsonb_to_recordset($3::jsonb) AS x(node text, visit text, status text, output jsonb)
     ON CONFLICT DO NOTHING`,
    [
      runId,
      workspaceId,
      JSON.stringify(
        rows.map((row) => ({ ...row.at, status: row.isDone ? 'done' : 'faulted', output: outputOf(row) })),
      ),
    ],
  );
};
/** The first row of each place is the one that was written. */
const written = (rows: readonly Row[]) => [
  ...new Map([...rows].reverse().map((row) => [`${row.at.node}@${row.at.visit}`, row])).values(),
];
/** What every expression saw when a segment read all rows of its run. */
const seenBefore = (rows: readonly Row[], here: Visit) =>
  names.flatMap((node) => {
    const done = written(rows).filter((row) => row.at.node === node && row.isDone);
    const nearest = nearestVisit(
      here,
      done.map(({ at }) => at.visit),
    );
    return done.filter(({ at }) => at.visit === nearest).map(outputOf);
  });

const live = { runChanged: () => undefined };

it('sees of every node what was seen when all rows were read, and of its own steps the row', async () => {
  const kept = new KeptValues();
  await fc.assert(
    fc.asyncProperty(aWorld, async ({ rows, here }) => {
      await write(rows);
      const place = { workspaceId, runId, launch: 1 };
      const parts = { segments: new SegmentRepository(engine), kept, fresh: new FreshRuns(), live };
      const store = new PostgresStepStore(parts, place, false);
      const wants = wantsOf(plan, plan.skeleton.main, { from: here.node, visit: here.visit });
      const context = await store.begin(wants);
      const at = (node: NodeId) => context.steps.filter((step) => step.node === node && step.status === 'done');
      const now = names.flatMap((node) => {
        const nearest = nearestVisit(
          here.visit,
          at(node).map(({ visit }) => visit),
        );
        return at(node)
          .filter(({ visit }) => visit === nearest)
          .slice(-1)
          .map(({ output }) => output);
      });
      expect(now).toEqual(seenBefore(rows, here.visit));
      const own = written(rows).find((row) => row.at.node === here.node && row.at.visit === here.visit);
      const found = context.steps.findLast((step) => step.node === here.node && step.visit === here.visit);
      expect(found?.status).toBe(own === undefined ? undefined : own.isDone ? 'done' : 'faulted');
      expect(context.trigger).toEqual({ deal: '7' });
      expect(context.steps.length).toBeLessThanOrEqual(2 * names.length);
    }),
    { numRuns: 300 },
  );
}, 60_000);
