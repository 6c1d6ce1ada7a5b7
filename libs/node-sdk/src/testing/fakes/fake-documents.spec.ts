import { expect, it } from '@jest/globals';
import { fakeDocuments } from './fake-documents.js';
import { anOrganization } from './an-organization.js';
import { sha256Of } from './fake-blobs.js';

const draft = {
  kind: 'upd',
  documentFunction: 'СЧФДОП',
  organizationId: anOrganization().organizationId,
  counterparty: { name: 'ООО «Вектор»', inn: '7707083893' },
  total: '1.00',
  vat: '0.00',
  content: {},
} as const;
const bytes = new Uint8Array([1]);

it('fixes number and date once per key', async () => {
  const documents = fakeDocuments();
  const first = await documents.draft(draft, sha256Of('a'));
  expect(await documents.draft({ ...draft, number: '9' }, sha256Of('a'))).toEqual(first);
  expect((await documents.draft(draft, sha256Of('b'))).number).not.toBe(first.number);
});

it('refuses a number that is taken and other bytes for a title', async () => {
  const documents = fakeDocuments();
  const { documentId, number } = await documents.draft(draft, sha256Of('a'));
  await expect(documents.draft({ ...draft, number }, sha256Of('b'))).rejects.toMatchObject({
    code: 'DOCUMENT_NUMBER_TAKEN',
  });
  await documents.addTitle(documentId, { role: 'seller', fileName: 'a.xml', bytes });
  await documents.addTitle(documentId, { role: 'seller', fileName: 'a.xml', bytes });
  const other = { role: 'seller', fileName: 'a.xml', bytes: new Uint8Array([2]) } as const;
  await expect(documents.addTitle(documentId, other)).rejects.toMatchObject({ code: 'TITLE_FIXED' });
});

it('throws a draft away, keeps its number used, and keeps what was sent', async () => {
  const documents = fakeDocuments();
  const { documentId, number } = await documents.draft(draft, sha256Of('a'));
  await documents.discard(sha256Of('a'));
  await documents.discard(sha256Of('a'));
  await expect(documents.get(documentId)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' });
  const second = await documents.draft(draft, sha256Of('b'));
  expect(second.number).not.toBe(number);
  await documents.recordSent(second.documentId, { boxId: 'b', messageId: 'm', entityId: 'e', system: 'diadoc' });
  await documents.discard(sha256Of('b'));
  expect(await documents.get(second.documentId)).toEqual(second);
});
