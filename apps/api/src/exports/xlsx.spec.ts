import { buffer } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { unzip } from '../testing/unzip.js';
import type { Cell } from './table.js';
import { xlsxOf } from './xlsx.js';

async function* inBatches(...batches: (readonly Cell[])[][]) {
  yield* batches;
}
const columns = ['Кто', 'Сумма', 'Дата', 'Когда'].map((title, at) => ({
  title,
  width: 12,
  cell: (row: readonly Cell[]) => row[at],
}));
const sheetOf = async (...batches: (readonly Cell[])[][]) => {
  const files = unzip(await buffer(xlsxOf({ name: 'Документы', columns, batches: inBatches(...batches) })));
  return files.get('xl/worksheets/sheet1.xml') ?? '';
};

it('writes sums as numbers to the last kopeck, dates as dates, texts as texts', async () => {
  const sheet = await sheetOf([
    ['0277001234', { decimal: '900719925474099.07' }, { day: '2026-11-24' }, { day: '2026-11-24', time: '12:00' }],
  ]);
  expect(sheet).toContain('<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">0277001234</t></is></c>');
  expect(sheet).toContain('<c r="B2" s="2"><v>900719925474099.07</v></c>');
  expect(sheet).toContain('<c r="C2" s="3"><v>46350</v></c><c r="D2" s="4"><v>46350.5</v></c>');
});

it('freezes the head and lets every column be filtered, over all batches', async () => {
  const sheet = await sheetOf([['а'], ['б']], [['в']]);
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A1:D4"/>');
});

it('writes no formula and nothing that breaks the XML', async () => {
  const sheet = await sheetOf([['=HYPERLINK("x")'], ['<a> & "b" \0\u0001\ud800']]);
  expect(sheet).toContain('>=HYPERLINK(&quot;x&quot;)<');
  expect(sheet).toContain('>&lt;a&gt; &amp; &quot;b&quot; <');
  expect(sheet).not.toContain('<f>');
});

it('passes on why the rows ended', async () => {
  async function* broken(): AsyncGenerator<(readonly Cell[])[]> {
    yield [['а']];
    throw new Error('gone');
  }
  await expect(buffer(xlsxOf({ name: 'Т', columns, batches: broken() }))).rejects.toThrow('gone');
});
