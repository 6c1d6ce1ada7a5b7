import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DocumentView, Page } from '@potok/contracts';
import { newId } from '@potok/persistence';
import { addCounterparty } from '../testing/a-counterparty.js';
import { addOrganization } from '../testing/an-organization.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

const xml = Buffer.from('<?xml version="1.0" encoding="windows-1251"?><Файл/>', 'latin1');
const signature = Buffer.from([0x30, 0x82, 1, 2, 3]);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let api: TestApi;
let anna: Member;
let organizationId: string;
let counterpartyId: string;
const documents: string[] = [];
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  organizationId = await addOrganization(anna);
  counterpartyId = await addCounterparty(api, {
    workspaceId: anna.workspaceId,
    inn: '7707083893',
    name: 'ПАО «Покупатель»',
  });
  for (const number of ['101', '102', '103']) documents.push(await addDocument(number));
  await addTitle(documents[0] ?? '');
});
afterAll(() => api.stop());

const addDocument = async (number: string) => {
  const id = newId();
  await api.owner.query(
    `INSERT INTO document (id, workspace_id, organization_id, counterparty_id, kind, document_function, number, date, key, total, vat, content, deal_id)
     VALUES ($1, $2, $3, $4, 'upd', 'СЧФДОП', $5, '2026-11-24', $5, 1220, 220, '{}', $6)`,
    [id, anna.workspaceId, organizationId, counterpartyId, number, `D${number}`],
  );
  return id;
};

const addTitle = async (documentId: string) => {
  for (const bytes of [xml, signature])
    await api.owner.query(
      `INSERT INTO blob (workspace_id, sha256, size_bytes, media_type, bytes) VALUES ($1, $2, $3, 'application/xml', $4)`,
      [anna.workspaceId, sha256(bytes), bytes.length, bytes],
    );
  await api.owner.query(
    `INSERT INTO document_title (id, workspace_id, document_id, role, file_name, sha256, size_bytes, signature_sha256)
     VALUES ($1, $2, $3, 'buyer', 'Ответ (да)', $4, $5, $6)`,
    [newId(), anna.workspaceId, documentId, sha256(xml), xml.length, sha256(signature)],
  );
};

const numbers = async (query: string) =>
  (await anna.call('GET', `documents?${query}`)).json<Page<DocumentView>>().items.map(({ number }) => number);

it('lists documents by pages, the newest first', async () => {
  const first = (await anna.call('GET', 'documents?limit=2')).json<Page<DocumentView>>();
  expect(first.items.map(({ number }) => number)).toEqual(['103', '102']);
  expect(first.items[0]).toMatchObject({ total: '1220.00', counterparty: { inn: '7707083893' }, date: '2026-11-24' });
  const second = (await anna.call('GET', `documents?limit=2&cursor=${first.next}`)).json<Page<DocumentView>>();
  expect([second.items.map(({ number }) => number), second.next]).toEqual([['101'], undefined]);
});

it.each([
  ['search=102', ['102']],
  ['search=D103', ['103']],
  [`search=${encodeURIComponent('покупатель')}`, ['103', '102', '101']],
  ['search=%25', []],
  ['kind=upd&headline=draft&from=2026-11-24&to=2026-11-24', ['103', '102', '101']],
  ['kind=ukd', []],
  ['from=2026-11-25', []],
])('finds by %s', async (query, expected) => {
  expect(await numbers(query)).toEqual(expected);
});

it('gives a file byte for byte, under its own name, and its signature', async () => {
  const path = `documents/${documents[0]}/titles/${sha256(xml)}`;
  const shown = await anna.call('GET', `documents/${documents[0]}`);
  expect(shown.json()).toMatchObject({ titles: [{ sha256: sha256(xml), isSigned: true, sizeBytes: xml.length }] });
  const headers = { authorization: `Bearer ${anna.token}` };
  const file = await fetch(`${api.url}/api/workspaces/${anna.workspaceId}/${path}`, { headers });
  expect(Buffer.from(await file.arrayBuffer()).equals(xml)).toBe(true);
  expect(file.headers.get('content-type')).toBe('application/xml; charset=windows-1251');
  expect(file.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('Ответ')}%20%28${encodeURIComponent('да')}%29.xml`,
  );
  const signed = await fetch(`${api.url}/api/workspaces/${anna.workspaceId}/${path}/signature`, { headers });
  expect(Buffer.from(await signed.arrayBuffer()).equals(signature)).toBe(true);
});

it('says what is not there', async () => {
  const codeOf = async (path: string) => (await anna.call('GET', path)).json<{ code: string }>().code;
  expect(await codeOf(`documents/${newId()}`)).toBe('DOCUMENT_NOT_FOUND');
  expect(await codeOf(`documents/${documents[1]}/titles/${sha256(xml)}`)).toBe('TITLE_NOT_FOUND');
  expect(await codeOf(`documents/${documents[1]}/readable`)).toBe('TITLE_NOT_FOUND');
  expect(await codeOf('documents/1')).toBe('ID_WRONG');
  expect(await codeOf('documents?cursor=x')).toBe('CURSOR_WRONG');
});

it('counts documents under the conditions of the list, and by whose turn it is', async () => {
  await api.owner.query(`UPDATE document SET headline = 'waiting-for-buyer' WHERE id = $1`, [documents[0]]);
  const queue = (await anna.call('GET', 'documents?queue=buyer&count=true&limit=1')).json<Page<DocumentView>>();
  expect([queue.items.map(({ number }) => number), queue.total]).toEqual([['101'], 1]);
  expect(await numbers('queue=buyer&headline=draft')).toEqual([]);
  expect((await anna.call('GET', 'documents/queues?search=10')).json()).toEqual({
    all: { total: 3 },
    ours: { total: 2 },
    buyer: { total: 1 },
    refused: { total: 0 },
  });
  expect((await anna.call('GET', 'documents?queue=theirs')).json()).toMatchObject({ status: 400, field: '/queue' });
});

it('counts the documents of a counterparty', async () => {
  const found = await anna.call('GET', 'counterparties?search=77070&count=true');
  expect(found.json()).toMatchObject({ items: [{ id: counterpartyId, documents: 3 }], total: 1 });
  expect((await anna.call('GET', 'counterparties?search=_')).json()).toEqual({ items: [] });
});

it('shows a stranger nothing', async () => {
  const boris = await api.addMember('boris');
  expect((await boris.call('GET', 'documents?count=true')).json()).toEqual({ items: [], total: 0 });
  expect((await boris.call('GET', 'documents/queues')).json()).toMatchObject({ all: { total: 0 } });
  expect((await boris.call('GET', 'counterparties')).json()).toEqual({ items: [] });
  expect((await boris.call('GET', `documents/${documents[0]}/titles/${sha256(xml)}`)).status).toBe(404);
});
