import { Decimal } from 'decimal.js';

import { VAT_RATES } from '../model/realization.js';
import { type Entity, isEmptyRef, type Line, linesOf, textAt } from './entity.js';

/** Requisites of a line that must be filled: name and how people call it. */
const GOODS_FIELDS: readonly (readonly [string, string])[] = [
  ['Номенклатура_Key', 'Номенклатура'],
  ['ЕдиницаИзмерения_Key', 'Единица измерения'],
  ['СчетУчета_Key', 'Счет учета'],
  ['СчетДоходов_Key', 'Счет доходов'],
  ['СчетРасходов_Key', 'Счет расходов'],
];
const SERVICE_FIELDS: readonly (readonly [string, string])[] = [
  ['Номенклатура_Key', 'Номенклатура'],
  ['СчетДоходов_Key', 'Счет доходов'],
];

export const LINE_TABLES = [
  { name: 'Товары', fields: GOODS_FIELDS },
  { name: 'Услуги', fields: SERVICE_FIELDS },
] as const;

/** What is wrong with the lines of a sale, sentence by sentence; nothing when it can be posted. */
export const lineFaults = (document: Entity): readonly string[] => [
  ...LINE_TABLES.flatMap(({ name, fields }) =>
    linesOf(document, name).flatMap((line, at) => {
      const place = `В строке № ${String(at + 1)} списка "${name}"`;
      const empty = emptyFields(line, fields).map((label) => `${place} не заполнено поле "${label}".`);
      return [...empty, ...sumFaults(document, line).map((fault) => `${place} ${fault}`)];
    }),
  ),
  ...totalFault(document),
];

const emptyFields = (line: Line, fields: readonly (readonly [string, string])[]): readonly string[] => {
  const named = fields.filter(([name]) => isEmptyRef(line[name])).map(([, label]) => label);
  const rate = textAt(line, 'СтавкаНДС');
  if (rate === '') return [...named, 'Ставка НДС'];
  const hasNoVatAccount = rate !== 'БезНДС' && isEmptyRef(line.СчетУчетаНДСПоРеализации_Key);
  return hasNoVatAccount ? [...named, 'Счет учета НДС по реализации'] : named;
};

const KOPECK = new Decimal('0.01');
const number = (line: Entity | Line, name: string): Decimal => new Decimal(Number(line[name]) || 0);
const isApart = (one: Decimal, other: Decimal, tolerance: Decimal): boolean => one.minus(other).abs().gt(tolerance);

const sumFaults = (document: Entity, line: Line): readonly string[] => {
  const quantity = number(line, 'Количество');
  if (quantity.lte(0)) return ['не заполнено поле "Количество".'];
  const sum = number(line, 'Сумма');
  // A price is kept in kopecks, so that it may be off by half a kopeck a piece.
  const tolerance = KOPECK.plus(quantity.mul('0.005'));
  const faults: string[] = [];
  if (isApart(sum, number(line, 'Цена').mul(quantity), tolerance))
    faults.push('сумма не соответствует цене и количеству.');
  if (isApart(number(line, 'СуммаНДС'), vatOf(document, line, sum), KOPECK))
    faults.push('сумма НДС не соответствует ставке.');
  return faults;
};

const vatOf = (document: Entity, line: Line, sum: Decimal): Decimal => {
  const rate = new Decimal(VAT_RATES[textAt(line, 'СтавкаНДС')] ?? 0);
  const base = document.СуммаВключаетНДС === true ? rate.plus(100) : new Decimal(100);
  return sum.mul(rate).div(base).toDecimalPlaces(2);
};

const totalFault = (document: Entity): readonly string[] => {
  const lines = LINE_TABLES.flatMap(({ name }) => linesOf(document, name));
  const ofLine = (line: Line) =>
    document.СуммаВключаетНДС === true ? number(line, 'Сумма') : number(line, 'Сумма').plus(number(line, 'СуммаНДС'));
  const total = lines.reduce((sum, line) => sum.plus(ofLine(line)), new Decimal(0));
  return isApart(total, number(document, 'СуммаДокумента'), KOPECK)
    ? ['Сумма документа не соответствует сумме строк.']
    : [];
};
