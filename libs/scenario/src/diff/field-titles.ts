import { asSchema } from '../analysis/schema-path.js';
import { pointerKeys } from '../json-pointer.js';

const BETWEEN = ' › ';

interface Walk {
  readonly schema: Readonly<Record<string, unknown>> | undefined;
  readonly words: readonly string[];
}

const ofProperty = (schema: Walk['schema'], key: string): Walk['schema'] => {
  const properties = asSchema(schema?.properties);
  return properties !== undefined && Object.hasOwn(properties, key) ? asSchema(properties[key]) : undefined;
};

const isList = (schema: Walk['schema']): boolean => schema?.type === 'array';

/** Items of a list are numbered as people count; the body of a `$each` has no number. */
const step = ({ schema, words }: Walk, key: string): Walk => {
  if (isList(schema) && key === 'do') return { schema: asSchema(schema?.items), words };
  if (/^\d+$/.test(key)) return { schema: asSchema(schema?.items), words: [...words, String(Number(key) + 1)] };
  const inner = ofProperty(schema, key);
  return { schema: inner, words: [...words, typeof inner?.title === 'string' ? inner.title : key] };
};

/** «Покупатель › ИНН»: the titles of a JSON schema along a pointer; a key where the schema has no title. */
export const fieldTitle = (schema: unknown, pointer: string): string =>
  pointerKeys(pointer)
    .reduce(step, { schema: asSchema(schema), words: [] })
    .words.join(BETWEEN);

/** The same along keys. */
export const titlesAlong = (schema: unknown, keys: readonly string[]): string =>
  keys.reduce(step, { schema: asSchema(schema), words: [] }).words.join(BETWEEN);
