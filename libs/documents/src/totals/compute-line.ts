import { NodeFault, type DecimalText } from '@potok/contracts';
import { asMoney, Exact, isDecimal, roundMoney } from './exact.js';
import { vatKindOf, type VatKind } from './vat-rate.js';

/** `on-top`: the price is without НДС («НДС сверху»); `inside`: the price holds it («НДС в сумме»). */
export const VAT_MODES = ['on-top', 'inside'] as const;
export type VatMode = (typeof VAT_MODES)[number];

export interface LineOrder {
  readonly quantity: DecimalText;
  /** For one unit, with or without НДС by the mode. */
  readonly price: DecimalText;
  readonly vatRate: string;
  readonly mode: VatMode;
}

export interface LineSums {
  /** For one unit without НДС; up to 11 places, as many as it takes for quantity × price to give the amount. */
  readonly price: DecimalText;
  readonly amountWithoutVat: DecimalText;
  /** Absent when without НДС. */
  readonly vat?: DecimalText;
  readonly amountWithVat: DecimalText;
}

/** When the agent computes the tax, the seller's sum of it is nought (unverified: the order's own words were not found). */
const VAT_OF_AGENT = '0.00';
const MOST_PLACES = 11;

/**
 * The sums of one line, in roubles, each rounded half up to a kopeck. A расчётная rate (22/122) is always inside the
 * price. Throws BAD_DECIMAL, VAT_RATE_UNKNOWN (invalid).
 */
export const computeLine = (order: LineOrder): LineSums => {
  const quantity = exactOf('quantity', order.quantity);
  const price = exactOf('price', order.price);
  const vat = vatKindOf(order.vatRate);
  if (vat === undefined) throw new NodeFault('invalid', 'VAT_RATE_UNKNOWN', { facts: { rate: order.vatRate } });
  const amount = roundMoney(quantity.times(price));
  if (vat.kind === 'none' || vat.kind === 'agent') return untaxed(order, vat, amount);
  const isInside = vat.kind === 'share' || order.mode === 'inside';
  return isInside ? taxInside(amount, quantity, vat.percent) : taxOnTop(order, amount, vat.percent);
};

const untaxed = (order: LineOrder, vat: VatKind, amount: Exact): LineSums => ({
  price: order.price,
  amountWithoutVat: asMoney(amount),
  ...(vat.kind === 'agent' ? { vat: VAT_OF_AGENT } : {}),
  amountWithVat: asMoney(amount),
});

const taxOnTop = (order: LineOrder, amount: Exact, percent: number): LineSums => {
  const vat = roundMoney(amount.times(percent).div(100));
  return {
    price: order.price,
    amountWithoutVat: asMoney(amount),
    vat: asMoney(vat),
    amountWithVat: asMoney(amount.plus(vat)),
  };
};

const taxInside = (gross: Exact, quantity: Exact, percent: number): LineSums => {
  const vat = roundMoney(gross.times(percent).div(100 + percent));
  const amount = gross.minus(vat);
  return {
    price: unitPrice(amount, quantity),
    amountWithoutVat: asMoney(amount),
    vat: asMoney(vat),
    amountWithVat: asMoney(gross),
  };
};

/** The shortest price that gives the amount back. */
const unitPrice = (amount: Exact, quantity: Exact): DecimalText => {
  if (quantity.isZero()) return amount.toFixed(2);
  const exact = amount.div(quantity);
  for (let places = 2; places < MOST_PLACES; places += 1) {
    const price = exact.toDecimalPlaces(places);
    if (roundMoney(price.times(quantity)).equals(amount)) return price.toFixed(places);
  }
  return exact.toDecimalPlaces(MOST_PLACES).toFixed(MOST_PLACES);
};

const exactOf = (name: string, value: string): Exact => {
  if (!isDecimal(value)) throw new NodeFault('invalid', 'BAD_DECIMAL', { facts: { name, value: value.slice(0, 60) } });
  return new Exact(value);
};
