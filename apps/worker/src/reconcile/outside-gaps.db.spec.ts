import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  aPostOrder,
  aSendOrder,
  fakeOperator,
  type FakeAccounting,
  type FakeOperator,
} from '@potok/connector-kit/testing';
import { NodeFault, uuidOf } from '@potok/contracts';
import { newId } from '@potok/persistence';
import { openReconcileWorld, type ReconcileWorld } from './testing/open-world.js';
import { BOX } from './testing/plant.js';

let world: ReconcileWorld;
let operator: FakeOperator;
let accounting: FakeAccounting;
const { signal } = new AbortController();
beforeAll(async () => {
  world = await openReconcileWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  ({ operator, accounting } = await world.settle());
});

const findTwice = async () => {
  const first = await world.reconcile();
  const second = await world.reconcile();
  expect(second.filter((one) => one.is_new)).toEqual([]);
  return { first, second };
};
/** As a system that offers no lists. */
const withoutLists = <Gateway extends object>(client: Gateway): Gateway =>
  new Proxy(client, {
    get: (of, name) =>
      ['listOutgoing', 'findSent', 'listPosted'].includes(String(name)) ? undefined : bound(of, name),
  });
const bound = (of: object, name: string | symbol): unknown => {
  const value: unknown = Reflect.get(of, name);
  return typeof value === 'function' ? value.bind(of) : value;
};
const keyOf = (digit: string) => digit.repeat(64);

/** A document that is sent, and as the operator has told of it; `number` is also the key. */
const sendOne = async (digit: string, documentId?: string) => {
  const order = { ...aSendOrder({ number: digit, boxId: BOX }), ...(documentId === undefined ? {} : { documentId }) };
  return operator.send(order, { signal, key: keyOf(digit) });
};
const aSentDocument = async (digit: string) => {
  const runId = await world.aRun();
  const documentId = await world.aDocument(runId, digit);
  const sent = await sendOne(digit, documentId);
  await world.sql(`UPDATE document SET delivery = 'sent', box_id = $2, message_id = $3, entity_id = $4 WHERE id = $1`, [
    documentId,
    BOX,
    sent.messageId,
    sent.entityId,
  ]);
  return { runId, documentId, sent };
};
const applyAll = (documentId: string) =>
  operator.listEvents({ boxId: BOX, limit: 1000 }, { signal }).then(async ({ events }) => {
    for (const event of events)
      await world.sql(
        `INSERT INTO document_event (id, workspace_id, document_id, at, kind, source, event_key) VALUES ($1, $2, $3, now(), $4, 'fake', $5)`,
        [newId(), world.workspace, documentId, event.kind, event.id],
      );
  });
const comparisons = async () =>
  (
    await world.sql<{
      checks: readonly { readonly what: string; readonly state: string; readonly compared: number }[];
    }>('SELECT checks FROM reconciliation WHERE workspace_id = $1 ORDER BY id DESC LIMIT 1', [world.workspace])
  )[0]?.checks ?? [];

it('finds nothing where operator and books agree with us', async () => {
  const { documentId } = await aSentDocument('1');
  await applyAll(documentId);
  expect((await findTwice()).first).toEqual([]);
  const lines = await comparisons();
  expect(lines.map(({ what, state }) => `${what} ${state}`)).toEqual([
    'outbox done',
    'inbox done',
    'waits done',
    'runs done',
    'documents done',
    'operator-box done',
    'operator-events done',
    'accounting-steps done',
    'accounting-books done',
  ]);
  expect(lines.find(({ what }) => what === 'operator-box')?.compared).toBe(2);
});

it('brings a lost event in under the key that its poller would have given it, once', async () => {
  const { documentId, sent } = await aSentDocument('2');
  await applyAll(documentId);
  const event = operator.emit(sent.messageId, 'accepted');
  const { first } = await findTwice();
  expect(first).toMatchObject([
    { code: 'EVENT_LOST', state: 'mended', document_id: documentId, facts: { kind: 'accepted', came: false } },
  ]);
  const rows = await world.sql(
    'SELECT source, connection_id, scope, event_key, body, status FROM inbox WHERE workspace_id = $1',
    [world.workspace],
  );
  expect(rows).toEqual([
    {
      source: 'operator',
      connection_id: world.ids.edo,
      scope: `box:${world.ids.edo}/${BOX}`,
      event_key: event.id,
      body: event,
      status: 'new',
    },
  ]);
});

it('reads on over pages of the operator that hold nothing lost', async () => {
  const { documentId, sent } = await aSentDocument('2');
  for (let told = 0; told < 220; told += 1) operator.emit(sent.messageId, 'delivered');
  await applyAll(documentId);
  operator.emit(sent.messageId, 'accepted');
  expect((await findTwice()).first).toMatchObject([{ code: 'EVENT_LOST', facts: { kind: 'accepted' } }]);
  expect((await comparisons()).find(({ what }) => what === 'operator-events')?.compared).toBe(223);
});

it('leaves an event alone that has only just been told, and trusts no clock that is ahead', async () => {
  const { documentId, sent } = await aSentDocument('2');
  await applyAll(documentId);
  const clock = { at: new Date() };
  const fresh = fakeOperator({ now: () => clock.at });
  fresh.sent.push(...operator.sent);
  world.replace({ operator: fresh, accounting });
  for (const kind of ['sent', 'confirmed-by-operator', 'accepted'] as const) fresh.emit(sent.messageId, kind);
  expect(await world.reconcile()).toEqual([]);
  clock.at = new Date(Date.now() + 3_600_000);
  fresh.emit(sent.messageId, 'annulment-requested');
  expect(await world.reconcile()).toMatchObject([{ code: 'EVENT_LOST', facts: { kind: 'annulment-requested' } }]);
});

it('lets an event that came and changed nothing be handled again', async () => {
  const { documentId, sent } = await aSentDocument('3');
  await applyAll(documentId);
  const event = operator.emit(sent.messageId, 'rejected');
  const inboxId = newId();
  await world.sql(
    `INSERT INTO inbox (id, workspace_id, source, connection_id, scope, event_key, body, status) VALUES ($1, $2, 'operator', $3, $4, $5, '{}', 'failed')`,
    [inboxId, world.workspace, world.ids.edo, `box:${world.ids.edo}/${BOX}`, event.id],
  );
  expect((await findTwice()).first).toMatchObject([{ code: 'EVENT_LOST', facts: { came: true } }]);
  expect(await world.sql('SELECT status FROM inbox WHERE id = $1', [inboxId])).toEqual([{ status: 'new' }]);
});

it('shows a document of ours at the operator that no row knows, and none that people have sent', async () => {
  const lost = newId();
  await sendOne('4', lost);
  await sendOne('5');
  const { first } = await findTwice();
  expect(first).toMatchObject([
    {
      code: 'DOCUMENT_AT_OPERATOR_UNKNOWN',
      state: 'parked',
      document_id: null,
      facts: { number: '4', documentId: lost },
    },
  ]);
});

it('notes the sending of a document whose answer was lost', async () => {
  const documentId = await world.aDocument(await world.aRun('closed-by-person'), '6');
  const sent = await sendOne('6', documentId);
  const { first } = await findTwice();
  expect(first).toContainEqual(
    expect.objectContaining({ code: 'DOCUMENT_SENDING_UNRECORDED', state: 'mended', document_id: documentId }),
  );
  expect(await world.sql('SELECT delivery, message_id, box_id FROM document WHERE id = $1', [documentId])).toEqual([
    { delivery: 'sent', message_id: sent.messageId, box_id: BOX },
  ]);
});

it('shows a document that is at the operator twice, by our id or by its number and date', async () => {
  const first = await aSentDocument('7');
  const again = await operator.send(aSendOrder({ number: '7', boxId: BOX, documentId: first.documentId }), {
    signal,
    key: keyOf('a'),
  });
  const second = await aSentDocument('8');
  const byHand = await operator.send(aSendOrder({ number: '8', boxId: BOX }), { signal, key: keyOf('b') });
  for (const { documentId } of [first, second]) await applyAll(documentId);
  const found = (await findTwice()).first;
  expect(found).toMatchObject([
    {
      code: 'DOCUMENT_SENT_TWICE',
      state: 'parked',
      document_id: first.documentId,
      facts: { messageIds: [first.sent.messageId, again.messageId] },
    },
    {
      code: 'DOCUMENT_SENT_TWICE',
      document_id: second.documentId,
      facts: { messageIds: [second.sent.messageId, byHand.messageId] },
    },
  ]);
});

it('shows a document that we hold for sent and the operator does not have', async () => {
  const runId = await world.aRun();
  const documentId = await world.aDocument(runId, '9', {
    delivery: 'sent',
    box_id: BOX,
    message_id: 'no-such',
    entity_id: 'e',
  });
  const { first } = await findTwice();
  expect(first).toMatchObject([
    { code: 'DOCUMENT_NOT_AT_OPERATOR', state: 'parked', document_id: documentId, run_id: runId },
  ]);
});

const aPosting = async (digit: string, status: string, { isExported = false, runStatus = 'done' } = {}) => {
  const runId = await world.aRun(runStatus);
  const documentId = await world.aDocument(runId, digit, isExported ? { exported_at: new Date() } : {});
  await world.sql(
    `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, input) VALUES ($1, $2, 'post', '0', 1, $3, 'undoable', $4, $5)`,
    [runId, world.workspace, status, keyOf(digit), JSON.stringify({ documentId })],
  );
  if (isExported)
    await world.sql(
      `INSERT INTO document_event (id, workspace_id, document_id, at, kind, source, event_key, facts) VALUES ($1, $2, $3, now(), 'exported', 'potok', 'exported:r', $4)`,
      [newId(), world.workspace, documentId, JSON.stringify({ id: uuidOf(keyOf(digit)) })],
    );
  const post = (key = keyOf(digit)) =>
    accounting.post(aPostOrder({ documentId, number: digit, date: new Date().toISOString().slice(0, 10) }), {
      signal,
      key,
    });
  return { runId, documentId, post };
};

it('shows a posting that the books lack, or have taken back', async () => {
  const absent = await aPosting('1', 'done', { isExported: true });
  const unposted = await aPosting('2', 'done', { isExported: true });
  await accounting.unpost((await unposted.post()).id, { signal });
  const { first } = await findTwice();
  expect(first).toMatchObject([
    { code: 'POSTING_ABSENT', state: 'parked', document_id: absent.documentId, facts: { why: 'absent' } },
    { code: 'POSTING_ABSENT', state: 'parked', document_id: unposted.documentId, facts: { why: 'unposted' } },
  ]);
});

it('marks a document that stands in the books under the key of its step', async () => {
  const { documentId, runId, post } = await aPosting('3', 'started', { runStatus: 'closed-by-person' });
  await post();
  const { first, second } = await findTwice();
  expect(first).toMatchObject([
    { code: 'POSTING_UNRECORDED', state: 'mended', document_id: documentId, run_id: runId },
  ]);
  expect(second).toEqual([]);
  const marked = await world.sql('SELECT exported_at IS NOT NULL AS is_exported FROM document WHERE id = $1', [
    documentId,
  ]);
  expect(marked).toEqual([{ is_exported: true }]);
});

it('leaves a step alone that is at its posting, and shows a posting that its undo has left', async () => {
  await (await aPosting('4', 'retrying', { runStatus: 'running' })).post();
  const undone = await aPosting('5', 'undone', { runStatus: 'undone' });
  await undone.post();
  const { first } = await findTwice();
  expect(first).toMatchObject([{ code: 'POSTING_NOT_UNDONE', state: 'parked', document_id: undone.documentId }]);
});

it('shows what stands in the books twice, and what no posting of ours has made', async () => {
  const twice = await aPosting('6', 'done', { isExported: true });
  const one = await twice.post();
  const other = await twice.post(keyOf('e'));
  const gone = newId();
  const today = new Date().toISOString().slice(0, 10);
  await accounting.post(aPostOrder({ documentId: gone, number: '7', date: today }), { signal, key: keyOf('f') });
  const { first } = await findTwice();
  expect(first).toMatchObject([
    { code: 'POSTING_TWICE', document_id: twice.documentId, facts: { entryIds: [one.id, other.id] } },
    { code: 'POSTING_UNKNOWN', document_id: null, facts: { documentId: gone, number: '7' } },
  ]);
});

it('says what could not be compared: a system that gives no list, and one that does not answer', async () => {
  const deaf = fakeOperator({
    faults: { listEvents: new NodeFault('unavailable', 'NETWORK_FAILED', { facts: { host: 'diadoc' } }) },
  });
  world.replace({ operator: withoutLists(deaf), accounting: withoutLists(accounting) });
  expect(await world.reconcile()).toEqual([]);
  const lines = await comparisons();
  expect(lines).toContainEqual(expect.objectContaining({ what: 'operator-box', state: 'not-offered' }));
  expect(lines).toContainEqual(expect.objectContaining({ what: 'accounting-books', state: 'not-offered' }));
  expect(lines).toContainEqual(
    expect.objectContaining({
      what: 'operator-events',
      state: 'failed',
      fault: { code: 'NETWORK_FAILED', facts: { host: 'diadoc' } },
    }),
  );
});
