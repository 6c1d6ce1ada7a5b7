import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../new-id.js';
import { InboxRepository } from './inbox.repository.js';
import type { ChangeRows, StepJson, WaitJson } from './step-rows.js';
import { addBinding, addDelivery, aRun, openRunWorld, type RunWorld } from './testing/run-world.js';

let world: RunWorld;
beforeAll(async () => {
  world = await openRunWorld();
});
afterAll(() => world.close());

const admitted = async () => {
  const run = aRun(await addDelivery(world.owner, world.workspaceId));
  await world.runs.admit(world.workspaceId, run);
  return run.id;
};
const aStep = (node: string): StepJson => ({
  node_id: node,
  visit: '0',
  seq: 1,
  status: 'started',
  effect: 'legal',
  key: 'k',
  input: null,
  output: null,
  port: null,
  attempt: 1,
  attempts: [],
  fault: null,
  undo_fault: null,
  next_try_at: null,
  started_at: '2026-11-28T12:00:00Z',
  ended_at: null,
});
const aWait = (): WaitJson => ({
  id: newId(),
  node_id: 'w',
  visit: '0',
  event: 'callback',
  key: 'k',
  token: newId(),
  status: 'open',
  deadline_at: null,
  offers: {},
  facts: {},
});
const nothing: ChangeRows = { steps: [], openWaits: [], closeWaits: [], calls: [], run: undefined, hear: undefined };
const waiting = { status: 'waiting', waiting: { node: 'w' }, fault: null, isEnd: false };
const first = (runId: string) => ({ runId, launch: 1, fence: 1, isFirst: true });
const next = (runId: string) => ({ runId, launch: 1, fence: 1, isFirst: false });
const commit = (place: ReturnType<typeof first>, over: Partial<ChangeRows>) =>
  world.segments.commit(world.workspaceId, place, { ...nothing, ...over });
const stepsOf = async (runId: string) =>
  (await world.owner.query<{ node_id: string }[]>('SELECT node_id FROM step WHERE run_id = $1', [runId])).map(
    ({ node_id }) => node_id,
  );
const statusOf = async (runId: string) =>
  (await world.owner.query<{ status: string }[]>('SELECT status FROM run WHERE id = $1', [runId]))[0]?.status;
const give = (waitId: string, inboxId: string) =>
  new InboxRepository(world.engine).giveToWait(world.workspaceId, {
    waitId,
    inboxId,
    body: { body: { ok: true } },
    at: new Date(),
    isLast: true,
    leaseMs: 1000,
  });

it('lets only one of two first writes of a launch through', async () => {
  const runId = await admitted();
  expect(await commit(first(runId), { steps: [aStep('a')] })).toEqual([]);
  expect(await commit(first(runId), { steps: [aStep('b')] })).toBeUndefined();
  expect(await stepsOf(runId)).toEqual(['a']);
});

it('takes the fence from a first write that comes after somebody has begun', async () => {
  const runId = await admitted();
  const place = { workspaceId: world.workspaceId, runId, launch: 1, isAlone: true };
  const { fence } = await world.segments.begin(place, { kind: 'undo', calls: [] });
  expect(await commit(first(runId), { steps: [aStep('a')] })).toBeUndefined();
  expect(await commit({ ...next(runId), fence }, { steps: [aStep('b')] })).toEqual([]);
  expect(await stepsOf(runId)).toEqual(['b']);
});

it('writes for many runs at once, and leaves out only the one that has no fence', async () => {
  const [held, lost, other] = [await admitted(), await admitted(), await admitted()];
  await commit(first(lost), { steps: [aStep('a')] });
  const answers = await Promise.all([
    commit(first(held), { steps: [aStep('x')] }),
    commit({ ...next(lost), fence: 7 }, { steps: [aStep('x')] }),
    commit(first(other), { steps: [aStep('x')] }),
  ]);
  expect(answers).toEqual([[], undefined, []]);
  expect([await stepsOf(held), await stepsOf(lost), await stepsOf(other)]).toEqual([['x'], ['a'], ['x']]);
});

it('answers with the write what came for the wait, and then tells nobody that the run waits', async () => {
  const [runId, wait] = [await admitted(), aWait()];
  await commit(first(runId), { openWaits: [wait], run: { ...waiting, status: 'running' } });
  const inboxId = await addDelivery(world.owner, world.workspaceId, 'callback');
  expect(await give(wait.id, inboxId)).toMatchObject({ kind: 'wake', run_id: runId });
  expect(await commit(next(runId), { run: waiting, hear: wait.id })).toMatchObject([
    { inbox_id: inboxId, body: { body: { ok: true } } },
  ]);
  expect(await statusOf(runId)).toBe('running');
});

it('tells that the run waits when nothing came, and gives nothing to a wait that is over', async () => {
  const [runId, wait] = [await admitted(), aWait()];
  expect(await commit(first(runId), { openWaits: [wait], run: waiting, hear: wait.id })).toEqual([]);
  expect(await statusOf(runId)).toBe('waiting');
  await commit(next(runId), { closeWaits: [{ id: wait.id, status: 'answered' }] });
  expect(await give(wait.id, await addDelivery(world.owner, world.workspaceId, 'callback'))).toBeUndefined();
});

it('makes two deliveries of one event, admitted in one statement, a run and its repeat', async () => {
  const ids = [await addDelivery(world.owner, world.workspaceId), await addDelivery(world.owner, world.workspaceId)];
  const both = await Promise.all(ids.map((id) => world.runs.admit(world.workspaceId, aRun(id, { sameAs: 'order-1' }))));
  const run = both.find(({ kind }) => kind === 'run');
  expect(both.map(({ kind }) => kind).sort()).toEqual(['repeat', 'run']);
  expect(new Set(both.map((one) => ('runId' in one ? one.runId : undefined)))).toEqual(
    new Set([run?.kind === 'run' ? run.runId : 'none']),
  );
});

it('keeps an order from others for as long as its maker has it, and no longer', async () => {
  const orders = async () => (await world.relay.claimOutbox(100, 0)).map((order) => order.run_id);
  await world.owner.query('DELETE FROM outbox');
  const leased = aRun(await addDelivery(world.owner, world.workspaceId), { leaseMs: 60_000 });
  const open = aRun(await addDelivery(world.owner, world.workspaceId), { leaseMs: 0 });
  await Promise.all([leased, open].map((run) => world.runs.admit(world.workspaceId, run)));
  expect(await orders()).toEqual([open.id]);
  await world.owner.query(`UPDATE outbox SET next_try_at = now()`);
  expect((await orders()).sort()).toEqual([leased.id, open.id].sort());
});

it('admits by what is published now, and says when another binding is', async () => {
  const newer = 'ffffffff-0000-7000-8000-000000000009';
  await addBinding(world.owner, world.workspaceId, newer);
  const inboxId = await addDelivery(world.owner, world.workspaceId);
  expect(await world.runs.admit(world.workspaceId, aRun(inboxId))).toEqual({ kind: 'stale' });
  expect(await world.runs.admit(world.workspaceId, aRun(inboxId, { bindingId: newer }))).toMatchObject({ kind: 'run' });
});

it('takes workspaces in turn, and news of runs apart from what may begin one', async () => {
  await world.owner.query('DELETE FROM inbox');
  const quiet = await world.addWorkspace('Тихий');
  const busy: string[] = [];
  while (busy.length < 5) busy.push(await addDelivery(world.owner, world.workspaceId));
  const later = await addDelivery(world.owner, quiet);
  const answer = await addDelivery(world.owner, quiet, 'callback');
  const taken = await world.relay.claimInbox('starts', 2, 60_000);
  expect(taken.map(({ id }) => id).sort()).toEqual([busy[0], later].sort());
  expect((await world.relay.claimInbox('news', 10, 60_000)).map(({ id }) => id)).toEqual([answer]);
  expect((await world.relay.claimInbox('starts', 10, 60_000)).map(({ id }) => id).sort()).toEqual(busy.slice(1).sort());
});
