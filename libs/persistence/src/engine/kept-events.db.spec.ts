import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../database.js';
import { newId } from '../new-id.js';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { WorkspaceRepository } from '../workspace/workspace.repository.js';
import { DocumentStore } from './document-store.js';
import { EngineDatabase } from './engine-database.js';
import { InboxRepository } from './inbox.repository.js';

let database: TestDatabase;
let owner: DataSource;
let engine: EngineDatabase;
let store: DocumentStore;
beforeAll(async () => {
  database = await makeTestDatabase();
  owner = await openDatabase(database.ownerUrl, { poolSize: 1 });
  engine = new EngineDatabase(database.appUrl, { poolSize: 2 });
  store = new DocumentStore(engine);
});
afterAll(async () => {
  await engine.close();
  await owner.destroy();
  await database.drop();
});

const aSignedDocument = async () => {
  const workspaceId = await new WorkspaceRepository(owner.manager).add({ name: 'Ромашка' });
  const [organizationId, counterpartyId, documentId] = [newId(), newId(), newId()];
  await owner.query(
    `INSERT INTO organization (id, workspace_id, kind, name, inn, tax_regime) VALUES ($1, $2, 'legal', 'Ромашка', '7736207543', 'general')`,
    [organizationId, workspaceId],
  );
  await owner.query(`INSERT INTO counterparty (id, workspace_id, inn, name) VALUES ($1, $2, '7701234567', 'Василёк')`, [
    counterpartyId,
    workspaceId,
  ]);
  await owner.query(
    `INSERT INTO document (id, workspace_id, organization_id, counterparty_id, kind, document_function, number, date, key, total, vat, content)
     VALUES ($1, $2, $3, $4, 'upd', 'СЧФДОП', '1', '2026-11-24', 'k', 1, 0, '{}')`,
    [documentId, workspaceId, organizationId, counterpartyId],
  );
  return { workspaceId, documentId };
};

const aKeptEvent = async (workspaceId: string, messageId: string, boxId = 'box') => {
  const id = newId();
  await owner.query(
    `INSERT INTO inbox (id, workspace_id, source, scope, event_key, body, status, reason, attempts, next_try_at)
     VALUES ($1::uuid, $2, 'operator', 'box', $1::text, $3, 'kept', '{"code":"DOCUMENT_UNKNOWN","facts":{}}', 30, now() + interval '1 hour')`,
    [id, workspaceId, JSON.stringify({ boxId, messageId, documentEntityId: 'e', kind: 'signed' })],
  );
  return id;
};
const rowOf = async (id: string) => {
  const [row] = await owner.query<{ status: string; attempts: number; isDue: boolean; reason: unknown }[]>(
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
  const { workspaceId, documentId } = await aSignedDocument();
  const other = await aSignedDocument();
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
  const { workspaceId, documentId } = await aSignedDocument();
  const [early, other] = [await aKeptEvent(workspaceId, 'm-1'), await aKeptEvent(workspaceId, 'm-1')];
  const putOff = (id: string, code: string) =>
    owner.query(`UPDATE inbox SET status = 'new', reason = $2 WHERE id = $1`, [id, JSON.stringify({ code })]);
  await putOff(early, 'DOCUMENT_NOT_YET_KNOWN');
  await putOff(other, 'SYSTEM_UNAVAILABLE');
  await recordSent(workspaceId, documentId, 'm-1');
  expect(await rowOf(early)).toMatchObject({ status: 'new', attempts: 0, isDue: true });
  expect(await rowOf(other)).toMatchObject({ status: 'new', attempts: 30, isDue: false });
});

it('takes up a kept event when asked to', async () => {
  const { workspaceId } = await aSignedDocument();
  const [kept, other] = [await aKeptEvent(workspaceId, 'm-1'), await aKeptEvent(workspaceId, 'm-2')];
  await new InboxRepository(engine).takeUpKept(workspaceId, { boxId: 'box', messageId: 'm-1' });
  expect(await rowOf(kept)).toMatchObject({ status: 'new', isDue: true });
  expect(await rowOf(other)).toMatchObject({ status: 'kept' });
});
