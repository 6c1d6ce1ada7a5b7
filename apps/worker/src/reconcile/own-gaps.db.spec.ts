import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { newId } from '@potok/persistence';
import { openReconcileWorld, type ReconcileWorld } from './testing/open-world.js';

let world: ReconcileWorld;
beforeAll(async () => {
  world = await openReconcileWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.settle();
});

const HOUR_AGO = `now() - interval '1 hour'`;

/** Reconciles, and once more: what was mended is gone, what is parked is there and not new. */
const findTwice = async () => {
  const first = await world.reconcile();
  const second = await world.reconcile();
  expect(second.filter((one) => one.is_new)).toEqual([]);
  return { first, second };
};

it('finds nothing where nothing is wrong', async () => {
  await world.aDocument(await world.aRun('waiting'), '1');
  await world.aRun('done');
  expect((await findTwice()).first).toEqual([]);
});

it('hands a forgotten order to the relay, and only shows one that is being tried', async () => {
  const runId = await world.aRun('waiting');
  const add = (nextTryAt: string, attempts: number) =>
    world.sql(
      `INSERT INTO outbox (workspace_id, run_id, kind, wake, created_at, next_try_at, attempts) VALUES ($1, $2, 'wake', '{}', ${HOUR_AGO}, ${nextTryAt}, $3)`,
      [world.workspace, runId, attempts],
    );
  await add(`now() + interval '1 year'`, 0);
  await add(`now() + interval '20 seconds'`, 40);
  const { first } = await findTwice();
  expect(first).toMatchObject([
    { code: 'ORDER_STUCK', state: 'mended', run_id: runId, is_new: true },
    { code: 'ORDER_STUCK', state: 'open', facts: { attempts: 40 } },
  ]);
  const due = await world.sql('SELECT 1 FROM outbox WHERE run_id = $1 AND next_try_at <= now()', [runId]);
  expect(due).toHaveLength(1);
  await expect(world.sql(`SELECT act FROM audit WHERE object_id = $1`, [runId])).resolves.toEqual([
    { act: 'reconciliation.mended' },
  ]);
});

it('starts a run whose start was lost before anything was done', async () => {
  const runId = await world.aRun('accepted');
  world.workflows.clear();
  const { first } = await findTwice();
  expect(first).toMatchObject([{ code: 'START_LOST', state: 'mended', run_id: runId }]);
  const orders = await world.sql('SELECT kind FROM outbox WHERE run_id = $1', [runId]);
  expect(orders).toEqual([{ kind: 'start' }]);
});

it.each([
  ['is gone', undefined, 'ABSENT'],
  ['was stopped from outside', 'TERMINATED', 'TERMINATED'],
])('stops a run for a person when its workflow %s', async (_what, state, engineState) => {
  const runId = await world.aRun('waiting');
  const place = [runId, world.workspace];
  await world.sql(
    `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key) VALUES ($1, $2, 'answer', '0', 1, 'waiting', 'reads', 'k')`,
    place,
  );
  await world.sql(
    `INSERT INTO outbox (workspace_id, run_id, kind, wake, created_at) VALUES ($2, $1, 'wake', '{}', now())`,
    place,
  );
  world.workflows.clear();
  if (state !== undefined) world.workflows.set(`${world.workspace}/${runId}`, state);
  const { first, second } = await findTwice();
  expect(first).toMatchObject([{ code: 'RUN_LOST', state: 'parked', run_id: runId, facts: { engineState } }]);
  expect(second).toMatchObject([{ code: 'RUN_LOST', state: 'parked', is_new: false }]);
  const [run] = await world.sql('SELECT status, fault FROM run WHERE id = $1', [runId]);
  expect(run).toMatchObject({
    status: 'needs-a-person',
    fault: { node: 'answer', visit: '0', fault: { code: 'RUN_LOST' } },
  });
  expect(await world.sql('SELECT 1 FROM outbox WHERE run_id = $1', [runId])).toEqual([]);
});

it('leaves a run alone that has only just moved', async () => {
  await world.aRun('running', new Date());
  world.workflows.clear();
  expect((await findTwice()).first).toEqual([]);
});

const addDelivery = async (over: Readonly<Record<string, unknown>>) => {
  const id = newId();
  await world.sql(
    `INSERT INTO inbox (id, workspace_id, source, scope, event_key, body, received_at) VALUES ($1, $2, 'webhook', 's', gen_random_uuid()::text, '{}', ${HOUR_AGO})`,
    [id, world.workspace],
  );
  for (const [column, value] of Object.entries(over))
    await world.sql(`UPDATE inbox SET ${column} = $2 WHERE id = $1`, [id, value]);
  return id;
};
const statusOf = async (id: string) =>
  (
    await world.sql<{ status: string; is_due: boolean }>(
      'SELECT status, next_try_at <= now() AS is_due FROM inbox WHERE id = $1',
      [id],
    )
  )[0];

it('gives a delivery that nobody takes to admission again', async () => {
  const id = await addDelivery({ next_try_at: new Date(Date.now() + 365 * 86_400_000) });
  const { first } = await findTwice();
  expect(first).toMatchObject([{ code: 'DELIVERY_STUCK', state: 'mended', facts: { deliveryId: id } }]);
  expect(await statusOf(id)).toEqual({ status: 'new', is_due: true });
});

it('hands over a kept event when its wait or its document has come to be', async () => {
  const runId = await world.aRun('waiting');
  const waitId = newId();
  await world.sql(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token) VALUES ($1, $2, $3, 'n', '0', 'callback', 'k', 't')`,
    [waitId, world.workspace, runId],
  );
  await world.aDocument(runId, '7', { box_id: 'b', message_id: 'm', entity_id: 'e' });
  const body = JSON.stringify({ boxId: 'b', messageId: 'm', documentEntityId: 'e' });
  const callback = await addDelivery({ status: 'kept', source: 'callback', endpoint_id: waitId });
  const event = await addDelivery({ status: 'kept', source: 'operator', body });
  const other = await addDelivery({ status: 'kept', source: 'operator', body: '{"boxId":"x"}' });
  const { first } = await findTwice();
  expect(first).toMatchObject([
    { code: 'EVENT_KEPT', state: 'mended', facts: { deliveryId: callback } },
    { code: 'EVENT_KEPT', state: 'mended', facts: { deliveryId: event } },
  ]);
  expect((await statusOf(event))?.status).toBe('new');
  expect((await statusOf(other))?.status).toBe('kept');
});

const aWait = async (runId: string) => {
  const id = newId();
  await world.sql(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token) VALUES ($1, $2, $3, 'n', '0', 'docflow', 'k', 't')`,
    [id, world.workspace, runId],
  );
  return id;
};

it('closes a wait whose run has ended', async () => {
  const waitId = await aWait(await world.aRun('closed-by-person'));
  const { first, second } = await findTwice();
  expect(first).toMatchObject([{ code: 'WAIT_WITHOUT_RUN', state: 'mended', subject: `wait/${waitId}` }]);
  expect(second).toEqual([]);
  expect(await world.sql('SELECT status FROM wait WHERE id = $1', [waitId])).toEqual([{ status: 'closed' }]);
});

it('goes through a list of many pages, and finds each gap once', async () => {
  const runId = await world.aRun('cancelled');
  await world.sql(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token)
     SELECT gen_random_uuid(), $1, $2, 'n', n::text, 'docflow', n::text, '' FROM generate_series(1, 250) AS n`,
    [world.workspace, runId],
  );
  const { first, second } = await findTwice();
  expect(new Set(first.map((one) => one.subject)).size).toBe(250);
  expect(second).toEqual([]);
});

it('wakes a run whose news lie untaken', async () => {
  const runId = await world.aRun('waiting');
  const waitId = await aWait(runId);
  await world.sql(
    `INSERT INTO wait_news (wait_id, inbox_id, workspace_id, at, body) VALUES ($1, $2, $3, ${HOUR_AGO}, '{}')`,
    [waitId, newId(), world.workspace],
  );
  const { first } = await findTwice();
  expect(first).toMatchObject([{ code: 'NEWS_NOT_TAKEN', state: 'mended', run_id: runId }]);
  const orders = await world.sql('SELECT kind, wake FROM outbox WHERE run_id = $1', [runId]);
  expect(orders).toMatchObject([{ kind: 'wake', wake: { kind: 'event', node: 'n', visit: '0' } }]);
});

it('shows a document without a run, and one that is said to be posted without a posting', async () => {
  const orphan = await world.aDocument(null, '8');
  const unproved = await world.aDocument(await world.aRun(), '9', { exported_at: new Date() });
  const { first, second } = await findTwice();
  expect(first).toMatchObject([
    { code: 'DOCUMENT_WITHOUT_RUN', state: 'parked', document_id: orphan, facts: { number: '8' } },
    { code: 'POSTING_ABSENT', state: 'parked', document_id: unproved, facts: { why: 'unproved' } },
  ]);
  expect(second).toHaveLength(2);
});

it('writes nothing when another worker has taken the reconciliation meanwhile', async () => {
  await world.aDocument(null, '10');
  const at = new Date();
  await world.sql(`INSERT INTO reconciliation_due (workspace_id, next_at) VALUES ($1, '2020-01-01')`, [
    world.workspace,
  ]);
  const late = await world.relay.claimReconciliation('late', at, 1);
  const hold = { workspaceId: world.workspace, fence: late?.fence ?? '' };
  const task = await world.parts().reports.begin(hold.workspaceId, { id: newId(), now: at });
  await world.sql('UPDATE reconciliation_due SET fence = fence + 1 WHERE workspace_id = $1', [world.workspace]);
  expect(await world.parts().reports.renew(hold, 1000)).toBe(false);
  const gap = { id: newId(), code: 'RUN_LOST', subject: 's', state: 'open', facts: {}, at } as const;
  await world.parts().reports.record(hold, task.id, gap);
  await world.parts().reports.finish(hold, { id: task.id, now: at, checks: [] });
  expect(await world.sql('SELECT status FROM reconciliation WHERE id = $1', [task.id])).toEqual([
    { status: 'running' },
  ]);
  expect(await world.sql('SELECT 1 FROM reconciliation_finding WHERE reconciliation_id = $1', [task.id])).toEqual([]);
  // Whoever comes next goes on with the same report.
  await world.sql(`UPDATE reconciliation_due SET lease_until = NULL WHERE workspace_id = $1`, [world.workspace]);
  expect(await world.reconcile()).toMatchObject([{ code: 'DOCUMENT_WITHOUT_RUN' }]);
  expect(await world.sql('SELECT status FROM reconciliation WHERE workspace_id = $1', [world.workspace])).toEqual([
    { status: 'done' },
  ]);
});

it('looks back from now when an earlier report bears the time of a clock that ran ahead', async () => {
  const at = new Date();
  await world.sql(
    `INSERT INTO reconciliation (id, workspace_id, status, asked_by, since, ordered_at, started_at)
     VALUES ($1, $2, 'done', '{}', $3, $3, $3::timestamptz + interval '31 days')`,
    [newId(), world.workspace, at],
  );
  const { since } = await world.parts().reports.begin(world.workspace, { id: newId(), now: at });
  expect(since.getTime()).toBeLessThan(at.getTime());
});
