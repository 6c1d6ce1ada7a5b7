import { isVatRate, type VatRate } from '../upd/vat-rates.js';

/** What a rate does: a percent on top of the base, a share inside the sum (расчётная), nothing, or the agent's business. */
export type VatKind =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'share'; readonly percent: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'agent' };

/** 9,09 %, 16,67 % and 18,03 % are 10/110, 20/120 and 22/122 written as a percent (from memory). */
const SHARES: Readonly<Record<string, number>> = { '9.09': 10, '16.67': 20, '18.03': 22 };

const kindOfRate = (rate: VatRate): VatKind => {
  if (rate === 'none' || rate === 'agent') return { kind: rate };
  const [percent = '', whole] = rate.split('/');
  const share = whole === undefined ? SHARES[rate] : Number(percent);
  return share === undefined ? { kind: 'percent', percent: Number(percent) } : { kind: 'share', percent: share };
};

/** `undefined` for a rate that the format does not have: 19, 21, «НДС». */
export const vatKindOf = (rate: string): VatKind | undefined => (isVatRate(rate) ? kindOfRate(rate) : undefined);
