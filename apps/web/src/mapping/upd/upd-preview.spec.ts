import { expect, it } from '@jest/globals';
import type { OrganizationView } from '@potok/contracts';
import { prettyXml } from '../pretty-xml.js';
import { foreseeUpd, viewOf, xmlOf, type ForeseenUpd } from './upd-preview.js';

const now = new Date('2026-11-24T09:00:00Z');
const anOrganization = (over: Partial<OrganizationView> = {}): OrganizationView => ({
  id: 'own',
  kind: 'legal',
  name: 'ООО «Ромашка»',
  inn: '7736050003',
  kpp: '773601001',
  address: { countryCode: '643', text: 'Москва' },
  taxRegime: 'osno',
  timeZone: 'Europe/Moscow',
  boxes: [],
  signers: [
    {
      id: 'c',
      organizationId: 'own',
      owner: 'Иванова Мария Петровна',
      position: 'Директор',
      thumbprint: 't',
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2027-01-01T00:00:00Z',
      provider: 'software',
      isTest: true,
    },
  ],
  ...over,
});
const buyer = {
  kind: 'legal',
  name: 'ООО «Вектор»',
  inn: '7707083893',
  kpp: '770701001',
  address: { countryCode: '643', text: 'Москва' },
};
const line = {
  id: '1',
  name: 'Насос',
  quantity: '2',
  unitCode: '796',
  priceWithoutVat: '1000.00',
  priceWithVat: '1220.00',
  vatRate: '22',
  isVatIncluded: false,
  isService: false,
};
const foreseen = (input: unknown, organizations = [anOrganization()]) => foreseeUpd(input, organizations, now);
const places = (input: unknown, organizations?: OrganizationView[]) =>
  foreseen(input, organizations).problems.map(({ code, pointer }) => [code, pointer]);

it('foresees the document that the node would build, with its XML', () => {
  const made = foreseen({ buyer, lines: [line] }) as ForeseenUpd;
  expect(made.problems).toEqual([]);
  expect(viewOf(made).title).toBe('Универсальный передаточный документ № 1 от 24.11.2026');
  expect(made.model.totals).toMatchObject({ amountWithVat: '2440.00' });
  expect(xmlOf(made, now)).toContain('ИННЮЛ="7707083893"');
});

it('tells a broken rule at the field of the mapping that caused it, and once', () => {
  expect(places({ buyer: { ...buyer, inn: '7707083890' }, lines: [line] })).toEqual([['INN_CHECKSUM', '/buyer/inn']]);
  expect(places({ buyer, lines: [{ ...line, vatRate: '19' }] })).toEqual(
    expect.arrayContaining([['VAT_RATE_UNKNOWN', '/lines/*/vatRate']]),
  );
});

it('tells what the node itself asks for', () => {
  expect(places({ lines: [line], currency: 'USD' })).toEqual([
    ['CURRENCY_NOT_ROUBLES', '/currency'],
    ['BUYER_MISSING', '/buyer'],
  ]);
  const seller = { kind: 'legal', name: 'x', inn: '1' };
  expect(places({ buyer, lines: [line], seller })).toContainEqual(['ORGANIZATION_NOT_FOUND', '/seller']);
  expect(places({ buyer, lines: [line] }, [anOrganization(), anOrganization({ id: 'b' })])).toContainEqual([
    'ORGANIZATION_AMBIGUOUS',
    '/seller',
  ]);
});

it('shows what there is of a half-done mapping, and never throws', () => {
  for (const input of [undefined, null, 5, {}, { buyer: 1, lines: 'x' }, { lines: [null, {}] }, { buyer: {} }]) {
    const made = foreseen(input);
    expect(made).toHaveProperty('model');
    expect(viewOf(made as ForeseenUpd).title).toContain('№ 1');
  }
});

it('judges no seller while nobody knows who it is', () => {
  expect(places({ buyer, lines: [line] }, [])).toEqual([]);
});

it('shows XML with an element a line', () => {
  expect(prettyXml('<?xml version="1.0"?><a x="1"><b>text</b><c/></a>')).toBe(
    '<?xml version="1.0"?>\n<a x="1">\n  <b>text</b>\n  <c/>\n</a>',
  );
});
