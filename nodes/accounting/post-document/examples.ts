import { uuidOf } from '@potok/contracts';
import { fakeAccounting } from '@potok/connector-kit/testing';
import { anOrganization, exampleKey, examplesOf, fakeDocuments, NOW, sha256Of } from '@potok/node-sdk/testing';
import { postDocument } from './node.js';

const key = sha256Of('a document to be posted');
const documentId = uuidOf(key);
const buyer = { kind: 'legal', name: 'ООО «Вектор»', inn: '7707083893', kpp: '770701001' };
const lines = [
  {
    number: 1,
    name: 'Насос циркуляционный 25-60',
    kind: 'goods',
    unitCode: '796',
    unitName: 'шт',
    quantity: '2',
    price: '1000',
    amountWithoutVat: '2000.00',
    vatRate: '22',
    vat: '440.00',
    amountWithVat: '2440.00',
  },
];
const bases = [{ name: 'Договор поставки', number: '12', date: '2026-01-15' }];
const draftOf = (content: unknown) =>
  ({
    kind: 'upd',
    documentFunction: 'СЧФДОП',
    organizationId: anOrganization().organizationId,
    counterparty: { name: 'ООО «Вектор»', inn: '7707083893', kpp: '770701001' },
    number: '214',
    total: '2440.00',
    vat: '440.00',
    content,
  }) as const;
const given =
  (content: unknown = { buyer, lines, transfer: { content: 'Товары переданы', bases } }, inn = '7736050003') =>
  () => ({
    client: fakeAccounting({ organizations: [{ inn }], now: () => NOW }),
    services: { documents: fakeDocuments({ documents: [{ key, draft: draftOf(content) }] }) },
  });
const posting = 'проводит реализацию по УПД';

export const examples = examplesOf(postDocument, [
  {
    title: posting,
    given: given(),
    input: { documentId },
    output: { id: uuidOf(exampleKey(posting)), number: '214', postedAt: NOW.toISOString() },
  },
  {
    title: 'говорит, что организации в учёте нет',
    given: given(undefined, '7707083893'),
    input: { documentId },
    fault: 'ORGANIZATION_UNKNOWN',
  },
  { title: 'не проводит документ без строк', given: given({}), input: { documentId }, fault: 'DOCUMENT_WITHOUT_LINES' },
]);
