import { Decimal } from 'decimal.js';
import type { DecimalText, Json } from '@potok/contracts';

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON and gives every number as a string of its source text: sums stay exact and 64-bit integers whole. Throws
 * SyntaxError as `JSON.parse` does.
 */
export const parseExactJson = (text: string): Json =>
  JSON.parse(text.replace(TOKEN, (token) => (token.startsWith('"') ? token : `"${token}"`))) as Json;

/** An exact decimal of whatever an outside system calls a number (`"79900.0000"`, `1.5e3`); `undefined` when it is none. */
export const asDecimalText = (value: unknown): DecimalText | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  if (!/^[+-]?\d+(\.\d*)?([eE][+-]?\d{1,3})?$/.test(text)) return undefined;
  return new Decimal(text).toFixed();
};
