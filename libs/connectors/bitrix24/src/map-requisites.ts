import type { AddressText, BankAccount, PartyRequisites, PersonName } from '@potok/contracts';
import { firstText, firstValue, textOf, type Row } from './rows.js';

/** The records of one party: requisite, its addresses and bank details, and whom they belong to. */
export interface PartyRows {
  readonly requisite: Row;
  readonly addresses: readonly Row[];
  readonly bank: Row | undefined;
  /** Company or contact. */
  readonly owner: Row | undefined;
}

// crm.enum.addresstype: legal, registration (of a sole trader), actual.
const ADDRESS_TYPES = ['6', '4', '1'] as const;
// Presets that the Russian edition creates (from memory).
const SOLE_TRADER_PRESET = '3';
const RUSSIA = '643';
/** ОКСМ of what stands in COUNTRY or COUNTRY_CODE; the portal keeps free text. */
const COUNTRIES: Readonly<Record<string, string>> = {
  россия: RUSSIA,
  'российская федерация': RUSSIA,
  ru: RUSSIA,
  беларусь: '112',
  by: '112',
  казахстан: '398',
  kz: '398',
  армения: '051',
  am: '051',
  киргизия: '417',
  кыргызстан: '417',
  kg: '417',
};

/** Реквизиты as the portal keeps them; what is missing or wrong stays so, for the checks to say. */
export const asParty = (rows: PartyRows): PartyRequisites => {
  const { requisite, owner } = rows;
  const inn = textOf(requisite, 'RQ_INN');
  const address = addressOf(rows.addresses);
  const kind = kindOf(requisite, { inn, address });
  const optional = {
    fullName: textOf(requisite, 'RQ_COMPANY_FULL_NAME'),
    inn,
    kpp: textOf(requisite, 'RQ_KPP'),
    ogrn: firstText(requisite, 'RQ_OGRN', 'RQ_OGRNIP'),
    ogrnDate: legalDate(textOf(requisite, 'RQ_COMPANY_REG_DATE')),
    person: personOf(requisite),
    address,
    bank: bankOf(rows.bank),
    email: textOf(requisite, 'RQ_EMAIL') ?? firstValue(owner, 'EMAIL'),
    phone: textOf(requisite, 'RQ_PHONE') ?? firstValue(owner, 'PHONE'),
  };
  const name = firstText(requisite, 'RQ_COMPANY_NAME', 'RQ_NAME') ?? firstText(owner, 'TITLE', 'NAME') ?? '';
  return { kind, name, ...known(optional) };
};

const kindOf = (
  requisite: Row,
  { inn, address }: { readonly inn: string | undefined; readonly address: AddressText | undefined },
): PartyRequisites['kind'] => {
  if (inn === undefined) return address !== undefined && address.countryCode !== RUSSIA ? 'foreign' : 'legal';
  if (inn.length !== 12) return 'legal';
  const isTrader =
    textOf(requisite, 'RQ_OGRNIP') !== undefined || textOf(requisite, 'PRESET_ID') === SOLE_TRADER_PRESET;
  return isTrader ? 'sole-trader' : 'person';
};

const personOf = (requisite: Row): PersonName | undefined => {
  const lastName = textOf(requisite, 'RQ_LAST_NAME');
  const firstName = textOf(requisite, 'RQ_FIRST_NAME');
  if (lastName === undefined || firstName === undefined) return undefined;
  return { lastName, firstName, ...known({ middleName: textOf(requisite, 'RQ_SECOND_NAME') }) };
};

const addressOf = (addresses: readonly Row[]): AddressText | undefined => {
  const row = ADDRESS_TYPES.map((type) => addresses.find((one) => textOf(one, 'TYPE_ID') === type)).find(
    (one) => one !== undefined,
  );
  const parts = ['POSTAL_CODE', 'REGION', 'PROVINCE', 'CITY', 'ADDRESS_1', 'ADDRESS_2'].flatMap(
    (name) => textOf(row, name) ?? [],
  );
  if (parts.length === 0) return undefined;
  const country = firstText(row, 'COUNTRY_CODE', 'COUNTRY');
  return {
    countryCode: country === undefined ? RUSSIA : (COUNTRIES[country.toLowerCase()] ?? country),
    text: [...new Set(parts)].join(', '),
    ...known({ countryName: textOf(row, 'COUNTRY'), postalCode: textOf(row, 'POSTAL_CODE') }),
  };
};

const bankOf = (row: Row | undefined): BankAccount | undefined => {
  const account = textOf(row, 'RQ_ACC_NUM');
  if (account === undefined) return undefined;
  const optional = {
    bankName: textOf(row, 'RQ_BANK_NAME'),
    bik: textOf(row, 'RQ_BIK'),
    correspondentAccount: textOf(row, 'RQ_COR_ACC_NUM'),
  };
  return { account, ...known(optional) };
};

/** `06.04.2007` of the Russian portal, or an ISO date. */
const legalDate = (text: string | undefined): string | undefined => {
  const russian = /^(\d{2})\.(\d{2})\.(\d{4})/.exec(text ?? '');
  if (russian !== null) return [russian[3], russian[2], russian[1]].join('-');
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];
};

type Known<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> };
export const known = <T extends object>(values: T): Known<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<T>;
