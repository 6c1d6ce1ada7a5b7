import { findSet } from '../model/base-model.js';
import { type EntitySet, navigationName, type Prop } from '../model/entity-set.js';
import { ODataError } from '../wire/odata-error.js';
import { emptyEntity, emptyLine, EMPTY_DATE, type Entity, type Line, ZERO_GUID } from './entity.js';

export type Given = Readonly<Record<string, unknown>>;

/** What a body gives for an object, in the types of the base; properties that it does not have are passed over (17.4.13.1.2). */
export const givenValues = (set: EntitySet, given: Given): Entity => {
  const values: Entity = plainValues(set.props, given);
  for (const table of set.tables) {
    const lines = given[table.name];
    if (lines === undefined) continue;
    if (!Array.isArray(lines)) throw ODataError.badValue(table.name);
    values[table.name] = lines.map((line: unknown, at) => readLine(table.props, line, at));
  }
  return values;
};

/** PUT writes every property: what is not given becomes empty. */
export const allValues = (set: EntitySet, given: Given): Entity => ({
  ...emptyEntity(set),
  ...givenValues(set, given),
});

/** Lines are numbered by their place; Ref_Key is put in by whoever writes. */
const readLine = (props: readonly Prop[], line: unknown, at: number): Line => {
  if (typeof line !== 'object' || line === null) throw ODataError.badBody('строка табличной части не объект');
  return { LineNumber: String(at + 1), ...emptyLine(props), ...plainValues(props, line as Given) };
};

const plainValues = (props: readonly Prop[], given: Given): Line => {
  const values: Line = {};
  for (const prop of props) {
    if (prop.isOwn) continue;
    const bound = given[`${navigationName(prop)}@odata.bind`];
    const value = prop.ref !== undefined && bound !== undefined ? boundKey(prop, bound) : given[prop.name];
    if (value !== undefined) values[prop.name] = readValue(prop, value);
  }
  return values;
};

/** `Catalog_Организации(guid'…')`, short or with the whole address before it. */
const boundKey = (prop: Prop, value: unknown): string => {
  const found = /([^/]+)\(guid'([0-9a-f-]{36})'\)$/i.exec(typeof value === 'string' ? decodeURI(value) : '');
  if (found?.[1] === undefined || found[1] !== prop.ref || !findSet(found[1]))
    throw ODataError.badValue(`${navigationName(prop)}@odata.bind`);
  return found[2] ?? ZERO_GUID;
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

const readValue = (prop: Prop, value: unknown): string | number | boolean => {
  const read = value === null ? emptyLine([prop])[prop.name] : READERS[prop.type](value);
  if (read === undefined) throw ODataError.badValue(prop.name);
  if (prop.values && !prop.values.includes(String(read))) throw ODataError.badValue(prop.name);
  return read;
};

type Reader = (value: unknown) => string | number | boolean | undefined;
const readText: Reader = (value) => (typeof value === 'string' ? value : undefined);
const readNumber = (value: unknown): number | undefined => {
  const isNumeric = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  return isNumeric ? Number(value) : undefined;
};

const READERS: Readonly<Record<Prop['type'], Reader>> = {
  'Edm.String': (value) => (typeof value === 'number' ? String(value) : readText(value)),
  'Edm.Guid': (value) => (typeof value === 'string' && GUID.test(value) ? value.toLowerCase() : undefined),
  'Edm.Boolean': (value) => (typeof value === 'boolean' ? value : undefined),
  'Edm.DateTime': (value) => {
    if (value === '') return EMPTY_DATE;
    const isDate = typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(`${value}Z`));
    return isDate ? value : undefined;
  },
  'Edm.Int64': (value) => {
    const number = readNumber(value);
    return number !== undefined && Number.isInteger(number) ? String(number) : undefined;
  },
  'Edm.Int16': readNumber,
  'Edm.Double': readNumber,
};
