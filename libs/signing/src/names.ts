import type { PersonName } from '@potok/contracts';
import type { BaseBlock } from 'asn1js';
import {
  BmpString,
  IA5String,
  NumericString,
  PrintableString,
  TeletexString,
  UniversalString,
  Utf8String,
} from 'asn1js';
import { oidOf, readBer, sequenceItems, setItems } from './asn1.js';
import { NAME_PARTS, NAME_PART_LIST, type NamePart } from './oids.js';

/** Who a certificate is given to. Absent is what its subject does not say. */
export interface NameFacts {
  readonly commonName?: string;
  readonly organization?: string;
  readonly department?: string;
  readonly position?: string;
  readonly person?: PersonName;
  /** Of a person, 12 digits. */
  readonly inn?: string;
  /** Of a legal entity, 10 digits; older certificates write it as «00» and 10 digits in the field ИНН. */
  readonly innLegal?: string;
  readonly ogrn?: string;
  readonly ogrnip?: string;
  readonly snils?: string;
  readonly email?: string;
}

type Part = { readonly oid: string; readonly value: string };

/** A name in DER: its parts as facts and as one line for people. Throws Asn1Unreadable. */
export const readNames = (der: Uint8Array): { readonly facts: NameFacts; readonly line: string } => {
  const parts = sequenceItems(readBer(der)).flatMap((set) => setItems(set).map(readPart));
  return { facts: factsOf(parts), line: parts.map(({ oid, value }) => `${labelOf(oid)}=${value}`).join(', ') };
};

const readPart = (pair: BaseBlock): Part => {
  const [oid, value] = sequenceItems(pair);
  return { oid: oidOf(oid), value: textOf(value) };
};

const TEXTS = [Utf8String, NumericString, PrintableString, IA5String, BmpString, TeletexString, UniversalString];

const textOf = (block: BaseBlock | undefined): string =>
  TEXTS.map((Kind) => (block instanceof Kind ? block.getValue() : '')).join('');

const labelOf = (oid: string): string => {
  const part = NAME_PART_LIST.find((name) => NAME_PARTS[name].oid === oid);
  return part === undefined ? oid : NAME_PARTS[part].label;
};

const factsOf = (parts: readonly Part[]): NameFacts => {
  const said = (part: NamePart) => parts.find(({ oid }) => oid === NAME_PARTS[part].oid)?.value;
  const inn = said('inn');
  const isOldLegalInn = inn !== undefined && /^00\d{10}$/.test(inn);
  return withoutAbsent({
    commonName: said('commonName'),
    organization: said('organization'),
    department: said('department'),
    position: said('position'),
    person: personOf(said('lastName'), said('givenNames')),
    inn: isOldLegalInn ? undefined : inn,
    innLegal: said('innLegal') ?? (isOldLegalInn ? inn.slice(2) : undefined),
    ogrn: said('ogrn'),
    ogrnip: said('ogrnip'),
    snils: said('snils'),
    email: said('email'),
  });
};

/** «Иван Иванович» is the first name and the rest. */
const personOf = (lastName: string | undefined, givenNames: string | undefined): PersonName | undefined => {
  if (lastName === undefined) return undefined;
  const [firstName = '', ...rest] = (givenNames ?? '').trim().split(/\s+/);
  return { lastName, firstName, ...(rest.length === 0 ? {} : { middleName: rest.join(' ') }) };
};

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

const withoutAbsent = <T extends object>(facts: T): Present<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<T>;
