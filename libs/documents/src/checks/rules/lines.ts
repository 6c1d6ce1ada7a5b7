import type { UpdLine } from '../../upd/line.js';
import { error, isAdvance, isInvoice, when, type DocumentFinding, type UpdRule } from '../finding.js';
import { isVatRate } from '../../upd/vat-rates.js';
import { Exact } from '../../totals/exact.js';

/** Applies a rule of one line to all, and says which line it was. */
export const eachLine = (
  lines: readonly UpdLine[],
  rule: (line: UpdLine) => readonly DocumentFinding[],
): readonly DocumentFinding[] =>
  lines.flatMap((line, at) =>
    rule(line).map((finding) => ({
      ...finding,
      field: `/lines/${at}${finding.field}`,
      facts: { line: line.number, ...finding.facts },
    })),
  );

/** There is something to sell. */
export const hasLines: UpdRule = ({ lines }) => when(lines.length === 0, () => error('NO_LINES', '/lines'));

/** НомСтр is unique and rises. */
export const lineNumbersRise: UpdRule = ({ lines }) =>
  lines.flatMap((line, at) => {
    const before = lines[at - 1]?.number ?? 0;
    return when(line.number <= before, () =>
      error('LINE_NUMBER_ORDER', `/lines/${at}/number`, { line: line.number, before }),
    );
  });

/** A счёт-фактура names what is sold; ДОП may use characteristic, article or code instead. */
export const linesAreNamed: UpdRule = (model) =>
  eachLine(model.lines, (line) => {
    const others = [line.characteristic, line.article, line.code];
    const isNamed = line.name !== undefined || (!isInvoice(model) && others.some((other) => other !== undefined));
    return when(!isNamed, () => error('LINE_NAME_MISSING', '/name'));
  });

/** ОКЕИ has a name beside it; in a счёт-фактура a unit wants a quantity, and a quantity a price above nought. */
export const unitsAreWhole: UpdRule = (model) =>
  eachLine(model.lines, (line) => [
    ...when(line.unitCode !== undefined && !/^\d{3,4}$/.test(line.unitCode), () =>
      error('UNIT_CODE_FORM', '/unitCode', { value: line.unitCode }),
    ),
    ...when(line.unitCode !== undefined && line.unitName === undefined, () =>
      error('UNIT_NAME_MISSING', '/unitName', { unit: line.unitCode }),
    ),
    ...when(isInvoice(model) && line.unitCode !== undefined && line.quantity === undefined, () =>
      error('QUANTITY_MISSING', '/quantity'),
    ),
    ...when(isInvoice(model) && line.quantity !== undefined && line.price === undefined, () =>
      error('PRICE_MISSING', '/price'),
    ),
    ...signs(line, isInvoice(model)),
  ]);

const signs = (line: UpdLine, isPriceAboveNought: boolean): readonly DocumentFinding[] => [
  ...when(line.quantity !== undefined && !new Exact(line.quantity).greaterThan(0), () =>
    error('QUANTITY_NOT_POSITIVE', '/quantity', { value: line.quantity }),
  ),
  ...when(line.price !== undefined && isTooLow(line.price, isPriceAboveNought), () =>
    error('PRICE_NOT_POSITIVE', '/price', { value: line.price }),
  ),
  ...(['amountWithoutVat', 'vat', 'amountWithVat'] as const).flatMap((key) =>
    when(line[key] !== undefined && new Exact(line[key]).lessThan(0), () =>
      error('AMOUNT_NEGATIVE', `/${key}`, { value: line[key], sum: key }),
    ),
  ),
];
const isTooLow = (price: string, isAboveNought: boolean): boolean =>
  isAboveNought ? !new Exact(price).greaterThan(0) : new Exact(price).lessThan(0);

/** A счёт-фактура has both sums in every line (an advance has only the one with НДС); ДОП has at least one. */
export const linesHaveAmounts: UpdRule = (model) =>
  eachLine(model.lines, (line) => {
    if (!isVatRate(line.vatRate)) return [];
    if (!isInvoice(model)) {
      const isBare = line.amountWithoutVat === undefined && line.amountWithVat === undefined;
      return when(isBare && model.additional?.specialCase === undefined, () =>
        error('LINE_AMOUNT_MISSING', '/amountWithVat', { sum: 'amountWithVat' }),
      );
    }
    const wanted = isAdvance(model) ? (['amountWithVat'] as const) : (['amountWithoutVat', 'amountWithVat'] as const);
    return wanted.flatMap((key) =>
      when(line[key] === undefined, () => error('LINE_AMOUNT_MISSING', `/${key}`, { sum: key })),
    );
  });
