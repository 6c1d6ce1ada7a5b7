import type { Cell, Table } from './table.js';

/** Tells a spreadsheet that the text is UTF-8. */
const MARK = '\uFEFF';
/** What a spreadsheet would run as a formula. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** CSV as spreadsheets with Russian settings read it: `;` between, a comma in sums, dates `24.11.2026`. */
export async function* csvOf<Row>({ columns, batches }: Table<Row>): AsyncGenerator<string> {
  yield MARK + line(columns.map(({ title }) => title));
  for await (const rows of batches) yield rows.map((row) => line(columns.map(({ cell }) => cell(row)))).join('');
}

const line = (cells: readonly Cell[]): string => `${cells.map(written).join(';')}\r\n`;

const written = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return quoted(FORMULA.test(cell) ? `'${cell}` : cell);
  if ('decimal' in cell) return cell.decimal.replace('.', ',');
  const day = cell.day.split('-').reverse().join('.');
  return cell.time === undefined ? day : `${day} ${cell.time}`;
};

const quoted = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
