import { pointerKeys } from '../json-pointer.js';
import { asSchema } from './schema-path.js';

const BETWEEN = ' › ';

interface Walk {
  readonly schema: Readonly<Record<string, unknown>> | undefined;
  readonly words: readonly string[];
}

const partsOf = ({ anyOf, oneOf }: Readonly<Record<string, unknown>>): readonly unknown[] => {
  const parts = anyOf ?? oneOf;
  return Array.isArray(parts) ? parts : [];
};

/** Of one of several objects as well: what is told apart there does not change what a field is called. */
const ofProperty = (schema: Walk['schema'], key: string): Walk['schema'] => {
  if (schema === undefined) return undefined;
  const properties = asSchema(schema.properties);
  if (properties !== undefined && Object.hasOwn(properties, key)) return asSchema(properties[key]);
  return partsOf(schema)
    .map((part) => ofProperty(asSchema(part), key))
    .find((found) => found !== undefined);
};

const isList = (schema: Walk['schema']): boolean => schema?.type === 'array';

/** Items of a list are numbered as people count; the body of a `$each` has no number. */
const step = ({ schema, words }: Walk, key: string): Walk => {
  if (isList(schema) && key === 'do') return { schema: asSchema(schema?.items), words };
  if (/^\d+$/.test(key)) return { schema: asSchema(schema?.items), words: [...words, String(Number(key) + 1)] };
  const inner = ofProperty(schema, key);
  return { schema: inner, words: [...words, typeof inner?.title === 'string' ? inner.title : key] };
};

const wordsAlong = (schema: unknown, keys: readonly string[]): readonly string[] =>
  keys.reduce(step, { schema: asSchema(schema), words: [] }).words;

/** «Покупатель › ИНН»: the titles of a JSON schema along a pointer; a key where the schema has no title. */
export const fieldTitle = (schema: unknown, pointer: string): string =>
  wordsAlong(schema, pointerKeys(pointer)).join(BETWEEN);

/** The schema of the field that a pointer leads to, where it is known. */
export const schemaOfField = (schema: unknown, pointer: string): Walk['schema'] =>
  pointerKeys(pointer).reduce(step, { schema: asSchema(schema), words: [] }).schema;

/** The same along keys. */
export const titlesAlong = (schema: unknown, keys: readonly string[]): string => wordsAlong(schema, keys).join(BETWEEN);

/** «Строки → 2 → Цена»: the same as sentences of findings say it. */
export const fieldWords = (schema: unknown, pointer: string): string =>
  wordsAlong(schema, pointerKeys(pointer)).join(' → ');
