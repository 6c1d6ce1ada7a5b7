import { Decimal } from 'decimal.js';

import type { ProductRow } from './portal.js';

export interface GivenPrices {
  readonly price: string | undefined;
  readonly priceExclusive: string | undefined;
  readonly discountTypeId: number;
  readonly discountRate: string;
  readonly discountSum: string;
  readonly taxRate: string | null;
}

type Prices = Pick<
  ProductRow,
  'price' | 'priceExclusive' | 'priceNetto' | 'priceBrutto' | 'discountRate' | 'discountSum'
>;

const kopecks = (sum: Decimal): string => sum.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed();

/** Fills the five prices of a row from what a client gave; PRICE is with tax and after discount. */
export const completePrices = (given: GivenPrices): Prices => {
  const factor = new Decimal(given.taxRate ?? 0).div(100).plus(1);
  const exclusive = given.priceExclusive
    ? new Decimal(given.priceExclusive)
    : new Decimal(given.price ?? 0).div(factor);
  const price = given.price ? new Decimal(given.price) : exclusive.mul(factor);
  const netto = beforeDiscount(exclusive, given);
  const off = netto.minus(exclusive);
  return {
    price: kopecks(price),
    priceExclusive: kopecks(exclusive),
    priceNetto: kopecks(netto),
    priceBrutto: kopecks(netto.mul(factor)),
    discountRate: netto.isZero() ? '0' : off.div(netto).mul(100).toDecimalPlaces(2).toFixed(),
    discountSum: kopecks(off),
  };
};

const beforeDiscount = (exclusive: Decimal, given: GivenPrices): Decimal => {
  if (given.discountTypeId === 1) return exclusive.plus(given.discountSum);
  const rate = new Decimal(given.discountRate);
  return rate.gte(100) ? new Decimal(given.discountSum) : exclusive.div(new Decimal(1).minus(rate.div(100)));
};

export const totalsOf = (rows: readonly ProductRow[]): { readonly opportunity: string; readonly tax: string } => {
  const sum = (each: (row: ProductRow) => Decimal) =>
    rows.reduce((total, row) => total.plus(each(row).toDecimalPlaces(2)), new Decimal(0)).toFixed(2);
  return {
    opportunity: sum((row) => new Decimal(row.price).mul(row.quantity)),
    tax: sum((row) => new Decimal(row.price).minus(row.priceExclusive).mul(row.quantity)),
  };
};
