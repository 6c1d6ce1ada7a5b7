import { uuidOf } from '@potok/contracts';
import { aCounterparty, aCrmDeal, aCrmLine, fakeOperator } from '@potok/connector-kit/testing';
import { anOrganization, exampleKey, examplesOf, fakeDocuments } from '@potok/node-sdk/testing';
import { buildUpd } from './node.js';

const world =
  (operator: Parameters<typeof fakeOperator>[0] = {}, own: Parameters<typeof anOrganization>[0] = {}) =>
  () => ({
    client: fakeOperator(operator),
    services: { documents: fakeDocuments({ organizations: [anOrganization(own)] }) },
  });
const { buyer, lines } = aCrmDeal();
const outputOf = (title: string, sums: { readonly total: string; readonly vat: string }) => {
  const guid = uuidOf(exampleKey(title));
  return {
    documentId: guid,
    number: '1',
    date: '2026-11-24',
    ...sums,
    fileName: `ON_NSCHFDOPPR_2BM-7707083893-770701001-201501010000000000002_2BM-7736050003-773601001-201501010000000000001_20261124_${guid}_0_0_0_0_0_00.xml`,
    boxId: 'our-box',
    toBoxId: 'their-box',
    certificateId: '0197a000-0000-7000-8000-0000000000c1',
  };
};
const built = 'строит УПД по сделке';
const inside = 'считает НДС внутри цены и берёт основание';
const plain = 'строит ДОП организации без НДС';

export const examples = examplesOf(buildUpd, [
  {
    title: built,
    given: world(),
    input: { buyer, lines, dealId: '101' },
    output: outputOf(built, { total: '2440.00', vat: '440.00' }),
  },
  {
    title: inside,
    given: world(),
    input: {
      buyer,
      lines: [
        aCrmLine({ isVatIncluded: true, priceWithVat: '107.00', quantity: '1' }),
        aCrmLine({ id: '2', isService: true }),
      ],
      bases: [{ name: 'Договор поставки', number: '12', date: '2026-01-15' }],
    },
    output: outputOf(inside, { total: '2547.00', vat: '459.30' }),
  },
  {
    title: plain,
    given: world({}, { taxRegime: 'usn' }),
    input: { buyer, lines: [aCrmLine({ vatRate: 'none' })] },
    output: outputOf(plain, { total: '2000.00', vat: '0.00' }),
  },
  { title: 'просит заполнить покупателя', given: world(), input: { lines }, fault: 'BUYER_MISSING' },
  {
    title: 'не строит УПД в долларах',
    given: world(),
    input: { buyer, lines, currency: 'USD' },
    fault: 'CURRENCY_NOT_ROUBLES',
  },
  { title: 'не строит УПД без строк', given: world(), input: { buyer, lines: [] }, fault: 'NO_LINES' },
  {
    title: 'не знает НДС 19 %',
    given: world(),
    input: { buyer, lines: [aCrmLine({ vatRate: '19' })] },
    fault: 'VAT_RATE_UNKNOWN',
  },
  {
    title: 'не берёт цену с запятой',
    given: world(),
    input: { buyer, lines: [aCrmLine({ priceWithoutVat: '10,5' })] },
    fault: 'BAD_INPUT',
  },
  {
    title: 'находит ошибку в ИНН',
    given: world(),
    input: { buyer: { ...buyer, inn: '7707083890' }, lines },
    fault: 'INN_CHECKSUM',
  },
  {
    title: 'говорит, что покупателя у оператора нет',
    given: world({ counterparties: [] }),
    input: { buyer, lines },
    fault: 'COUNTERPARTY_UNKNOWN',
  },
  {
    title: 'говорит, что обмен с покупателем не начат',
    given: world({ counterparties: [aCounterparty({ relation: 'invited' })] }),
    input: { buyer, lines },
    fault: 'COUNTERPARTY_NOT_PARTNER',
  },
  {
    title: 'не находит своего ящика',
    given: world({}, { boxes: [] }),
    input: { buyer, lines },
    fault: 'OWN_BOX_NOT_FOUND',
  },
  {
    title: 'не находит подписанта',
    given: world({}, { signers: [] }),
    input: { buyer, lines },
    fault: 'SIGNER_NOT_FOUND',
  },
]);
