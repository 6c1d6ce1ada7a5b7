import type { JsonSchema } from '@potok/contracts';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { asSchema } from '../analysis/schema-path.js';
import { DECIMAL_PATTERN } from '../decimal-pattern.js';
import { asPointerPart } from '../json-pointer.js';
import { alternativesOf, choicesOf, listOf, propertiesOf } from './schema-shape.js';

export type MisfitCode =
  | 'VALUE_MISSING'
  | 'VALUE_UNKNOWN'
  | 'VALUE_KIND'
  | 'VALUE_CHOICE'
  | 'VALUE_FORMAT'
  | 'VALUE_TOO_SHORT'
  | 'VALUE_TOO_LONG'
  | 'VALUE_TOO_SMALL'
  | 'VALUE_TOO_BIG'
  | 'LIST_TOO_SHORT'
  | 'LIST_NOT_UNIQUE'
  | 'LIST_TOO_MANY';

/** What does not fit a schema, and where in the value. */
export interface Misfit {
  readonly code: MisfitCode;
  readonly pointer: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** More are not looked for: nobody reads them. */
const LIMIT = 100;

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
};

const isOfType = (value: unknown, type: unknown): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;

const isOfFormat = (value: string, name: string): boolean => {
  if (name === 'decimal') return DECIMAL_PATTERN.test(value);
  if (!['uuid', 'date', 'date-time', 'email', 'uri'].includes(name)) return true;
  const format: unknown = fullFormats[name as keyof typeof fullFormats];
  if (format instanceof RegExp) return format.test(value);
  const validate = typeof format === 'function' ? format : (format as { readonly validate?: unknown }).validate;
  return typeof validate !== 'function' || (validate as (text: string) => boolean)(value);
};

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const limitOf = (schema: JsonSchema, word: string): number | undefined => {
  const limit = schema[word];
  return typeof limit === 'number' ? limit : undefined;
};

/**
 * An interpreter of the keywords that nodes and authors use. ajv compiles to code, which a page with a strict CSP cannot
 * run; this one gives the same verdict (a test holds them together) and only needs to be quick enough for a keystroke.
 */
class Looking {
  readonly found: Misfit[] = [];

  at(schema: JsonSchema, value: unknown, pointer: string): void {
    if (this.found.length >= LIMIT) return;
    if (!this.kind(schema, value, pointer)) return;
    if (!this.choice(schema, value, pointer)) return;
    if (typeof value === 'string') this.text(schema, value, pointer);
    else if (typeof value === 'number') this.number(schema, value, pointer);
    else if (Array.isArray(value)) this.list(schema, value, pointer);
    else if (typeof value === 'object' && value !== null) this.fields(schema, value, pointer);
  }

  private add(code: MisfitCode, pointer: string, facts: Readonly<Record<string, unknown>> = {}): void {
    this.found.push({ code, pointer, facts });
  }

  private kind({ type }: JsonSchema, value: unknown, pointer: string): boolean {
    const types = Array.isArray(type) ? (type as unknown[]) : [type];
    if (type === undefined || types.some((one) => isOfType(value, one))) return true;
    this.add('VALUE_KIND', pointer, { wanted: String(types[0]), got: typeOf(value) });
    return false;
  }

  private choice(schema: JsonSchema, value: unknown, pointer: string): boolean {
    const choices = choicesOf(schema);
    if (choices !== undefined) {
      if (choices.some((one) => isSame(one, value))) return true;
      this.add('VALUE_CHOICE', pointer, { value, choices: choices.join(', ') });
      return false;
    }
    const alternatives = alternativesOf(schema);
    if (alternatives.length === 0) return true;
    const tried = alternatives.map((one) => misfitsOf(one, value, pointer));
    if (tried.some((misfits) => misfits.length === 0)) return true;
    // The alternative that is nearest tells best what is wrong.
    const nearest = tried.reduce((best, one) => (one.length < best.length ? one : best));
    this.found.push(...nearest);
    return false;
  }

  private text(schema: JsonSchema, value: string, pointer: string): void {
    const { length } = Array.from(value);
    const least = limitOf(schema, 'minLength') ?? 0;
    const most = limitOf(schema, 'maxLength') ?? Infinity;
    if (length < least) this.add('VALUE_TOO_SHORT', pointer, { length, limit: least });
    if (length > most) this.add('VALUE_TOO_LONG', pointer, { length, limit: most });
    const { format, pattern } = schema;
    const isBad = typeof format === 'string' && !isOfFormat(value, format);
    if (isBad) this.add('VALUE_FORMAT', pointer, { format, value: value.slice(0, 60) });
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
      this.add('VALUE_FORMAT', pointer, { format: pattern, value: value.slice(0, 60) });
  }

  private number(schema: JsonSchema, value: number, pointer: string): void {
    const least = limitOf(schema, 'minimum') ?? -Infinity;
    const most = limitOf(schema, 'maximum') ?? Infinity;
    if (value < least) this.add('VALUE_TOO_SMALL', pointer, { limit: least });
    if (value > most) this.add('VALUE_TOO_BIG', pointer, { limit: most });
  }

  private list(schema: JsonSchema, value: readonly unknown[], pointer: string): void {
    const least = limitOf(schema, 'minItems') ?? 0;
    const most = limitOf(schema, 'maxItems') ?? Infinity;
    if (value.length < least) this.add('LIST_TOO_SHORT', pointer, { limit: least });
    if (value.length > most) this.add('LIST_TOO_MANY', pointer, { limit: most });
    if (schema.uniqueItems === true && new Set(value.map((one) => JSON.stringify(one))).size < value.length)
      this.add('LIST_NOT_UNIQUE', pointer);
    const items = asSchema(schema.items);
    if (items !== undefined) for (const [index, one] of value.entries()) this.at(items, one, `${pointer}/${index}`);
  }

  private fields(schema: JsonSchema, value: object, pointer: string): void {
    for (const key of listOf(schema.required))
      if (typeof key === 'string' && !Object.hasOwn(value, key))
        this.add('VALUE_MISSING', `${pointer}/${asPointerPart(key)}`);
    const known = new Map(propertiesOf(schema));
    for (const [key, inner] of Object.entries(value))
      this.field({ schema, own: known.get(key) }, [key, inner], `${pointer}/${asPointerPart(key)}`);
  }

  private field(
    { schema, own }: { readonly schema: JsonSchema; readonly own: JsonSchema | undefined },
    [key, value]: readonly [string, unknown],
    pointer: string,
  ): void {
    const byPattern = Object.entries(asSchema(schema.patternProperties) ?? {}).filter(([pattern]) =>
      new RegExp(pattern, 'u').test(key),
    );
    for (const one of [own, ...byPattern.map(([, inner]) => asSchema(inner))])
      if (one !== undefined) this.at(one, value, pointer);
    if (own !== undefined || byPattern.length > 0) return;
    if (schema.additionalProperties === false) this.add('VALUE_UNKNOWN', pointer, { key });
    const others = asSchema(schema.additionalProperties);
    if (others !== undefined) this.at(others, value, pointer);
  }
}

/** What of a value does not fit a schema: at most a hundred things, in the order of the value. */
export const misfitsOf = (schema: JsonSchema, value: unknown, pointer = ''): readonly Misfit[] => {
  const looking = new Looking();
  looking.at(schema, value, pointer);
  return looking.found;
};
