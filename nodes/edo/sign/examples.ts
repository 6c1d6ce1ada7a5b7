import { uuidOf } from '@potok/contracts';
import {
  anOrganization,
  examplesOf,
  fakeBlobs,
  fakeDocuments,
  fakeSigner,
  NOW,
  sha256Of,
} from '@potok/node-sdk/testing';
import { sign } from './node.js';

const key = sha256Of('a document to be signed');
const documentId = uuidOf(key);
const draft = {
  kind: 'upd',
  documentFunction: 'СЧФДОП',
  organizationId: anOrganization().organizationId,
  counterparty: { name: 'ООО «Вектор»', inn: '7707083893', kpp: '770701001' },
  total: '2440.00',
  vat: '440.00',
  content: {},
} as const;
const seller = { fileName: 'title.xml', bytes: new TextEncoder().encode('<Файл/>') };
const signature = new TextEncoder().encode('signature');
const file = { sha256: sha256Of(signature), sizeBytes: signature.length, mediaType: 'application/pkcs7-signature' };
const given =
  (signer = fakeSigner(), title: { readonly signature?: Uint8Array } = {}) =>
  () => ({
    services: {
      documents: fakeDocuments({ documents: [{ key, draft, seller: { ...seller, ...title } }] }),
      signer,
      blobs: fakeBlobs([signature]),
    },
  });
const byPerson = given(fakeSigner({ needsPerson: true }));
const at = '2026-11-24T10:00:00.000Z';

export const examples = examplesOf(sign, [
  {
    title: 'подписывает программным ключом сразу',
    given: given(),
    repeatForgets: ['signer', 'isTest'],
    input: { documentId },
    opens: { key: documentId },
    port: 'signed',
    output: {
      documentId,
      at: NOW.toISOString(),
      signer: 'Иванова Мария Петровна, Генеральный директор',
      isTest: true,
    },
  },
  {
    title: 'не подписывает второй раз',
    given: given(fakeSigner(), { signature }),
    input: { documentId },
    port: 'signed',
    output: { documentId, at: NOW.toISOString() },
  },
  {
    title: 'ждёт подписи директора',
    given: byPerson,
    input: { documentId, deadlineDays: 1 },
    opens: { key: documentId, deadline: '2026-11-25T09:00:00.000Z' },
    news: { kind: 'event', event: 'signature', at, body: { decision: 'signed', signer: 'Иванова М. П.' }, file },
    port: 'signed',
    output: { documentId, at, signer: 'Иванова М. П.' },
  },
  {
    title: 'передаёт отказ директора',
    given: byPerson,
    input: { documentId },
    news: { kind: 'event', event: 'signature', at, body: { decision: 'refused', reason: 'не та сумма' } },
    port: 'refused',
    output: { documentId, at, reason: 'не та сумма' },
  },
  {
    title: 'ждёт дальше, когда новость не о решении',
    given: byPerson,
    input: { documentId },
    news: { kind: 'event', event: 'signature', at, body: { seen: true } },
  },
  {
    title: 'выходит по сроку',
    given: byPerson,
    input: { documentId, deadlineDays: 1 },
    news: { kind: 'deadline', at },
    port: 'deadline',
    output: { documentId, at },
  },
  {
    title: 'не принимает решение без подписи',
    given: byPerson,
    input: { documentId },
    news: { kind: 'event', event: 'signature', at, body: { decision: 'signed' } },
    fault: 'SIGNATURE_MISSING',
  },
  {
    title: 'говорит, что сертификат кончился',
    given: given(fakeSigner({ fault: 'CERTIFICATE_EXPIRED' })),
    input: { documentId },
    fault: 'CERTIFICATE_EXPIRED',
  },
]);
