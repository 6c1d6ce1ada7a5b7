import { Decimal } from 'decimal.js';
import { DECIMAL_PATTERN } from '../drawing/schema-check.js';
import { ExpressionError } from '../expression-error.js';

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
const FRACTION_DIGITS = 11;
const TOO_BIG = new Exact('1e18');

/** An exact decimal inside expressions; outside it is text. */
export class Dec {
  constructor(readonly value: Decimal) {}

  toString(): string {
    return this.value.toFixed();
  }
}

/** A fractional JSON number: carried through as it is, refused by all arithmetic. */
export class InexactNumber {
  constructor(readonly value: number) {}
}

const excerpt = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 40) : typeof value);

/** Any value that stands for an exact number: decimal text, integer, Dec. */
export const asDec = (value: unknown): Dec => {
  if (value instanceof Dec) return value;
  if (typeof value === 'bigint') return new Dec(new Exact(value.toString()));
  if (typeof value === 'string' && DECIMAL_PATTERN.test(value)) return new Dec(new Exact(value));
  if (value instanceof InexactNumber || typeof value === 'number') throw new ExpressionError('NUMBER_FRACTIONAL');
  throw new ExpressionError('DECIMAL_WRONG', { value: excerpt(value) });
};

/** Text of a decimal as JSON carries it: plain digits, at most 18 before the point and 11 after it. */
export const decimalText = ({ value }: Dec): string => {
  if (value.abs().gte(TOO_BIG)) throw new ExpressionError('DECIMAL_TOO_BIG');
  return value.toDecimalPlaces(FRACTION_DIGITS).toFixed();
};

const divided = (a: Decimal, b: Decimal): Decimal => {
  if (b.isZero()) throw new ExpressionError('DIVISION_BY_ZERO');
  return a.div(b);
};

const arithmetic = {
  '+': (a: Decimal, b: Decimal) => a.plus(b),
  '-': (a: Decimal, b: Decimal) => a.minus(b),
  '*': (a: Decimal, b: Decimal) => a.times(b),
  '/': divided,
} as const;
const comparisons = {
  '<': (a: Decimal, b: Decimal) => a.lt(b),
  '<=': (a: Decimal, b: Decimal) => a.lte(b),
  '>': (a: Decimal, b: Decimal) => a.gt(b),
  '>=': (a: Decimal, b: Decimal) => a.gte(b),
} as const;
const pairs = ['Dec {} Dec', 'Dec {} int', 'int {} Dec'] as const;

interface OperatorOverload {
  readonly signature: string;
  readonly handler: (left: unknown, right: unknown) => unknown;
}

const overloads = (operator: string, result: string, act: (a: Decimal, b: Decimal) => unknown): OperatorOverload[] =>
  pairs.map((pair) => ({
    signature: `${pair.replace('{}', operator)}: ${result}`,
    handler: (left, right) => act(asDec(left).value, asDec(right).value),
  }));

/** Operators of Dec with Dec and with integers. Equality of `int == Dec` and `!=` follow from these by themselves. */
export const decOperators: readonly OperatorOverload[] = [
  ...Object.entries(arithmetic).flatMap(([operator, act]) => overloads(operator, 'Dec', (a, b) => new Dec(act(a, b)))),
  ...Object.entries(comparisons).flatMap(([operator, act]) => overloads(operator, 'bool', act)),
  ...overloads('==', 'bool', (a, b) => a.eq(b)).slice(0, 2),
];

export const negated = (value: unknown): Dec => new Dec(asDec(value).value.neg());

/** Half away from zero, as money is rounded. */
export const rounded = (value: Dec, places: number): Dec => new Dec(value.value.toDecimalPlaces(places));

export const zero = new Dec(new Exact(0));
