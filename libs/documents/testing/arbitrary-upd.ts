import fc from 'fast-check';
import { LINE_KINDS, type UpdLine } from '../src/upd/line.js';
import { UPD_FUNCTIONS, type UpdModel } from '../src/upd/model.js';
import { AUTHORITIES, SIGNATURE_KINDS, type UpdSigner } from '../src/upd/signer.js';
import type { TransferPerson, UpdTransfer } from '../src/upd/transfer.js';
import { VAT_RATE_CODES } from '../src/upd/vat-rates.js';
import {
  date,
  decimal,
  digits,
  exactly,
  info,
  infoField,
  inn,
  listOf,
  money,
  party,
  person,
  reference,
  some,
  textOf,
} from './arbitrary-party.js';

const marking = fc.oneof(
  fc.record({ codes: listOf(textOf(255)), batch: textOf(55) }, { requiredKeys: ['codes'] }),
  fc.record({ packages: listOf(textOf(255)), transportPackage: textOf(255) }, { requiredKeys: ['packages'] }),
  fc.record({ quantity: digits(5) }),
);
const traceability = some<
  NonNullable<UpdLine['traceability']>[number],
  'number' | 'unitCode' | 'unitName' | 'quantity' | 'amountWithoutVat'
>(
  {
    number: exactly(27),
    unitCode: digits(3),
    unitName: textOf(255),
    quantity: decimal(11, 1),
    amountWithoutVat: money,
    note: textOf(255),
  },
  ['number', 'unitCode', 'unitName', 'quantity', 'amountWithoutVat'],
);
const line = some<UpdLine, 'number' | 'vatRate'>(
  {
    number: fc.integer({ min: 1, max: 999_999 }),
    name: textOf(2000),
    kind: fc.constantFrom(...LINE_KINDS),
    unitCode: fc.oneof(digits(3), digits(4)),
    unitName: textOf(255),
    quantity: decimal(11, 1),
    price: decimal(11),
    amountWithoutVat: money,
    vatRate: fc.constantFrom(...Object.keys(VAT_RATE_CODES)),
    vat: money,
    amountWithVat: money,
    excise: money,
    characteristic: textOf(1000),
    grade: textOf(10),
    series: textOf(50),
    article: textOf(50),
    code: textOf(100),
    gtin: digits(14),
    catalogCode: exactly(27),
    tnved: digits(10),
    okpd2: exactly(12),
    originCountries: listOf(textOf(255)),
    customs: listOf(fc.record({ countryCode: digits(3), declaration: textOf(29) }, { requiredKeys: [] })),
    documents: listOf(reference, 2),
    traceability: listOf(traceability, 2),
    marking: listOf(marking, 2),
    info: listOf(infoField, 2),
  },
  ['number', 'vatRate'],
);

const mchd = fc.record(
  {
    number: exactly(36),
    issuedOn: date,
    innerNumber: textOf(50),
    innerDate: date,
    storage: textOf(500),
    url: textOf(500),
  },
  { requiredKeys: ['number', 'issuedOn', 'storage'] },
);
const paper = fc.record(
  { issuedOn: date, number: textOf(50), note: textOf(1000), issuer: person },
  { requiredKeys: ['issuedOn', 'number'] },
);
const signerCommon = {
  person,
  position: textOf(255),
  authority: fc.constantFrom(...AUTHORITIES),
  signatureKind: fc.constantFrom(...SIGNATURE_KINDS),
  signedOn: date,
  note: textOf(255),
};
export const signer: fc.Arbitrary<UpdSigner> = fc.oneof(
  fc.record({ ...signerCommon, mchd: listOf(mchd, 2) }, { requiredKeys: ['person', 'authority'] }),
  fc.record({ ...signerCommon, paper: listOf(paper, 2) }, { requiredKeys: ['person', 'authority'] }),
);

export const transferPerson: fc.Arbitrary<TransferPerson> = fc.oneof(
  fc.record(
    { role: fc.constant('employee' as const), person, position: textOf(255), note: textOf(255) },
    { requiredKeys: ['role', 'person', 'position'] },
  ),
  fc.record(
    {
      role: fc.constant('organization' as const),
      person,
      position: textOf(255),
      organizationName: textOf(255),
      inn: inn(10),
      organizationAuthority: reference,
      personAuthority: reference,
      note: textOf(255),
    },
    { requiredKeys: ['role', 'person', 'position', 'organizationName'] },
  ),
  fc.record(
    { role: fc.constant('individual' as const), person, inn: inn(12), personAuthority: reference, note: textOf(255) },
    { requiredKeys: ['role', 'person'] },
  ),
);
const transfer = some<UpdTransfer, 'content'>(
  {
    content: textOf(255),
    kind: textOf(255),
    date,
    periodStart: date,
    periodEnd: date,
    bases: listOf(reference, 2),
    person: transferPerson,
    transport: fc.record(
      { text: textOf(1000), incoterms: exactly(3), incotermsVersion: digits(4) },
      { requiredKeys: [] },
    ),
    thing: fc.record({ date, text: textOf(1000), document: reference }, { requiredKeys: [] }),
    info,
  },
  ['content'],
);
const treasury = fc.record(
  {
    contractNumber: textOf(100),
    contractDate: date,
    account: exactly(11),
    budgetCode: exactly(20),
    purposeCode: exactly(20),
    treasuryCode: textOf(4),
    treasuryName: textOf(2000),
  },
  { requiredKeys: ['contractNumber', 'contractDate'] },
);
const additional = (isInvoice: boolean) =>
  fc.record(
    {
      governmentContractId: exactly(22),
      specialCase: isInvoice ? fc.constantFrom('1', '2', '3', '4', '5', '6') : digits(5),
      treasury,
      factor: party,
      claimBasis: reference,
      documents: listOf(reference, 2),
    },
    { requiredKeys: [] },
  );

/** Any document that the model and the format have room for; its sums need not make sense. */
export const upd: fc.Arbitrary<UpdModel> = fc.constantFrom(...UPD_FUNCTIONS).chain((name) =>
  some<UpdModel, 'function' | 'number' | 'date' | 'seller' | 'buyer' | 'currency' | 'lines' | 'totals' | 'signers'>(
    {
      function: fc.constant(name),
      number: textOf(1000),
      date,
      revision: fc.record(
        { number: fc.integer({ min: 1, max: 999 }), date, sellerFileId: textOf(255), buyerFileId: textOf(255) },
        { requiredKeys: ['number', 'date'] },
      ),
      documentName: textOf(255),
      factName: textOf(255),
      composerName: textOf(1000),
      composerAuthority: reference,
      uid: textOf(1000),
      seller: party,
      buyer: party,
      isConsignorSeller: fc.constant(true),
      consignors: listOf(party, 2),
      consignees: listOf(party, 2),
      payments: listOf(fc.record({ number: textOf(30), date, amount: money }, { requiredKeys: [] })),
      shipments: listOf(reference, 2),
      currency: fc.record(
        { code: digits(3), name: textOf(100), rate: decimal(4).map((rate) => rate.slice(-9)) },
        { requiredKeys: ['code', 'name'] },
      ),
      additional: additional(name === 'СЧФ'),
      info,
      lines: listOf(line, 4),
      totals: fc.record(
        { amountWithoutVat: money, vat: money, amountWithVat: money, netQuantity: decimal(11) },
        { requiredKeys: [] },
      ),
      transfer,
      signers: listOf(signer, 2),
    },
    ['function', 'number', 'date', 'seller', 'buyer', 'currency', 'lines', 'totals', 'signers'],
  ),
);
