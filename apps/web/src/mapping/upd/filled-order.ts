import type { CrmLine, PartyRequisites } from '@potok/contracts';
import { UPD_FUNCTIONS, type UpdOrder } from '@potok/documents';

/** A node's input with an empty place for whatever it lacks, so that a half-done mapping can be shown. */
export interface FilledOrder extends UpdOrder {
  readonly lines: readonly CrmLine[];
  readonly hasBuyer: boolean;
  readonly seller?: { readonly inn?: string; readonly kpp?: string };
  readonly number?: string;
  readonly date?: string;
  readonly currency?: string;
  readonly dealId?: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textAt = (fields: Fields, key: string): string | undefined => {
  const value = fields[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The fields that hold a text; absent ones stay absent. */
const texts = <K extends string>(fields: Fields, keys: readonly K[]): Partial<Record<K, string>> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = textAt(fields, key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  ) as Partial<Record<K, string>>;

const KINDS = ['legal', 'sole-trader', 'person', 'foreign'] as const;

const addressOf = (value: unknown): Pick<PartyRequisites, 'address'> => {
  if (!isObject(value)) return {};
  const {
    countryCode = '',
    text = '',
    ...rest
  } = texts(value, ['countryCode', 'countryName', 'text', 'regionCode', 'postalCode']);
  return { address: { countryCode, text, ...rest } };
};

const bankOf = (value: unknown): Pick<PartyRequisites, 'bank'> => {
  if (!isObject(value)) return {};
  const { account = '', ...rest } = texts(value, ['account', 'bankName', 'bik', 'correspondentAccount']);
  return { bank: { account, ...rest } };
};

const personOf = (value: unknown): Pick<PartyRequisites, 'person'> => {
  if (!isObject(value)) return {};
  const { lastName = '', firstName = '', ...rest } = texts(value, ['lastName', 'firstName', 'middleName']);
  return { person: { lastName, firstName, ...rest } };
};

const partyOf = (value: unknown): PartyRequisites => {
  const fields = isObject(value) ? value : {};
  return {
    kind: KINDS.find((kind) => kind === fields.kind) ?? 'legal',
    name: textAt(fields, 'name') ?? '',
    ...texts(fields, ['fullName', 'inn', 'kpp', 'ogrn', 'ogrnDate', 'email', 'phone']),
    ...personOf(fields.person),
    ...addressOf(fields.address),
    ...bankOf(fields.bank),
  };
};

const lineOf = (value: unknown): CrmLine => {
  const fields = isObject(value) ? value : {};
  const said = (key: string): string => textAt(fields, key) ?? '';
  return {
    id: said('id'),
    name: said('name'),
    quantity: said('quantity'),
    priceWithoutVat: said('priceWithoutVat'),
    priceWithVat: said('priceWithVat'),
    vatRate: said('vatRate'),
    isVatIncluded: fields.isVatIncluded === true,
    isService: fields.isService === true,
    ...texts(fields, ['article', 'unitCode', 'unitName']),
  };
};

/** Reads what a mapping has made so far; never throws, whatever it is. */
export const filledOrder = (input: unknown): FilledOrder => {
  const fields = isObject(input) ? input : {};
  const { seller, bases, more } = fields;
  const documentFunction = UPD_FUNCTIONS.find((one) => one === fields.documentFunction);
  return {
    hasBuyer: isObject(fields.buyer),
    buyer: partyOf(fields.buyer),
    lines: Array.isArray(fields.lines) ? fields.lines.map(lineOf) : [],
    ...(isObject(seller) ? { seller: texts(seller, ['inn', 'kpp']) } : {}),
    ...texts(fields, ['number', 'date', 'currency', 'dealId', 'operation', 'transferDate', 'certificateId']),
    ...(documentFunction === undefined ? {} : { documentFunction }),
    ...(Array.isArray(bases) ? { bases: bases as NonNullable<UpdOrder['bases']> } : {}),
    ...(isObject(more) ? { more: more } : {}),
  };
};
