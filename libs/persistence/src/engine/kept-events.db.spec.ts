import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../new-id.js';
import { openDocumentWorld, type DocumentWorld } from '../testing/document-world.js';
import { DocumentStore } from './document-store.js';
import { InboxRepository } from './inbox.repository.js';

let world: DocumentWorld;
let store: DocumentStore;
beforeAll(async () => {
  world = await openDocumentWorld();
  store = new DocumentStore(world.engine);
});
afterAll(() => world.close());

const aKeptEvent = async (workspaceId: string, messageId: string, boxId = 'box') => {
  const id = newId();
  await world.owner.query(
    `INSERT INTO inbox (id, workspace_id, source, scope, event_key, body, status, reason, attempts, next_try_at)
     VALUES ($1::uuid, $2, 'operator', 'box', $1::text, $3, 'kept', '{"code":"DOCUMENT_UNKNOWN","facts":{}}', 30, now() + interval '1 hour')`,
    [id, workspaceId, JSON.stringify({ boxId, messageId, documentEntityId: 'e', kind: 'signed' })],
  );
  return id;
};
const rowOf = async (id: string) => {
  const [row] = await world.owner.query<{ status: string; attempts: number; isDue: boolean; reason: unknown }[]>(
    `SELECT status, attempts, reason, next_try_at <= now() AS "isDue" FROM inbox WHERE id = $1`,
    [id],
  );
  return row;
};
const recordSent = (workspaceId: string, documentId: string, messageId: string) =>
  store.applyEvent(workspaceId, {
    documentId,
    id: newId(),
    auditId: newId(),
    at: new Date(),
    kind: 'sent',
    source: 'potok',
    eventKey: `sent:${messageId}/e`,
    facts: {},
    who: { kind: 'run', id: newId() },
    sent: { system: 'diadoc', boxId: 'box', messageId, entityId: 'e' },
    fold: () => ({
      delivery: 'sent',
      answer: 'none',
      annulment: 'none',
      correction: 'none',
      headline: 'sent',
      isExported: false,
      isPaid: false,
      isArchived: false,
    }),
  });

it('takes up again what the operator told of a document before its send was known, and nothing else', async () => {
  const { workspaceId, documentId } = await world.addDocument();
  const other = await world.addDocument();
  const kept = await aKeptEvent(workspaceId, 'm-1');
  const rest = [
    await aKeptEvent(workspaceId, 'm-2'),
    await aKeptEvent(workspaceId, 'm-1', 'another-box'),
    await aKeptEvent(other.workspaceId, 'm-1'),
  ];
  await recordSent(workspaceId, documentId, 'm-1');
  expect(await rowOf(kept)).toEqual({ status: 'new', attempts: 0, isDue: true, reason: null });
  for (const id of rest) expect(await rowOf(id)).toMatchObject({ status: 'kept' });
});

it('takes up at once what was put off because its document was unknown, and leaves other troubles their time', async () => {
  const { workspaceId, documentId } = await world.addDocument();
  const [early, other] = [await aKeptEvent(workspaceId, 'm-1'), await aKeptEvent(workspaceId, 'm-1')];
  const putOff = (id: string, code: string) =>
    world.owner.query(`UPDATE inbox SET status = 'new', reason = $2 WHERE id = $1`, [id, JSON.stringify({ code })]);
  await putOff(early, 'DOCUMENT_NOT_YET_KNOWN');
  await putOff(other, 'SYSTEM_UNAVAILABLE');
  await recordSent(workspaceId, documentId, 'm-1');
  expect(await rowOf(early)).toMatchObject({ status: 'new', attempts: 0, isDue: true });
  expect(await rowOf(other)).toMatchObject({ status: 'new', attempts: 30, isDue: false });
});

it('takes up a kept event when asked to', async () => {
  const { workspaceId } = await world.addDocument();
  const [kept, other] = [await aKeptEvent(workspaceId, 'm-1'), await aKeptEvent(workspaceId, 'm-2')];
  await new InboxRepository(world.engine).takeUpKept(workspaceId, { boxId: 'box', messageId: 'm-1' });
  expect(await rowOf(kept)).toMatchObject({ status: 'new', isDue: true });
  expect(await rowOf(other)).toMatchObject({ status: 'kept' });
});
