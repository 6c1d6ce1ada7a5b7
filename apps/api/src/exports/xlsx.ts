import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell, Column, Table } from './table.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const LONGEST_TEXT = 32_000;
const LONGEST_NAME = 31;
/** Numbers of the formats in `STYLES`. */
const STYLE = { title: 1, decimal: 2, day: 3, moment: 4 } as const;
const MS_IN_DAY = 86_400_000;
/** 1970-01-01 as spreadsheets count days. */
const EPOCH_DAY = 25_569;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="4" applyNumberFormat="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * A workbook of one sheet. Written by hand over a ZIP stream, because the libraries at hand either hold the whole table in
 * memory or turn a sum into a float on its way.
 */
export const xlsxOf = <Row>(table: Table<Row>): Readable => {
  const zip = new ZipFile();
  const add = (path: string, text: string) => {
    zip.addBuffer(Buffer.from(text), path);
  };
  add('[Content_Types].xml', contentTypes);
  add('_rels/.rels', relations('officeDocument', 'xl/workbook.xml'));
  add('xl/workbook.xml', workbook(table.name));
  add('xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml'));
  add('xl/styles.xml', STYLES);
  const sheet = Readable.from(sheetOf(table));
  const out = zip.outputStream.pipe(new PassThrough());
  sheet.on('error', (error) => out.destroy(error));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  return out;
};

const contentTypes = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

/** Kinds and targets by turns. */
const relations = (...given: readonly string[]): string => {
  const one = (kind: string, at: number) =>
    `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${given[at * 2 + 1] ?? ''}"/>`;
  const kinds = given.filter((_word, at) => at % 2 === 0);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${kinds.map(one).join('')}</Relationships>`;
};

const workbook = (name: string): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name.slice(0, LONGEST_NAME))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

async function* sheetOf<Row>({ columns, batches }: Table<Row>): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(width).join('')}</cols><sheetData>`;
  let number = 1;
  yield row(
    number,
    columns.map(({ title }, at) => text(place(at, number), title, STYLE.title)),
  );
  for await (const rows of batches) {
    yield rows
      .map((one) => {
        number += 1;
        return row(
          number,
          columns.map(({ cell }, at) => written(place(at, number), cell(one))),
        );
      })
      .join('');
  }
  yield `</sheetData><autoFilter ref="A1:${place(columns.length - 1, number)}"/></worksheet>`;
}

const width = <Row>(column: Column<Row>, at: number): string =>
  `<col min="${at + 1}" max="${at + 1}" width="${column.width}" customWidth="1"/>`;

const row = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;

/** A table here has fewer columns than the alphabet. */
const place = (column: number, number: number): string => `${String.fromCharCode(65 + column)}${number}`;

const written = (at: string, cell: Cell): string => {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string') return text(at, cell, 0);
  if ('decimal' in cell) return `<c r="${at}" s="${STYLE.decimal}"><v>${cell.decimal}</v></c>`;
  const days = Date.parse(`${cell.day}T${cell.time ?? '00:00'}Z`) / MS_IN_DAY + EPOCH_DAY;
  return `<c r="${at}" s="${cell.time === undefined ? STYLE.day : STYLE.moment}"><v>${days}</v></c>`;
};

const text = (at: string, value: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, LONGEST_TEXT))}</t></is></c>`;

// What XML cannot hold at all.
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const escaped = (value: string): string =>
  value
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
