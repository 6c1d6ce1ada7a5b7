import { ExpressionError } from '../../expression-error.js';
import { Dec } from '../dec.js';
import { charge } from '../evaluation.js';

/** A function of the field: how CEL sees it, what it does, and what the editor shows of it. */
export interface FieldFunction {
  readonly name: string;
  readonly group: 'decimal' | 'date' | 'text' | 'list' | 'requisites';
  /** CEL signatures, one an overload. */
  readonly signatures: readonly string[];
  readonly doc: { readonly ru: string; readonly en: string };
  /** Evaluated by a test; `result` as JSON. */
  readonly example: { readonly expression: string; readonly result: unknown };
  readonly handler: (...args: readonly unknown[]) => unknown;
}

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'null' : typeof value;
};

const argumentWrong = (wanted: string, value: unknown): ExpressionError =>
  new ExpressionError('ARGUMENT_WRONG', { wanted, got: kindOf(value) });

export const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Dec) return value.toString();
  throw argumentWrong('text', value);
};

export const asInt = (value: unknown): number => {
  if (typeof value === 'bigint' && value >= -1_000_000n && value <= 1_000_000n) return Number(value);
  throw argumentWrong('integer', value);
};

export const asList = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw argumentWrong('list', value);
  charge(value.length);
  return value;
};

/** A field of an object, whichever way it is held; throws `KEY_MISSING`. */
export const fieldOf = (value: unknown, key: string): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw argumentWrong('object', value);
  const found: unknown = value instanceof Map ? value.get(key) : ownField(value, key);
  if (found === undefined) throw new ExpressionError('KEY_MISSING', { key });
  return found;
};

const ownField = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
