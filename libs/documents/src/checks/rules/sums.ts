import { computeTotals } from '../../totals/compute-totals.js';
import { Exact, roundMoney } from '../../totals/exact.js';
import { vatKindOf } from '../../totals/vat-rate.js';
import type { UpdLine } from '../../upd/line.js';
import { error, isAdvance, isInvoice, when, type DocumentFinding, type UpdRule } from '../finding.js';
import { eachLine } from './lines.js';

/** Tax taken out of a gross price and tax put on the base differ by a kopeck in honest documents. */
const TOLERANCE = new Exact('0.01');

const differs = (given: string, expected: Exact): boolean =>
  new Exact(given).minus(expected).abs().greaterThan(TOLERANCE);

const mismatch = (code: string, field: string, [given, expected]: readonly [string, Exact]) =>
  when(differs(given, expected), () => error(code, field, { given, expected: expected.toFixed(2) }));

/** СтТовБезНДС is КолТов × ЦенаТов, to a kopeck. */
export const amountsFitPrices: UpdRule = ({ lines }) =>
  eachLine(lines, ({ quantity, price, amountWithoutVat }) =>
    quantity === undefined || price === undefined || amountWithoutVat === undefined
      ? []
      : mismatch('AMOUNT_MISMATCH', '/amountWithoutVat', [
          amountWithoutVat,
          roundMoney(new Exact(quantity).times(price)),
        ]),
  );

/** СумНал is the base by the rate, or the share of the whole for a расчётная rate, to a kopeck. */
export const vatFitsAmounts: UpdRule = ({ lines }) =>
  eachLine(lines, (line) => {
    const expected = expectedVat(line);
    return expected === undefined || line.vat === undefined
      ? []
      : mismatch('VAT_MISMATCH', '/vat', [line.vat, expected]).map((finding) => ({
          ...finding,
          facts: { ...finding.facts, rate: line.vatRate },
        }));
  });

const expectedVat = ({ vatRate, amountWithoutVat, amountWithVat }: UpdLine): Exact | undefined => {
  const rate = vatKindOf(vatRate);
  if (rate?.kind === 'share' && amountWithVat !== undefined) {
    return roundMoney(new Exact(amountWithVat).times(rate.percent).div(100 + rate.percent));
  }
  if (rate?.kind !== 'percent' || amountWithoutVat === undefined) return undefined;
  return roundMoney(new Exact(amountWithoutVat).times(rate.percent).div(100));
};

/** СтТовУчНал is the amount and its tax, to a kopeck. */
export const sumsAddUp: UpdRule = ({ lines }) =>
  eachLine(lines, ({ amountWithoutVat, vat, amountWithVat, vatRate }) =>
    amountWithoutVat === undefined || amountWithVat === undefined || (vat === undefined && vatRate !== 'none')
      ? []
      : mismatch('SUM_MISMATCH', '/amountWithVat', [amountWithVat, new Exact(amountWithoutVat).plus(vat ?? 0)]),
  );

/** Totals are the sums of the lines, exactly; they may be absent only in ДОП without a table. */
export const totalsAddUp: UpdRule = (model) => {
  const { totals, lines } = model;
  if (totals === undefined) return when(lines.length > 0, () => error('TOTALS_MISSING', '/totals'));
  const expected = computeTotals(lines);
  return [
    ...requiredTotals(model).flatMap((key) =>
      when(totals[key] === undefined, () => error('TOTAL_MISSING', `/totals/${key}`, { sum: key })),
    ),
    ...(['amountWithoutVat', 'vat', 'amountWithVat'] as const).flatMap((key): readonly DocumentFinding[] => {
      const given = totals[key];
      const sum = expected[key];
      if (given === undefined) {
        return when(key === 'vat' && sum !== undefined, () => error('TOTAL_MISSING', '/totals/vat', { sum: 'vat' }));
      }
      const isRight = sum === undefined ? key !== 'vat' : new Exact(given).equals(sum) || hasGap(lines, key);
      return when(!isRight, () =>
        error('TOTAL_MISMATCH', `/totals/${key}`, { sum: key, given, expected: sum ?? 'без НДС' }),
      );
    }),
  ];
};

/** A sum cannot be judged when a line does not tell it. */
const hasGap = (lines: readonly UpdLine[], key: 'amountWithoutVat' | 'vat' | 'amountWithVat'): boolean =>
  key !== 'vat' && lines.some((line) => line[key] === undefined);

const requiredTotals = (model: Parameters<UpdRule>[0]): readonly ('amountWithoutVat' | 'amountWithVat')[] => {
  if (!isInvoice(model)) {
    const isBare = model.totals?.amountWithoutVat === undefined && model.totals?.amountWithVat === undefined;
    return isBare && model.additional?.specialCase === undefined ? ['amountWithVat'] : [];
  }
  return isAdvance(model) ? ['amountWithVat'] : ['amountWithoutVat', 'amountWithVat'];
};
