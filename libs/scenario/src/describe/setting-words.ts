import type { JsonSchema } from '@potok/contracts';
import { choiceWord } from '../analysis/choice-words.js';
import { asSchema } from '../analysis/schema-path.js';
import { cronWords } from '../words/cron-words.js';
import { dynamicOf, type Dynamic } from '../values/param-value.js';
import type { DescribedSetting, Phrase } from './description.js';
import { formulaWords } from './formula-words.js';
import { type Naming, withLine } from './naming.js';
import { templateWords } from './template-words.js';

const LONGEST = 600;

const cut = (phrase: Phrase): Phrase => {
  let left = LONGEST;
  return phrase.flatMap((part) => {
    if (left <= 0) return [];
    const text = part.text.length > left ? `${part.text.slice(0, left)}…` : part.text;
    left -= part.text.length;
    return [{ ...part, text }];
  });
};

const plainText = (value: unknown, schema: JsonSchema | undefined, { texts, language }: Naming): string => {
  const isCron = asSchema(schema?.ui)?.widget === 'cron' && typeof value === 'string';
  const chosen = choiceWord(schema, value, language) ?? (isCron ? cronWords(value, language) : undefined);
  if (chosen !== undefined) return chosen;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

interface Place {
  readonly title: string;
  readonly schema: JsonSchema | undefined;
}

const titleOf = (schema: unknown, key: string): string => {
  const title = asSchema(schema)?.title;
  return typeof title === 'string' ? title : key;
};

const within = ({ title, schema }: Place, key: string): Place => {
  const inner = asSchema(asSchema(schema?.properties)?.[key]) ?? asSchema(schema?.items);
  const own = titleOf(inner, key);
  return { title: title === '' ? own : `${title}: ${own}`, schema: inner };
};

const dynamicSettings = (dynamic: Dynamic, place: Place, naming: Naming): readonly DescribedSetting[] => {
  const title = place.title || naming.texts.value;
  switch (dynamic.kind) {
    case 'cel':
      return [{ title, value: cut(formulaWords(dynamic.text, naming)) }];
    case 'tpl':
      return [{ title, value: cut(templateWords(dynamic.text, naming)) }];
    case 'each': {
      const line = { title, schema: asSchema(place.schema?.items) };
      const list = [{ text: naming.texts.each }, ...formulaWords(dynamic.list, naming)];
      return [{ title, value: list }, ...settingsIn(dynamic.body, line, withLine(naming, dynamic.as))];
    }
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ kind: 'none' }` of a choice between objects is told by the title of the choice. */
const choiceOf = (value: Readonly<Record<string, unknown>>, schema: JsonSchema | undefined): JsonSchema | undefined =>
  (Array.isArray(schema?.anyOf) ? schema.anyOf : [])
    .map(asSchema)
    .find((one) => value.kind !== undefined && asSchema(asSchema(one?.properties)?.kind)?.const === value.kind);

/** The shape of data that an author wrote as JSON Schema: its fields are enough. */
const schemaFields = (value: Readonly<Record<string, unknown>>): string =>
  Object.entries(asSchema(value.properties) ?? {})
    .map(([key, field]) => titleOf(field, key))
    .join(', ');

/** The store keeps fields in an order of its own; people know that of the form. */
const inOrder = (value: Readonly<Record<string, unknown>>, schema: JsonSchema | undefined) => {
  const known = Object.keys(asSchema(schema?.properties) ?? {});
  const rank = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  return Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
};

const objectSettings = (value: Readonly<Record<string, unknown>>, place: Place, naming: Naming) => {
  if (asSchema(place.schema?.ui)?.widget === 'json')
    return [{ title: place.title, value: cut([{ text: schemaFields(value) || JSON.stringify(value) }]) }];
  const choice = choiceOf(value, place.schema);
  const rest = inOrder(value, choice ?? place.schema).filter(([key]) => choice === undefined || key !== 'kind');
  const chosen = choice === undefined ? [] : [{ title: place.title, value: [{ text: String(choice.title) }] }];
  const inner = { title: place.title, schema: choice ?? place.schema };
  return [...chosen, ...rest.flatMap(([key, one]) => settingsIn(one, within(inner, key), naming))];
};

const listSettings = (list: readonly unknown[], place: Place, naming: Naming): readonly DescribedSetting[] => {
  const items = asSchema(place.schema?.items);
  if (list.every((one) => typeof one !== 'object' || one === null))
    return [
      { title: place.title, value: cut([{ text: list.map((one) => plainText(one, items, naming)).join(', ') }]) },
    ];
  return list.flatMap((one, index) => settingsIn(one, { title: `${place.title} ${index + 1}`, schema: items }, naming));
};

const settingsIn = (value: unknown, place: Place, naming: Naming): readonly DescribedSetting[] => {
  const dynamic = dynamicOf(value);
  if (dynamic !== undefined) return dynamicSettings(dynamic, place, naming);
  if (Array.isArray(value)) return listSettings(value, place, naming);
  if (isObject(value)) return objectSettings(value, place, naming);
  return [{ title: place.title || naming.texts.value, value: cut([{ text: plainText(value, place.schema, naming) }]) }];
};

/** The parameters of a step, field by field under the titles of its schema. */
export const settingsOf = (
  params: Readonly<Record<string, unknown>>,
  schema: JsonSchema | undefined,
  naming: Naming,
): readonly DescribedSetting[] => objectSettings(params, { title: '', schema }, naming);
