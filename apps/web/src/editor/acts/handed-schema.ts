import type { JsonSchema } from '@potok/contracts';

/** An author's schema may hold neither regular expressions nor references; hints of forms say nothing of data. */
const DROPPED = new Set(['pattern', 'patternProperties', 'propertyNames', '$ref', '$dynamicRef', '$id', '$defs', 'ui']);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words whose values are data, not schemas. */
const DATA = new Set(['default', 'const', 'enum', 'examples', 'required']);

const plainPart = (word: string, part: unknown): unknown => {
  if (DATA.has(word)) return part;
  if (word !== 'properties' || !isObject(part)) return plain(part);
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, plain(inner)]));
};

const plain = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(plain);
  if (!isObject(schema)) return schema;
  // Keys allowed by a dropped word must not be refused by one that stays.
  const isOpen = Object.hasOwn(schema, 'patternProperties') || Object.hasOwn(schema, '$ref');
  const words = Object.entries(schema).filter(
    ([word]) => !DROPPED.has(word) && !(isOpen && word === 'additionalProperties'),
  );
  return Object.fromEntries(words.map(([word, part]) => [word, plainPart(word, part)]));
};

/** The schema of a step's output as the called scenario asks for it; of a step that may not have run, nothing is required. */
export const handedSchema = (schema: JsonSchema, isSure: boolean): JsonSchema => {
  const { required, ...rest } = plain(schema) as JsonSchema;
  return isSure && required !== undefined ? { ...rest, required } : rest;
};
