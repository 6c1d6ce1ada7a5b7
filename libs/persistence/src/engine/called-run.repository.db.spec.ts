import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../new-id.js';
import { CalledRunRepository } from './called-run.repository.js';
import { SegmentRepository } from './segment.repository.js';
import { openRunWorld, type RunWorld } from './testing/run-world.js';

let world: RunWorld;
let called: CalledRunRepository;
let workspaceId: string;
beforeAll(async () => {
  world = await openRunWorld();
  workspaceId = world.workspaceId;
  called = new CalledRunRepository(world.engine);
});
afterAll(() => world.close());

const aRun = async (status = 'waiting', callerId?: string) => {
  const id = newId();
  await world.owner.query(
    `INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, of_run_id, trigger, ended_at)
     VALUES ($1, $2, $1, $1, $1, 'p', 1, 'live', $3::text, 'call', $1, $4, '{}', CASE WHEN $3::text = 'done' THEN now() END)`,
    [id, workspaceId, status, callerId ?? null],
  );
  if (callerId !== undefined)
    await world.owner.query(
      `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token, status)
       VALUES ($1, $2, $3, $4, '0', 'run', $4, '', 'open')`,
      [newId(), workspaceId, callerId, id],
    );
  return id;
};
const aStep = (runId: string, effect: string, status: string) =>
  world.owner.query(
    `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, undo_fault)
     VALUES ($1, $2, 'n', '0', 1, $3, $4, 'k', '{"code":"NO"}')`,
    [runId, workspaceId, status, effect],
  );
const wakesOf = async (runId: string) =>
  (await world.owner.query<{ wake: { id: string } }[]>('SELECT wake FROM outbox WHERE run_id = $1', [runId])).map(
    ({ wake }) => wake,
  );

it('finds the legal effect of a run that was called by a called run', async () => {
  const caller = await aRun();
  const child = await aRun('done', caller);
  const grandchild = await aRun('waiting', child);
  const rows = new SegmentRepository(world.engine);
  expect(await rows.isPastNoReturn({ workspaceId, runId: caller, launch: 1 })).toBe(false);
  await aStep(grandchild, 'legal', 'done');
  expect(await rows.isPastNoReturn({ workspaceId, runId: caller, launch: 1 })).toBe(true);
});

it('orders a command once per id, with its row in the trail', async () => {
  const caller = await aRun();
  const child = await aRun('waiting', caller);
  const stop = { runId: child, callerId: caller, id: `caller/${caller}/stop`, kind: 'cancel' };
  await called.order(workspaceId, { ...stop, auditId: newId() });
  await called.order(workspaceId, { ...stop, auditId: newId() });
  expect(await wakesOf(child)).toEqual([{ id: stop.id, kind: 'command', command: 'cancel' }]);
  expect(await world.owner.query('SELECT act, who FROM audit WHERE object_id = $1', [child])).toEqual([
    { act: 'run.cancel', who: { kind: 'run', id: caller } },
  ]);
});

it('lists what a run has called and what has not ended', async () => {
  const caller = await aRun();
  await aRun('done', caller);
  const open = await aRun('waiting', caller);
  expect(await called.listOpen(workspaceId, caller)).toEqual([open]);
});

it('tells of a failed undo only while it waits for a person, and wakes the caller with it', async () => {
  const caller = await aRun();
  const child = await aRun('undoing', caller);
  await aStep(child, 'undoable', 'undo-failed');
  expect(await called.find(workspaceId, child)).toMatchObject({ is_ended: false, failure: null });
  await world.owner.query(`UPDATE run SET status = 'needs-a-person' WHERE id = $1`, [child]);
  expect(await called.find(workspaceId, child)).toMatchObject({
    failure: { node: 'n', visit: '0', fault: { code: 'NO' } },
  });
  await called.tellUndoFailed(workspaceId, child, 3);
  expect(await wakesOf(caller)).toEqual([expect.objectContaining({ id: `undo-failed/3/${child}`, kind: 'event' })]);
});
