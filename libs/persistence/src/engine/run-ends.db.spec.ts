import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../new-id.js';
import { RunRepository, type NewRun } from './run.repository.js';
import { addDelivery, aRun, openRunWorld, type RunWorld } from './testing/run-world.js';

let world: RunWorld;
beforeAll(async () => {
  world = await openRunWorld();
});
afterAll(() => world.close());

const aDelivery = () => addDelivery(world.owner, world.workspaceId);
const admit = (run: NewRun) => world.runs.admit(world.workspaceId, run);
const started = async () => {
  const run = aRun(await aDelivery());
  await admit(run);
  return run.id;
};
const waitsOf = async (runId: string) => {
  const rows = await world.owner.query<{ node_id: string; status: string }[]>(
    'SELECT node_id, status FROM wait WHERE run_id = $1 ORDER BY node_id',
    [runId],
  );
  return Object.fromEntries(rows.map((row) => [row.node_id, row.status]));
};
const anOpenWait = async (runId: string, node: string) => {
  const id = newId();
  await world.owner.query(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token) VALUES ($1, $2, $3, $4, '0', 'callback', 'k', '')`,
    [id, world.workspaceId, runId, node],
  );
  return id;
};

it('makes one run of a delivery that two workers admit, the second after the first', async () => {
  const inboxId = await aDelivery();
  const [first, second] = [aRun(inboxId), aRun(inboxId)];
  expect(await admit(first)).toMatchObject({ kind: 'run', runId: first.id });
  expect(await admit(second)).toEqual({ kind: 'settled' });
  const [row] = await world.owner.query<{ status: string; run_id: string }[]>('SELECT * FROM inbox WHERE id = $1', [
    inboxId,
  ]);
  expect(row).toMatchObject({ status: 'admitted', run_id: first.id });
});

it('makes one run of a delivery that many workers admit at the same moment', async () => {
  const workers = Array.from({ length: 4 }, () => new RunRepository(world.engine));
  for (let round = 0; round < 10; round += 1) {
    const inboxId = await aDelivery();
    const admitted = await Promise.all(workers.map((worker) => worker.admit(world.workspaceId, aRun(inboxId))));
    expect(admitted.map((one) => one.kind).sort()).toEqual(['run', 'settled', 'settled', 'settled']);
    const made = await world.owner.query<{ id: string }[]>('SELECT id FROM run WHERE inbox_id = $1', [inboxId]);
    expect(made).toHaveLength(1);
  }
});

it('makes no run of a delivery that another worker has refused meanwhile, or that is gone', async () => {
  const inboxId = await aDelivery();
  await world.owner.query(`UPDATE inbox SET status = 'ignored' WHERE id = $1`, [inboxId]);
  for (const run of [aRun(inboxId), aRun(newId())]) {
    expect(await admit(run)).toEqual({ kind: 'settled' });
    expect(await world.owner.query('SELECT FROM run WHERE id = $1', [run.id])).toEqual([]);
  }
});

it.each(['undone', 'cancelled', 'closed-by-person'] as const)(
  'leaves no wait open when a run is %s',
  async (status) => {
    const runId = await started();
    await anOpenWait(runId, 'ask');
    await world.runs.recordStatus(world.workspaceId, runId, 'undoing');
    expect(await waitsOf(runId)).toEqual({ ask: 'open' });
    await world.runs.recordStatus(world.workspaceId, runId, status);
    expect(await waitsOf(runId)).toEqual({ ask: 'closed' });
  },
);

it('leaves no wait open when a run is done, and the answered one answered', async () => {
  const runId = await started();
  const place = { workspaceId: world.workspaceId, runId, launch: 1 };
  const { fence } = await world.segments.begin({ ...place, isAlone: true }, { kind: 'undo', calls: [] });
  const [answered] = [await anOpenWait(runId, 'answer'), await anOpenWait(runId, 'opened-ahead')];
  const about = { steps: [], openWaits: [], calls: [], hear: undefined };
  await world.segments.commit(
    world.workspaceId,
    { ...place, fence, isFirst: false },
    {
      ...about,
      closeWaits: [],
      run: { status: 'waiting', waiting: null, fault: null, isEnd: false },
    },
  );
  expect(await waitsOf(runId)).toEqual({ answer: 'open', 'opened-ahead': 'open' });
  await world.segments.commit(
    world.workspaceId,
    { ...place, fence, isFirst: false },
    {
      ...about,
      closeWaits: [{ id: answered, status: 'answered' }],
      run: { status: 'done', waiting: null, fault: null, isEnd: true },
    },
  );
  expect(await waitsOf(runId)).toEqual({ answer: 'answered', 'opened-ahead': 'closed' });
});
