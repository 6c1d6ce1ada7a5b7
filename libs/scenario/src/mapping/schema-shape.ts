import type { JsonSchema } from '@potok/contracts';
import { asSchema } from '../analysis/schema-path.js';

/** What a value is, as far as putting one into another is concerned. */
export type ValueKind =
  'text' | 'decimal' | 'integer' | 'number' | 'boolean' | 'date' | 'moment' | 'object' | 'list' | 'any';

const byFormat: Readonly<Record<string, ValueKind>> = { decimal: 'decimal', date: 'date', 'date-time': 'moment' };
const byType: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  object: 'object',
  array: 'list',
};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const schemasOf = (value: unknown): readonly JsonSchema[] =>
  listOf(value).flatMap((one) => {
    const schema = asSchema(one);
    return schema === undefined ? [] : [schema];
  });

/** The alternatives of `anyOf` and `oneOf`. */
export const alternativesOf = (schema: JsonSchema): readonly JsonSchema[] => [
  ...schemasOf(schema.anyOf),
  ...schemasOf(schema.oneOf),
];

/** The only values that a schema takes, when it names them. */
export const choicesOf = (schema: JsonSchema): readonly unknown[] | undefined => {
  if (Array.isArray(schema.enum)) return schema.enum as unknown[];
  if ('const' in schema) return [schema.const];
  const inner = alternativesOf(schema).map(choicesOf);
  return inner.length === 0 || inner.includes(undefined) ? undefined : inner.flatMap((one) => one ?? []);
};

/** What a schema describes. `any`: it does not say, or says several things. */
export const kindOfSchema = (schema: JsonSchema): ValueKind => {
  const { type, format } = schema;
  if (type === 'string' && typeof format === 'string') return byFormat[format] ?? 'text';
  if (typeof type === 'string') return byType[type] ?? 'any';
  if (schema.properties !== undefined) return 'object';
  const kinds = new Set(alternativesOf(schema).map(kindOfSchema));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : 'any';
};

export const propertiesOf = (schema: JsonSchema): readonly (readonly [string, JsonSchema])[] =>
  Object.entries(asSchema(schema.properties) ?? {}).map(([key, inner]) => [key, asSchema(inner) ?? {}] as const);

export const isRequiredIn = (schema: JsonSchema, key: string): boolean => listOf(schema.required).includes(key);

export const itemsOf = (schema: JsonSchema): JsonSchema => asSchema(schema.items) ?? {};

export const wordOf = (schema: JsonSchema, word: 'title' | 'description'): string | undefined => {
  const value = schema[word];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
