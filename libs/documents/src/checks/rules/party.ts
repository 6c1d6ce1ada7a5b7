import type { PartyModel } from '../../party/model.js';
import { error, isInvoice, warning, when, type DocumentFinding, type UpdRule } from '../finding.js';
import {
  checkAccount,
  checkBik,
  checkCorrespondentAccount,
  checkInn,
  checkKpp,
  checkOgrnip,
  type RequisiteFault,
} from '../requisites.js';

/** Who the party is in the document; the texts know the word. */
export type PartyRole = 'seller' | 'buyer' | 'consignor' | 'consignee' | 'factor';

/** Where a party stands: its role, JSON pointer, and place in a list. */
export interface PartyPlace {
  readonly role: PartyRole;
  readonly field: string;
  readonly number?: number;
}

type Placed = readonly [PartyModel, PartyPlace];

const placesOf = (model: Parameters<UpdRule>[0]): readonly Placed[] => [
  [model.seller, { role: 'seller', field: '/seller' }],
  [model.buyer, { role: 'buyer', field: '/buyer' }],
  ...many(model.consignors, 'consignor', '/consignors'),
  ...many(model.consignees, 'consignee', '/consignees'),
  ...(model.additional?.factor === undefined
    ? []
    : [[model.additional.factor, { role: 'factor', field: '/additional/factor' }] as const]),
];

const many = (parties: readonly PartyModel[] | undefined, role: PartyRole, field: string): readonly Placed[] =>
  (parties ?? []).map((party, at) => [party, { role, field: `${field}/${at}`, number: at + 1 }] as const);

/** Every party has what its kind demands: ИНН, КПП of an organization, ФИО and ОГРНИП of a sole trader. */
export const partiesAreIdentified: UpdRule = (model) =>
  placesOf(model).flatMap(([party, place]) => checkParty(party, place));

/** The same for one party alone; `data.check-requisites` uses it. */
export const checkParty = (party: PartyModel, place: PartyPlace): readonly DocumentFinding[] =>
  at(place, '', [...identityOf[party.kind](party, place.role), ...bankOf(party)]);

const at = (place: PartyPlace, below: string, findings: readonly DocumentFinding[]): readonly DocumentFinding[] => {
  const facts = { party: place.role, ...(place.number === undefined ? {} : { number: place.number }) };
  return findings.map((finding) => ({
    ...finding,
    field: place.field + below + finding.field,
    facts: { ...facts, ...finding.facts },
  }));
};

const missing = (value: unknown, code: string, field: string): readonly DocumentFinding[] =>
  when(value === undefined || value === '', () => error(code, field));

const judged = (field: string, fault: RequisiteFault | undefined): readonly DocumentFinding[] =>
  fault === undefined ? [] : [error(fault.code, field, fault.facts)];

const innOf = ({ inn }: PartyModel, of: 'legal' | 'person'): readonly DocumentFinding[] =>
  inn === undefined ? [error('INN_MISSING', '/inn')] : judged('/inn', checkInn(inn, of));

const identityOf: Readonly<
  Record<PartyModel['kind'], (party: PartyModel, role: PartyRole) => readonly DocumentFinding[]>
> = {
  legal: (party) => [
    ...missing(party.name, 'PARTY_NAME_MISSING', '/name'),
    ...innOf(party, 'legal'),
    ...(party.kpp === undefined ? [error('KPP_MISSING', '/kpp')] : judged('/kpp', checkKpp(party.kpp))),
  ],
  'sole-trader': (party, role) => [
    ...missing(party.person, 'PERSON_MISSING', '/person'),
    ...innOf(party, 'person'),
    ...when(party.kpp !== undefined, () => error('KPP_FORBIDDEN', '/kpp')),
    ...ogrnipOf(party, role),
  ],
  person: (party) => [
    ...when(party.person === undefined && party.inn === undefined && party.note === undefined, () =>
      error('PERSON_MISSING', '/person'),
    ),
    ...(party.inn === undefined ? [] : innOf(party, 'person')),
    ...when(party.kpp !== undefined, () => error('KPP_FORBIDDEN', '/kpp')),
  ],
  foreign: (party) => [
    ...missing(party.name, 'PARTY_NAME_MISSING', '/name'),
    ...(party.foreign === undefined
      ? [error('FOREIGN_MISSING', '/foreign')]
      : [
          ...when(party.foreign.id === undefined && party.foreign.note === undefined, () =>
            error('FOREIGN_ID_MISSING', '/foreign/id'),
          ),
          ...countryCode(party.foreign.countryCode, '/foreign/countryCode'),
        ]),
  ],
};

/** Letter ФНС of 16.12.2025 № ЕА-4-26/11336@: a sole trader shows ОГРНИП and its date. The other side's may be unknown. */
const ogrnipOf = (party: PartyModel, role: PartyRole): readonly DocumentFinding[] => {
  const speak = role === 'seller' ? error : warning;
  return [
    ...(party.ogrnip === undefined
      ? [speak('OGRNIP_MISSING', '/ogrnip')]
      : judged('/ogrnip', checkOgrnip(party.ogrnip))),
    ...when(party.ogrnip !== undefined && party.ogrnipDate === undefined, () =>
      speak('OGRNIP_DATE_MISSING', '/ogrnipDate'),
    ),
  ];
};

/** Account keys warn only: accounts of the treasury follow other rules. */
const bankOf = ({ bank }: PartyModel): readonly DocumentFinding[] => {
  if (bank?.bik === undefined) return [];
  const wrongBik = checkBik(bank.bik);
  if (wrongBik !== undefined) return [error(wrongBik.code, '/bank/bik', wrongBik.facts)];
  const keys = [
    ['/bank/account', bank.account, checkAccount],
    ['/bank/correspondentAccount', bank.correspondentAccount, checkCorrespondentAccount],
  ] as const;
  return keys.flatMap(([field, account, check]) => {
    const fault = account === undefined ? undefined : check(account, bank.bik ?? '');
    return fault === undefined ? [] : [warning(fault.code, field, fault.facts)];
  });
};

const countryCode = (code: string, field: string): readonly DocumentFinding[] =>
  when(!/^\d{3}$/.test(code), () => error('COUNTRY_CODE_FORM', field, { value: code }));

/** A счёт-фактура shows the address of every party; an address has one form. */
export const partiesHaveAddresses: UpdRule = (model) =>
  placesOf(model).flatMap(([{ address }, place]) =>
    at(
      place,
      '/address',
      address === undefined ? when(isInvoice(model), () => error('ADDRESS_MISSING', '')) : addressFindings(address),
    ),
  );

const addressFindings = ({ parts, text }: NonNullable<PartyModel['address']>): readonly DocumentFinding[] => [
  ...when((parts === undefined) === (text === undefined), () => error('ADDRESS_FORM', '')),
  ...(text === undefined ? [] : countryCode(text.countryCode, '/text/countryCode')),
  ...when(parts !== undefined && !/^\d{2}$/.test(parts.regionCode), () =>
    error('REGION_CODE_FORM', '/parts/regionCode', { value: parts?.regionCode }),
  ),
  ...when(parts?.postalCode !== undefined && !/^\d{6}$/.test(parts.postalCode), () =>
    error('POSTAL_CODE_FORM', '/parts/postalCode', { value: parts?.postalCode }),
  ),
];
