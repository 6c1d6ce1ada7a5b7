import type { JsonSchema } from '@potok/contracts';
import { choiceWord } from '@potok/scenario';
import type { Language } from '../app/texts/language.js';

/** How a literal of a field is written. */
export type Shape =
  | 'text'
  | 'multiline'
  | 'integer'
  | 'number'
  | 'decimal'
  | 'boolean'
  | 'choice'
  | 'list'
  | 'date'
  | 'instant'
  | 'duration'
  | 'zone'
  | 'cron'
  | 'object'
  | 'array'
  | 'map'
  | 'variants'
  | 'json';

export interface Hints {
  readonly widget?: string;
  readonly list?: string;
  readonly slot?: string;
  readonly placeholder?: string;
}

export const asSchema = (value: unknown): JsonSchema | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : undefined;

export const hintsOf = (schema: JsonSchema): Hints => asSchema(schema.ui) ?? {};

export const propertiesOf = (schema: JsonSchema): readonly (readonly [string, JsonSchema])[] =>
  Object.entries(asSchema(schema.properties) ?? {}).map(([key, one]) => [key, asSchema(one) ?? {}] as const);

export const isRequiredIn = (schema: JsonSchema, key: string): boolean =>
  Array.isArray(schema.required) && schema.required.includes(key);

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const unionOf = ({ anyOf, oneOf }: JsonSchema): readonly JsonSchema[] => {
  const list: unknown = anyOf ?? oneOf;
  return Array.isArray(list) ? list.map(asSchema).filter((one) => one !== undefined) : [];
};

export interface Choice {
  readonly value: string | number | boolean;
  readonly title: string;
}

const isPlain = (value: unknown): value is Choice['value'] => ['string', 'number', 'boolean'].includes(typeof value);

const codesOf = (schema: JsonSchema): readonly Choice[] => {
  if (Array.isArray(schema.enum)) return schema.enum.filter(isPlain).map((value) => ({ value, title: String(value) }));
  const parts = unionOf(schema);
  const choices = parts.flatMap(({ const: value, title }) =>
    isPlain(value) ? [{ value, title: textOf(title) ?? String(value) }] : [],
  );
  return choices.length === parts.length ? choices : [];
};

/** The values that an `enum`, or a union of constants, allows, by the words of the schema where it has them. */
export const choicesOf = (schema: JsonSchema, language: Language): readonly Choice[] =>
  codesOf(schema).map(({ value, title }) => ({ value, title: choiceWord(schema, value, language) ?? title }));

/** One of several objects, told apart by a constant field. */
export interface Variant {
  readonly title: string;
  readonly schema: JsonSchema;
  readonly constants: Readonly<Record<string, unknown>>;
}

const variantOf = (schema: JsonSchema): Variant => {
  const constants = propertiesOf(schema).filter(([, one]) => one.const !== undefined);
  const named = constants.map(([key, one]) => [key, one.const] as const);
  const title = textOf(schema.title) ?? (named.map(([, value]) => String(value)).join(', ') || '—');
  return { title, schema, constants: Object.fromEntries(named) };
};

/** Objects that a union chooses between; empty for any other schema. */
export const variantsOf = (schema: JsonSchema): readonly Variant[] => {
  const parts = unionOf(schema);
  const isOfObjects = parts.length > 0 && parts.every(({ type }) => type === 'object');
  return isOfObjects ? parts.map(variantOf) : [];
};

const widgets: Readonly<Record<string, Shape>> = {
  multiline: 'multiline',
  template: 'multiline',
  map: 'map',
  json: 'json',
  duration: 'duration',
  zone: 'zone',
  cron: 'cron',
};

const formats: Readonly<Record<string, Shape>> = { decimal: 'decimal', date: 'date', 'date-time': 'instant' };

const ofText = (schema: JsonSchema, { list }: Hints): Shape => {
  if (list !== undefined) return 'list';
  return formats[textOf(schema.format) ?? ''] ?? 'text';
};

const ofType = (schema: JsonSchema, hints: Hints): Shape => {
  switch (schema.type) {
    case 'string':
      return ofText(schema, hints);
    case 'integer':
    case 'number':
    case 'boolean':
      return schema.type;
    case 'array':
      return 'array';
    case 'object':
      return propertiesOf(schema).length === 0 ? 'map' : 'object';
    default:
      return 'json';
  }
};

export const shapeOf = (schema: JsonSchema): Shape => {
  if (codesOf(schema).length > 0) return 'choice';
  if (variantsOf(schema).length > 0) return 'variants';
  const hints = hintsOf(schema);
  return widgets[hints.widget ?? ''] ?? ofType(schema, hints);
};

/** Nothing is said of the value: it may be anything. */
export const isOpen = (schema: JsonSchema): boolean => shapeOf(schema) === 'json' && schema.type === undefined;

/** How this value is written: where anything may stand, the value itself tells. */
export const shapeFor = (schema: JsonSchema, value: unknown): Shape => {
  if (!isOpen(schema) || typeof value !== 'object' || value === null) return shapeOf(schema);
  return Array.isArray(value) ? 'array' : 'map';
};

const TEXTUAL: readonly Shape[] = ['text', 'multiline'];

/** May a text with fields in it stand here? An open schema takes a text as well. */
export const takesTemplate = (schema: JsonSchema): boolean => isOpen(schema) || TEXTUAL.includes(shapeOf(schema));

/** Of an item of a list; open when nothing is said. */
export const itemsOf = (schema: JsonSchema): JsonSchema => asSchema(schema.items) ?? {};

/** Of a value in an open object. */
export const valuesOf = (schema: JsonSchema): JsonSchema => {
  const [pattern] = Object.values(asSchema(schema.patternProperties) ?? {});
  return asSchema(pattern) ?? asSchema(schema.additionalProperties) ?? {};
};

/** Keys that only the sample shows; a closed schema has none that a formula may take. */
export const sampleKeys = (schema: JsonSchema, sample: unknown): readonly string[] =>
  schema.additionalProperties === false ? [] : Object.keys(asSchema(sample) ?? {});
