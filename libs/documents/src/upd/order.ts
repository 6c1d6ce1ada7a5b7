import { Type as t, type Static } from '@sinclair/typebox';
import type { CrmLine } from '@potok/contracts';
import { closed, text } from '../fields.js';
import { computeLine, type VatMode } from '../totals/compute-line.js';
import { isDecimal } from '../totals/exact.js';
import { findUnit, findUnitByName } from '../units/okei.js';
import { UpdLine } from './line.js';
import { isVatRate } from './vat-rates.js';

/**
 * A line as people and CRMs have it: quantity and one price. Quantity, price and rate are free text here on purpose, so
 * that «1 200,50» or «19» reaches `checkUpd` and gets a sentence; `linesOfOrder` makes the sums.
 */
export const UpdOrderLine = t.Object(
  {
    name: text('Название товара, работы, услуги', 2000),
    quantity: text('Количество: 10 или 1.5', 40),
    price: text('Цена за единицу: 1200.50', 40),
    isPriceWithVat: t.Optional(t.Boolean({ description: 'Цена с НДС; пусто: как у всего документа' })),
    vatRate: text('Ставка НДС: 22, 20, 10, 7, 5, 0, none (без НДС)', 12),
    unitCode: t.Optional(text('Единица измерения, код ОКЕИ: 796', 4)),
    unitName: t.Optional(text('Единица измерения, название: шт', 255)),
    ...t.Pick(UpdLine, [
      'kind',
      'characteristic',
      'article',
      'code',
      'gtin',
      'tnved',
      'okpd2',
      'originCountries',
      'customs',
      'traceability',
      'marking',
      'info',
    ]).properties,
  },
  { ...closed, description: 'Строка: товар, работа, услуга' },
);
export type UpdOrderLine = Static<typeof UpdOrderLine>;

/** A line of a deal as a line of the order: unit by ОКЕИ, price with or without НДС as the CRM holds it. */
export const orderLineOfCrm = (line: CrmLine): UpdOrderLine => ({
  name: line.name,
  quantity: line.quantity,
  price: line.isVatIncluded ? line.priceWithVat : line.priceWithoutVat,
  isPriceWithVat: line.isVatIncluded,
  vatRate: line.vatRate,
  kind: line.isService ? 'service' : 'goods',
  ...(line.unitCode === undefined ? {} : { unitCode: line.unitCode }),
  ...(line.unitName === undefined ? {} : { unitName: line.unitName }),
  ...(line.article === undefined ? {} : { article: line.article }),
});

/** Numbers the lines and makes their sums. A line whose numbers or rate are wrong keeps them without sums, for the checks. */
export const linesOfOrder = (lines: readonly UpdOrderLine[], mode: VatMode): UpdLine[] =>
  lines.map(({ isPriceWithVat, unitCode, unitName, ...line }, at) => ({
    number: at + 1,
    ...line,
    ...unitOf(unitCode, unitName),
    ...sumsOf(line, isPriceWithVat === undefined ? mode : modeOf(isPriceWithVat)),
  }));

const modeOf = (isPriceWithVat: boolean): VatMode => (isPriceWithVat ? 'inside' : 'on-top');

const sumsOf = ({ quantity, price, vatRate }: Pick<UpdOrderLine, 'quantity' | 'price' | 'vatRate'>, mode: VatMode) =>
  isDecimal(quantity) && isDecimal(price) && isVatRate(vatRate) ? computeLine({ quantity, price, vatRate, mode }) : {};

/** The code finds the name and the name finds the code; what the table does not know stays as it was given. */
const unitOf = (code: string | undefined, name: string | undefined): Pick<UpdLine, 'unitCode' | 'unitName'> => {
  const unit =
    (code === undefined ? undefined : findUnit(code)) ?? (name === undefined ? undefined : findUnitByName(name));
  const unitCode = unit?.code ?? code;
  const unitName = name ?? unit?.name;
  return { ...(unitCode === undefined ? {} : { unitCode }), ...(unitName === undefined ? {} : { unitName }) };
};
