import { asDec, Dec } from '../cel/dec.js';
import { fieldFunctions } from '../cel/functions/field-functions.js';
import { ExpressionError } from '../expression-error.js';

type Handler = (...args: readonly unknown[]) => unknown;

/** What `{{#if}}` takes for «no»: nothing, false, 0, an empty text or list. */
export const isTruthy = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Dec) return !value.value.isZero();
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0n;
};

const comparable = (value: unknown): unknown => (value instanceof Dec ? value.toString() : value);

const compared = (left: unknown, right: unknown): number => asDec(left).value.cmp(asDec(right).value);

const logic: Readonly<Record<string, Handler>> = {
  eq: (left, right) => comparable(left) === comparable(right),
  ne: (left, right) => comparable(left) !== comparable(right),
  lt: (left, right) => compared(left, right) < 0,
  gt: (left, right) => compared(left, right) > 0,
  and: (...values) => values.every(isTruthy),
  or: (...values) => values.some(isTruthy),
  not: (value) => !isTruthy(value),
  def: (value, fallback) => value ?? fallback,
};

/** Functions of a template: all of the field, and comparisons, which Handlebars has none of. */
export const templateFunctions: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...fieldFunctions.map(({ name, handler }) => [name, handler] as const),
  ...Object.entries(logic),
]);

/** Functions that answer for what is absent, so their first argument may be. */
export const forgivingFunctions: ReadonlySet<string> = new Set(['def', 'and', 'or', 'not']);

export const functionNamed = (name: string): Handler => {
  const handler = templateFunctions.get(name);
  if (handler === undefined) throw new ExpressionError('TEMPLATE_FUNCTION_UNKNOWN', { name });
  return handler;
};
