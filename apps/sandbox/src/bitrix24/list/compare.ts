import { readPortalTime } from '../wire/portal-time.js';

const DATE = /^(DATE_.*|.*_DATE|.*_TIME|BEGINDATE|CLOSEDATE|CREATED|DEADLINE|TIMESTAMP_X)$/;
const NUMBER = /^(.*_)?(ID|OPPORTUNITY|SORT|PROBABILITY|TAX_VALUE)$/;

/** How a field's values are ordered: by time, by number, else by letters, case aside. */
export const compareCells = (field: string, one: string, other: string): number => {
  if (DATE.test(field)) return difference(readPortalTime(one), readPortalTime(other), one.localeCompare(other));
  if (NUMBER.test(field)) return difference(numberOf(one), numberOf(other), one.localeCompare(other));
  return one.toLowerCase().localeCompare(other.toLowerCase());
};

const numberOf = (text: string): number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN);

const difference = (one: number, other: number, byLetters: number): number =>
  Number.isNaN(one) || Number.isNaN(other) ? byLetters : one - other;
