import { expect, it } from '@jest/globals';
import { aCrmDeal, aCrmLine, fakeOperator } from '@potok/connector-kit/testing';
import { parseUpd } from '@potok/documents';
import { anOrganization, fakeDocuments, sha256Of } from '@potok/node-sdk/testing';
import { buildUpd } from './node.js';

const { buyer, lines } = aCrmDeal();
const key = sha256Of('the key of a step');
const workIn = (documents: ReturnType<typeof fakeDocuments>) => ({
  client: fakeOperator(),
  services: { documents },
  key,
  signal: new AbortController().signal,
  log: () => undefined,
});
const built = async (documents: ReturnType<typeof fakeDocuments>, input: unknown) => {
  const { output } = await buildUpd.run({ ...workIn(documents), input });
  return output as { documentId: string; number: string };
};
const readBack = async (documents: ReturnType<typeof fakeDocuments>, documentId: string) =>
  parseUpd((await documents.readTitle(documentId, 'seller')).bytes).model;

it('writes into the title what the deal says', async () => {
  const documents = fakeDocuments();
  const service = aCrmLine({
    id: '2',
    name: 'Монтаж',
    isService: true,
    unitCode: '876',
    unitName: 'усл. ед',
    quantity: '1',
  });
  const { documentId, number } = await built(documents, { buyer, lines: [...lines, service] });
  expect(await readBack(documents, documentId)).toMatchObject({
    function: 'СЧФДОП',
    number,
    date: '2026-11-24',
    seller: { inn: anOrganization().inn, kpp: anOrganization().kpp },
    buyer: { inn: '7707083893', kpp: '770701001' },
    lines: [
      { name: 'Насос циркуляционный 25-60', unitCode: '796', vatRate: '22', amountWithVat: '2440.00' },
      { name: 'Монтаж', unitCode: '876', vatRate: '22', amountWithVat: '1220.00' },
    ],
    totals: { amountWithoutVat: '3000.00', vat: '660.00', amountWithVat: '3660.00' },
    transfer: { content: 'Товары переданы, услуги оказаны', date: '2026-11-24' },
    signers: [{ person: { lastName: 'Иванова' }, position: 'Генеральный директор' }],
  });
});

it('names the line whose rate nobody knows', async () => {
  const wrong = [aCrmLine(), aCrmLine({ id: '2', vatRate: '19' })];
  await expect(built(fakeDocuments(), { buyer, lines: wrong })).rejects.toMatchObject({
    code: 'VAT_RATE_UNKNOWN',
    facts: { line: 2, rate: '19', field: '/lines/1' },
  });
});

it('uses up no number for a document that is wrong', async () => {
  const documents = fakeDocuments();
  await expect(built(documents, { buyer: { ...buyer, inn: '1' }, lines })).rejects.toMatchObject({ kind: 'invalid' });
  expect((await built(documents, { buyer, lines })).number).toBe('1');
});

it('builds the same bytes when it goes on after a crash between row and title', async () => {
  const documents = fakeDocuments();
  const { documentId } = await built(documents, { buyer, lines });
  const once = await documents.readTitle(documentId, 'seller');
  await built(documents, { buyer, lines });
  expect((await documents.readTitle(documentId, 'seller')).bytes).toEqual(once.bytes);
});
