import type { UpdLine } from '../upd/line.js';
import { isVatRate, VAT_RATE_CODES } from '../upd/vat-rates.js';
import { russianNumber, russianQuantity } from './russian-format.js';

export interface ViewColumn {
  readonly key: string;
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
}
export interface ViewTable {
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const COLUMNS: readonly ViewColumn[] = [
  { key: 'number', title: '№', align: 'center' },
  { key: 'code', title: 'Код', align: 'left' },
  { key: 'name', title: 'Наименование', align: 'left' },
  { key: 'unit', title: 'Ед.', align: 'center' },
  { key: 'quantity', title: 'Количество', align: 'right' },
  { key: 'price', title: 'Цена', align: 'right' },
  { key: 'amountWithoutVat', title: 'Без НДС', align: 'right' },
  { key: 'excise', title: 'Акциз', align: 'right' },
  { key: 'vatRate', title: 'Ставка', align: 'center' },
  { key: 'vat', title: 'НДС', align: 'right' },
  { key: 'amountWithVat', title: 'С НДС', align: 'right' },
  { key: 'origin', title: 'Страна', align: 'left' },
  { key: 'declaration', title: 'Декларация или РНПТ', align: 'left' },
];

export const tableOf = (lines: readonly UpdLine[]): ViewTable => ({ columns: COLUMNS, rows: lines.map(lineRow) });

export const money = (value: string | undefined): string => (value === undefined ? '' : russianNumber(value));
const rateText = (rate: string): string => (isVatRate(rate) ? VAT_RATE_CODES[rate] : rate);

const lineRow = (line: UpdLine): Readonly<Record<string, string>> => ({
  number: String(line.number),
  code: line.code ?? line.article ?? '',
  name: line.name ?? line.characteristic ?? '',
  unit: line.unitName ?? line.unitCode ?? '',
  quantity: line.quantity === undefined ? '' : russianQuantity(line.quantity),
  price: money(line.price),
  amountWithoutVat: money(line.amountWithoutVat),
  excise: line.excise === undefined ? 'без акциза' : russianNumber(line.excise),
  vatRate: rateText(line.vatRate),
  vat: line.vat === undefined ? 'без НДС' : russianNumber(line.vat),
  amountWithVat: money(line.amountWithVat),
  ...originOf(line),
});

const originOf = ({ originCountries = [], customs = [], traceability = [] }: UpdLine) => ({
  origin: originCountries.join(', '),
  declaration: [...customs.map(({ declaration }) => declaration), ...traceability.map(({ number }) => number)]
    .filter((text) => text !== undefined)
    .join(', '),
});
