import type { JsonSchema } from '@potok/contracts';
import { asSchema } from '../analysis/schema-path.js';
import { fieldPath } from './field-path.js';
import type { PlaceScope } from './place-scope.js';

/** What may be meant by a field that lies inside of a list, where no loop goes over the list. */
export interface ListWay {
  readonly way: 'first' | 'joined' | 'sum' | 'count';
  readonly cel: string;
  /** For a field that takes text only, where `cel` gives something else. */
  readonly celText?: string;
  /** Whole, with its braces. */
  readonly tpl: string;
  readonly schema: JsonSchema;
}

type Names = Readonly<Record<string, JsonSchema>>;

/** The name of a row in what is made of a list. */
const ROW = 'row';
const INDEX = /^\d+$/;
const AMOUNT: JsonSchema = { type: 'string', format: 'decimal' };

interface Inside {
  readonly list: ReturnType<typeof fieldPath>;
  readonly items: JsonSchema;
  /** Of the row, down to the field; none is the row itself. */
  readonly keys: readonly string[];
}

const insideOf = (place: PlaceScope, keys: readonly string[], names: Names): Inside | undefined => {
  const at = keys.findLastIndex((key) => INDEX.test(key));
  if (at < 1) return undefined;
  const list = fieldPath(place, keys.slice(0, at), names);
  const items = asSchema(list.schema.items);
  return list.schema.type !== 'array' || items === undefined ? undefined : { list, items, keys: keys.slice(at + 1) };
};

const listCel = ({ list }: Inside): string => (list.isOptional ? `${list.cel}.orValue([])` : list.cel);

const inRow = (place: PlaceScope, { items, keys }: Inside) => fieldPath(place, [ROW, ...keys], { [ROW]: items });

const isNumber = ({ type, format }: JsonSchema): boolean =>
  type === 'integer' || type === 'number' || format === 'decimal';

/** Values of the field in all rows that have it. */
const valuesCel = (place: PlaceScope, inside: Inside, asText: boolean): string => {
  const { cel, isOptional } = inRow(place, inside);
  const list = isOptional ? `${listCel(inside)}.filter(${ROW}, ${cel}.hasValue())` : listCel(inside);
  const value = isOptional ? `${cel}.value()` : cel;
  return `${list}.map(${ROW}, ${asText ? `string(${value})` : value})`;
};

/** A template of a list that may be absent says nothing then. */
const overList = ({ list }: Inside, text: (list: string) => string): string => {
  const path = list.tpl.replace(/^def (.*) ""$/, '$1');
  return list.isOptional ? `{{#if ${path}}}${text(path)}{{/if}}` : text(path);
};

const joined = (place: PlaceScope, inside: Inside): readonly ListWay[] => {
  const { schema, tpl } = inRow(place, inside);
  const isPlain = schema.type === 'string' || schema.type === 'integer' || schema.type === 'boolean';
  if (!isPlain) return [];
  const each = (list: string) => `{{#each ${list} as |${ROW}|}}{{${tpl}}}{{#unless @last}}, {{/unless}}{{/each}}`;
  const cel = `join(${valuesCel(place, inside, schema.type !== 'string')}, ", ")`;
  return [{ way: 'joined', cel, tpl: overList(inside, each), schema: { type: 'string' } }];
};

/** Of a field that each row has, as templates can sum up nothing else. */
const sum = (place: PlaceScope, inside: Inside): readonly ListWay[] => {
  const { schema, isOptional } = inRow(place, inside);
  const [field, ...deeper] = inside.keys;
  if (field === undefined || deeper.length > 0 || isOptional || !isNumber(schema)) return [];
  const tpl = overList(inside, (list) => `{{sumOf ${list} ${JSON.stringify(field)}}}`);
  return [{ way: 'sum', cel: `sum(${valuesCel(place, inside, false)})`, tpl, schema: AMOUNT }];
};

const count = (inside: Inside): ListWay => {
  const cel = `size(${listCel(inside)})`;
  const tpl = overList(inside, (list) => `{{${list}.length}}`);
  return { way: 'count', cel, celText: `string(${cel})`, tpl, schema: { type: 'integer' } };
};

/** The ways to take a field that lies inside of a list; none for a field that does not. */
export const listWays = (place: PlaceScope, keys: readonly string[], names: Names = {}): readonly ListWay[] => {
  const inside = insideOf(place, keys, names);
  if (inside === undefined) return [];
  const { cel, tpl, schema } = fieldPath(place, keys, names);
  return [
    { way: 'first', cel, tpl: `{{${tpl}}}`, schema },
    ...joined(place, inside),
    ...sum(place, inside),
    count(inside),
  ];
};
