import { describe, expect, it } from '@jest/globals';
import { anOrderLine, anUpd, buyer, seller, today } from '../../testing/an-upd.js';
import { documentTextsEn, documentTextsRu, sentenceOf } from '../texts.js';
import { linesOfOrder } from '../upd/order.js';
import type { UpdModel } from '../upd/model.js';
import { checkUpd } from './check-upd.js';
import { checkSignerCertificate } from './rules/signers.js';

type Over = Partial<UpdModel>;
const found = (over: Over, options = {}) => checkUpd(anUpd(over), { today, ...options });
const ofLine = (over: Partial<ReturnType<typeof anOrderLine>>) => checkUpd(anUpd({}, [anOrderLine(over)]), { today });
const without = <T extends object>(value: T, ...keys: (keyof T)[]) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as keyof T))) as T;
const signer = anUpd().signers[0]!;
const [line] = anUpd().lines;
const withLine = (over: object): Over => ({ lines: [{ ...line!, ...over }] });
const transfer = anUpd().transfer!;
const trader = { kind: 'sole-trader' as const, person: signer.person, inn: '500100732259', address: seller.address! };
const reference = { name: 'Накладная', number: '1', date: '2026-11-24' };

describe('checkUpd', () => {
  it('finds nothing wrong with a right document', () => {
    expect(found({})).toEqual([]);
  });

  it.each([
    [
      'НДС 19 %',
      ofLine({ vatRate: '19' }),
      '/lines/0/vatRate',
      'Строка 1: ставки НДС 19 % не бывает. Выберите 22, 20, 10, 7, 5, 0 % или «без НДС».',
    ],
    [
      'a price with a comma',
      ofLine({ price: '1 200,50' }),
      '/lines/0/price',
      'Строка 1: цена за единицу без НДС: «1 200,50» не число. Запишите с точкой и без пробелов: 1200.50.',
    ],
    [
      'a deal without lines',
      checkUpd(anUpd({}, []), { today }),
      '/lines',
      'В документе нет строк. Добавьте в сделку хотя бы один товар или услугу.',
    ],
    [
      'a wrong ИНН',
      found({ buyer: { ...buyer, inn: '7728168972' } }),
      '/buyer/inn',
      'Покупатель: ИНН «7728168972» неверный: не сходится контрольное число. Проверьте, нет ли опечатки.',
    ],
  ])('says of %s one clear sentence', (...[, findings, field, sentence]) => {
    expect(findings.map((one) => [one.severity, one.field, sentenceOf(one)])).toEqual([['error', field, sentence]]);
  });

  const cases: readonly (readonly [string, string, Over])[] = [
    ['TRANSFER_MISSING', '/transfer', { transfer: undefined as never }],
    ['TRANSFER_DATE_MISSING', '/transfer/date', { transfer: without(transfer, 'date') }],
    [
      'PERIOD_REVERSED',
      '/transfer/periodEnd',
      { transfer: { ...transfer, periodStart: '2026-11-24', periodEnd: '2026-11-01' } },
    ],
    [
      'TRANSFER_POSITION_MISSING',
      '/transfer/person/position',
      { transfer: { ...transfer, person: { role: 'employee', person: signer.person } } },
    ],
    [
      'TRANSFER_AUTHORITY_MISSING',
      '/transfer/person/inn',
      { transfer: { ...transfer, person: { role: 'individual', person: signer.person } } },
    ],
    [
      'TRANSFER_ORGANIZATION_MISSING',
      '/transfer/person/organizationName',
      {
        transfer: {
          ...transfer,
          person: { role: 'organization', position: 'Водитель', inn: '7707083893', person: signer.person },
        },
      },
    ],
    ['SHIPMENT_MISSING', '/shipments', { function: 'СЧФ' }],
    ['DOCUMENT_NAME_FORBIDDEN', '/documentName', { function: 'СЧФ', documentName: 'Акт', shipments: [reference] }],
    ['SPECIAL_CASE_FORM', '/additional/specialCase', { additional: { specialCase: '1' } }],
    ['REVISION_BEFORE_DOCUMENT', '/revision/date', { revision: { number: 1, date: '2026-11-23' } }],
    ['DATE_IN_FUTURE', '/date', { date: '2026-11-25' }],
    ['PAYMENT_AFTER_DOCUMENT', '/payments/0/date', { payments: [{ date: '2026-11-25' }] }],
    [
      'AUTHORITY_NOT_YET',
      '/signers/0',
      { signers: [{ ...signer, authority: 'paper', paper: [{ issuedOn: '2027-01-01', number: '1' }] }] },
    ],
    ['PARTY_NAME_MISSING', '/seller/name', { seller: without(seller, 'name') }],
    ['INN_MISSING', '/buyer/inn', { buyer: without(buyer, 'inn') }],
    ['INN_FORM', '/buyer/inn', { buyer: { ...buyer, inn: '77281689' } }],
    ['KPP_MISSING', '/buyer/kpp', { buyer: without(buyer, 'kpp') }],
    ['KPP_FORM', '/buyer/kpp', { buyer: { ...buyer, kpp: '7708' } }],
    [
      'KPP_FORBIDDEN',
      '/buyer/kpp',
      { buyer: { ...trader, ogrnip: '304500116000157', ogrnipDate: '2004-06-08', kpp: '770801001' } },
    ],
    [
      'PERSON_MISSING',
      '/consignees/0/person',
      { consignees: [{ ...without(trader, 'person'), ogrnip: '304500116000157', ogrnipDate: '2004-06-08' }] },
    ],
    ['OGRNIP_MISSING', '/seller/ogrnip', { seller: trader }],
    ['OGRNIP_DATE_MISSING', '/seller/ogrnipDate', { seller: { ...trader, ogrnip: '304500116000157' } }],
    [
      'OGRNIP_CHECKSUM',
      '/seller/ogrnip',
      { seller: { ...trader, ogrnip: '304500116000158', ogrnipDate: '2004-06-08' } },
    ],
    ['FOREIGN_MISSING', '/buyer/foreign', { buyer: { kind: 'foreign', name: 'X', address: buyer.address! } }],
    [
      'FOREIGN_ID_MISSING',
      '/buyer/foreign/id',
      {
        buyer: {
          kind: 'foreign',
          name: 'X',
          address: buyer.address!,
          foreign: { isPerson: false, countryCode: '398', countryName: 'Казахстан' },
        },
      },
    ],
    [
      'COUNTRY_CODE_FORM',
      '/buyer/foreign/countryCode',
      {
        buyer: {
          kind: 'foreign',
          name: 'X',
          address: buyer.address!,
          foreign: { isPerson: false, countryCode: 'KZ', countryName: 'Казахстан', id: '1' },
        },
      },
    ],
    [
      'ACCOUNT_KEY',
      '/seller/bank/account',
      { seller: { ...seller, bank: { account: '40702810638050013198', bik: '044525225' } } },
    ],
    ['BIK_FORM', '/seller/bank/bik', { seller: { ...seller, bank: { bik: '1' } } }],
    ['ADDRESS_MISSING', '/buyer/address', { buyer: without(buyer, 'address') }],
    ['ADDRESS_FORM', '/buyer/address', { buyer: { ...buyer, address: {} } }],
    [
      'REGION_CODE_FORM',
      '/buyer/address/parts/regionCode',
      { buyer: { ...buyer, address: { parts: { regionCode: 'МО', regionName: 'X' } } } },
    ],
    [
      'POSTAL_CODE_FORM',
      '/buyer/address/parts/postalCode',
      { buyer: { ...buyer, address: { parts: { regionCode: '77', regionName: 'X', postalCode: '1' } } } },
    ],
    ['CURRENCY_CODE_FORM', '/currency/code', { currency: { code: 'RUB', name: 'Рубль' } }],
    [
      'LINE_NUMBER_ORDER',
      '/lines/1/number',
      { lines: [line!, line!], totals: { amountWithoutVat: '2000.00', vat: '440.00', amountWithVat: '2440.00' } },
    ],
    ['LINE_NAME_MISSING', '/lines/0/name', { lines: [without(line!, 'name')] }],
    ['UNIT_CODE_FORM', '/lines/0/unitCode', withLine({ unitCode: 'шт' })],
    ['UNIT_NAME_MISSING', '/lines/0/unitName', { lines: [without(line!, 'unitName')] }],
    ['QUANTITY_MISSING', '/lines/0/quantity', { lines: [without(line!, 'quantity')] }],
    ['PRICE_MISSING', '/lines/0/price', { lines: [without(line!, 'price')] }],
    ['LINE_AMOUNT_MISSING', '/lines/0/amountWithoutVat', { lines: [without(line!, 'amountWithoutVat')] }],
    ['VAT_RATE_NOT_IN_FORCE', '/lines/0/vatRate', { ...anUpd({}, [anOrderLine({ vatRate: '20' })]) }],
    ['VAT_MISSING', '/lines/0/vat', { lines: [without(line!, 'vat')], totals: without(anUpd().totals!, 'vat') }],
    [
      'VAT_MISMATCH',
      '/lines/0/vat',
      {
        ...withLine({ vat: '220.02', amountWithVat: '1220.02' }),
        totals: { amountWithoutVat: '1000.00', vat: '220.02', amountWithVat: '1220.02' },
      },
    ],
    ['AMOUNT_MISMATCH', '/lines/0/amountWithoutVat', withLine({ quantity: '11' })],
    [
      'SUM_MISMATCH',
      '/lines/0/amountWithVat',
      {
        ...withLine({ amountWithVat: '1220.02' }),
        totals: { amountWithoutVat: '1000.00', vat: '220.00', amountWithVat: '1220.02' },
      },
    ],
    ['TOTALS_MISSING', '/totals', { totals: undefined as never }],
    ['TOTAL_MISSING', '/totals/amountWithVat', { totals: without(anUpd().totals!, 'amountWithVat') }],
    ['TOTAL_MISMATCH', '/totals/vat', { totals: { ...anUpd().totals!, vat: '220.01' } }],
    ['ORIGIN_NAME_MISSING', '/lines/0/originCountries', withLine({ customs: [{ countryCode: '156' }] })],
    [
      'TRACEABILITY_NUMBER_FORM',
      '/lines/0/traceability/0/number',
      withLine({
        traceability: [{ number: '1', unitCode: '796', unitName: 'шт', quantity: '1', amountWithoutVat: '1' }],
      }),
    ],
    ['GTIN_FORM', '/lines/0/gtin', withLine({ gtin: '460742867912' })],
    ['TNVED_FORM', '/lines/0/tnved', withLine({ tnved: '8544' })],
    ['CATALOG_CODE_FORM', '/lines/0/catalogCode', withLine({ catalogCode: '1' })],
    ['MARKING_EMPTY', '/lines/0/marking/0', withLine({ marking: [{}] })],
    ['MARKING_MIXED', '/lines/0/marking/0', withLine({ marking: [{ codes: ['a'], packages: ['b'] }] })],
    ['MARKING_REPEATED', '/lines/0/marking/0/codes/1', withLine({ marking: [{ codes: ['a', 'a'] }] })],
    ['MARKING_QUANTITY_FORM', '/lines/0/marking/0/quantity', withLine({ marking: [{ quantity: '1,5' }] })],
    ['MARKING_SEPARATOR', '/lines/0/marking/0/codes/0', withLine({ marking: [{ codes: ['a\u001db'] }] })],
    ['NO_SIGNERS', '/signers', { signers: [] }],
    ['SIGNER_POSITION_MISSING', '/signers/0/position', { signers: [without(signer, 'position')] }],
    ['MCHD_MISSING', '/signers/0/mchd', { signers: [{ ...signer, authority: 'mchd-system' }] }],
    [
      'MCHD_FORBIDDEN',
      '/signers/0/mchd',
      { signers: [{ ...signer, mchd: [{ number: '0'.repeat(36), issuedOn: '2026-01-01', storage: 'x' }] }] },
    ],
    ['PAPER_MISSING', '/signers/0/paper', { signers: [{ ...signer, authority: 'paper' }] }],
    ['CHARACTER_UNWRITABLE', '/number', { number: '214\u0000' }],
    ['FIELD_MISSING', '/number', { number: undefined as never }],
    ['FIELD_EMPTY', '/number', { number: '' }],
    ['FIELD_TOO_LONG', '/currency/name', { currency: { code: '643', name: 'x'.repeat(101) } }],
    ['FIELD_UNKNOWN', '/extra', { extra: 1 } as Over],
    ['FIELD_CHOICE', '/function', { function: 'УКД' as never }],
    ['FIELD_TYPE', '/number', { number: 214 as never }],
    ['BAD_DATE', '/date', { date: '24.11.2026' }],
  ];

  it.each(cases)('%s at %s, and nothing else', (code, field, over) => {
    const findings = found(over);
    expect(findings.map((one) => [one.code, one.field])).toEqual([[code, field]]);
    for (const language of ['ru', 'en'] as const) {
      const sentence = sentenceOf(findings[0]!, language);
      expect(sentence).toMatch(/^[«“A-ZА-ЯЁ].*\.$/);
      expect(sentence).not.toMatch(/undefined|\[object|пожалуйста|успешно|!/);
    }
  });

  it('holds rate and function against the seller’s tax regime', () => {
    const codes = (taxRegime: string, vatRate: string) =>
      checkUpd(anUpd({}, [anOrderLine({ vatRate })]), { today, taxRegime: taxRegime as 'osno' }).map(
        ({ code }) => code,
      );
    expect(codes('osno', '22')).toEqual([]);
    expect(codes('usn-vat-5', '5')).toEqual([]);
    expect(codes('usn-vat-7', '5')).toEqual(['VAT_RATE_OF_OTHER_REGIME']);
    expect(codes('usn', '22')).toEqual(['VAT_OF_NON_PAYER', 'INVOICE_OF_NON_PAYER']);
    expect(codes('usn', 'none')).toEqual(['INVOICE_OF_NON_PAYER']);
  });

  it('lets a workspace turn a code into a warning', () => {
    const [finding] = found({ buyer: { ...buyer, inn: '7728168972' } }, { warnOnly: ['INN_CHECKSUM'] });
    expect(finding).toMatchObject({ code: 'INN_CHECKSUM', severity: 'warning' });
  });

  it('judges a rate by the day of the transfer', () => {
    const lines = linesOfOrder([anOrderLine({ vatRate: '20' })], 'on-top');
    const over = { lines, totals: { amountWithoutVat: '1000.00', vat: '200.00', amountWithVat: '1200.00' } };
    expect(found({ ...over, transfer: { ...transfer, date: '2025-12-31' } })).toEqual([]);
  });

  it('says whose field it is', () => {
    const [finding] = found({ buyer: { ...buyer, name: '' } });
    expect(sentenceOf(finding!)).toBe(
      'Покупатель: поле «название организации или иностранного лица» пустое. Заполните его или уберите.',
    );
  });

  it('survives whatever is given instead of a document', () => {
    for (const nonsense of [undefined, null, 1, 'x', [], { lines: [null] }]) {
      expect(checkUpd(nonsense, { today }).length).toBeGreaterThan(0);
    }
  });

  it('tells a certificate of another firm or person', () => {
    const owner = { inn: seller.inn!, lastName: 'ИВАНОВА', givenName: 'Мария Петровна' };
    expect(checkSignerCertificate(anUpd(), owner)).toEqual([]);
    const other = checkSignerCertificate(anUpd(), { inn: '7728168971', lastName: 'Орлов', givenName: 'Пётр' });
    expect(other.map(({ code }) => code)).toEqual(['CERTIFICATE_OTHER_INN', 'CERTIFICATE_OTHER_PERSON']);
  });

  it('has every sentence in both languages', () => {
    expect(Object.keys(documentTextsEn).sort()).toEqual(Object.keys(documentTextsRu).sort());
  });
});
