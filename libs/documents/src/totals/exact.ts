import { Decimal } from 'decimal.js';
import type { DecimalText } from '@potok/contracts';
import { DECIMAL_PATTERN } from '../checks/shape.js';

/** Exact decimals of our own: the global Decimal of a process may be set otherwise. Half a kopeck goes up, away from zero. */
export const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Exact = InstanceType<typeof Exact>;

export const isDecimal = (text: string): boolean => DECIMAL_PATTERN.test(text);

/** Roubles and kopecks: `1234.50`. */
export const asMoney = (value: Exact): DecimalText => value.toFixed(2);

export const roundMoney = (value: Exact): Exact => value.toDecimalPlaces(2);

export const sumOf = (values: readonly DecimalText[]): Exact =>
  values.reduce((sum, value) => sum.plus(value), new Exact(0));
