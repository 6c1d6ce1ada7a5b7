import type { UpdLine } from '../upd/line.js';
import type { UpdTotals } from '../upd/model.js';
import { asMoney, sumOf } from './exact.js';

type Sums = Pick<UpdLine, 'amountWithoutVat' | 'vat' | 'amountWithVat'>;

/** Totals are sums of lines, never computed anew; НДС is absent only when every line is without it. */
export const computeTotals = (lines: readonly Sums[]): UpdTotals => {
  const taxed = present(lines, 'vat');
  return {
    amountWithoutVat: asMoney(sumOf(present(lines, 'amountWithoutVat'))),
    ...(taxed.length === 0 ? {} : { vat: asMoney(sumOf(taxed)) }),
    amountWithVat: asMoney(sumOf(present(lines, 'amountWithVat'))),
  };
};

const present = (lines: readonly Sums[], key: keyof Sums): readonly string[] =>
  lines.map((line) => line[key]).filter((value) => value !== undefined);
