import { Optional } from '@marcbachmann/cel-js';
import { ExpressionError } from '../expression-error.js';
import { Dec, decimalText, InexactNumber } from './dec.js';
import { TEXT_LIMIT } from './evaluation.js';

const DEEPEST = 64;
const RESULT_NODES = 200_000;

const converted = new WeakMap<object, unknown>();

const numberIn = (value: number): unknown => (Number.isSafeInteger(value) ? BigInt(value) : new InexactNumber(value));

const objectIn = (value: object, left: number): unknown => {
  const entries = Object.entries(value).map(([key, inner]) => [key, celIn(inner, left)] as const);
  return Object.hasOwn(value, 'constructor') ? new Map(entries) : Object.fromEntries(entries);
};

const celIn = (value: unknown, left: number): unknown => {
  if (typeof value === 'number') return numberIn(value);
  if (typeof value !== 'object' || value === null) return value;
  if (left === 0) throw new ExpressionError('VALUE_TOO_DEEP', { limit: DEEPEST });
  return Array.isArray(value) ? value.map((inner) => celIn(inner, left - 1)) : objectIn(value, left - 1);
};

/** JSON as CEL sees it: integers as int, other numbers as something that no arithmetic takes. Kept per object. */
export const toCel = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return celIn(value, DEEPEST);
  if (!converted.has(value)) converted.set(value, celIn(value, DEEPEST));
  return converted.get(value);
};

/** A CEL result as JSON; counts what it makes, so that a small expression cannot unfold into gigabytes. */
class JsonWriter {
  private nodes = 0;
  private characters = 0;

  write(value: unknown, left: number): unknown {
    this.nodes += 1;
    if (this.nodes > RESULT_NODES) throw new ExpressionError('VALUE_TOO_BIG', { limit: RESULT_NODES });
    if (left === 0) throw new ExpressionError('VALUE_TOO_DEEP', { limit: DEEPEST });
    if (typeof value === 'object' && value !== null) return this.writeObject(value, left);
    return this.writePlain(value);
  }

  private writePlain(value: unknown): unknown {
    if (typeof value === 'string') return this.writeText(value);
    if (typeof value === 'bigint') return integerOut(value);
    if (typeof value === 'number') return numberOut(value);
    return value;
  }

  private writeText(text: string): string {
    this.characters += text.length;
    if (this.characters > TEXT_LIMIT * 10) throw new ExpressionError('TEXT_TOO_LONG', { limit: TEXT_LIMIT });
    return text;
  }

  private writeObject(value: object, left: number): unknown {
    if (value instanceof Dec) return decimalText(value);
    if (value instanceof InexactNumber) return value.value;
    if (value instanceof Date) return value.toISOString();
    if (value instanceof Optional) return value.hasValue() ? this.write(value.value(), left) : undefined;
    if (Array.isArray(value)) return value.map((inner) => this.write(inner, left - 1) ?? null);
    return this.writeEntries(value, left);
  }

  private writeEntries(value: object, left: number): unknown {
    if (!(value instanceof Map) && !isPlainObject(value)) throw new ExpressionError('RESULT_NOT_JSON');
    const entries: readonly (readonly [unknown, unknown])[] =
      value instanceof Map ? [...(value as Map<unknown, unknown>)] : Object.entries(value);
    const written = entries.map(([key, inner]) => [String(key), this.write(inner, left - 1)] as const);
    return Object.fromEntries(written.filter(([key, inner]) => key !== '__proto__' && inner !== undefined));
  }
}

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const integerOut = (value: bigint): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new ExpressionError('INTEGER_TOO_BIG');
  return number;
};

const numberOut = (value: number): number => {
  if (!Number.isInteger(value)) throw new ExpressionError('NUMBER_FRACTIONAL');
  return value;
};

/** `undefined` where an optional is empty: the field is left out then. */
export const fromCel = (value: unknown): unknown => new JsonWriter().write(value, DEEPEST);
