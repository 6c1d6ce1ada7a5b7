import { vatKindOf } from '../../totals/vat-rate.js';
import { error, isInvoice, warning, when, type DocumentFinding, type UpdRule } from '../finding.js';
import { Exact } from '../../totals/exact.js';
import { isVatRate, type VatRate } from '../../upd/vat-rates.js';
import { eachLine } from './lines.js';

/** The rate is one of the format's list. */
export const vatRatesAreKnown: UpdRule = ({ lines }) =>
  eachLine(lines, ({ vatRate }) =>
    when(!isVatRate(vatRate), () => error('VAT_RATE_UNKNOWN', '/vatRate', { rate: vatRate })),
  );

/** «Без НДС» has no sum of tax, every other rate has one, and 0 % has nought. */
export const vatSumsFitRates: UpdRule = ({ lines }) =>
  eachLine(lines, ({ vatRate, vat }) => {
    const rate = vatKindOf(vatRate);
    if (rate === undefined) return [];
    if (rate.kind === 'none') return when(vat !== undefined, () => error('VAT_WITHOUT_RATE', '/vat', { vat }));
    if (vat === undefined) return [error('VAT_MISSING', '/vat', { rate: vatRate })];
    const isNought = rate.kind === 'agent' || vatRate === '0';
    return when(isNought && !new Exact(vat).isZero(), () => error('VAT_NOT_NOUGHT', '/vat', { vat, rate: vatRate }));
  });

interface Period {
  readonly rates: readonly VatRate[];
  readonly from?: string;
  readonly until?: string;
}
/** Laws change rates at a new year; 425-ФЗ made 20 % into 22 %. Start of 5 and 7 % (УСН): from memory. */
const PERIODS: readonly Period[] = [
  { rates: ['18', '18/118'], until: '2018-12-31' },
  { rates: ['20', '20/120', '16.67'], from: '2019-01-01', until: '2025-12-31' },
  { rates: ['22', '22/122', '18.03'], from: '2026-01-01' },
  { rates: ['5', '7', '5/105', '7/107'], from: '2025-01-01' },
];

/** The rate was in force on the day of the transfer (or of the document, when there is none). */
export const vatRatesAreInForce: UpdRule = (model) => {
  const day = model.transfer?.date ?? model.transfer?.periodEnd ?? model.date;
  return eachLine(model.lines, ({ vatRate }) => {
    const period = PERIODS.find(({ rates }) => rates.some((rate) => rate === vatRate));
    if (period === undefined) return [];
    const { from, until } = period;
    const isOff = (from !== undefined && day < from) || (until !== undefined && day > until);
    return when(isOff, () => error('VAT_RATE_NOT_IN_FORCE', '/vatRate', { rate: vatRate, day, from, until }));
  });
};

const REGIME_RATES = { 'usn-vat-5': ['5', '5/105'], 'usn-vat-7': ['7', '7/107'] } as const;
const REDUCED: readonly string[] = [...REGIME_RATES['usn-vat-5'], ...REGIME_RATES['usn-vat-7']];

/** 5 and 7 % belong to their УСН regimes; a seller without НДС sends ДОП «без НДС» (both from memory, so they warn). */
export const vatFitsRegime: UpdRule = (model, { taxRegime }) => {
  if (taxRegime === undefined) return [];
  const paysVat = taxRegime === 'osno' || taxRegime === 'usn-vat-5' || taxRegime === 'usn-vat-7';
  const found: readonly DocumentFinding[] = eachLine(model.lines, ({ vatRate }) => {
    if (!paysVat) {
      return when(vatRate !== 'none', () => warning('VAT_OF_NON_PAYER', '/vatRate', { rate: vatRate, taxRegime }));
    }
    const own: readonly string[] = taxRegime === 'osno' ? [] : REGIME_RATES[taxRegime];
    const isForeign = REDUCED.includes(vatRate) && !own.includes(vatRate);
    return when(isForeign, () => warning('VAT_RATE_OF_OTHER_REGIME', '/vatRate', { rate: vatRate, taxRegime }));
  });
  return [
    ...found,
    ...when(!paysVat && isInvoice(model), () => warning('INVOICE_OF_NON_PAYER', '/function', { taxRegime })),
  ];
};
