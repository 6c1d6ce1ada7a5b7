import { expect, it } from '@jest/globals';
import { csvOf } from './csv.js';
import type { Cell } from './table.js';

async function* inBatches(...batches: (readonly Cell[])[][]) {
  yield* batches;
}
const csv = async (titles: readonly string[], ...batches: (readonly Cell[])[][]) => {
  const columns = titles.map((title, at) => ({ title, width: 10, cell: (row: readonly Cell[]) => row[at] }));
  let text = '';
  for await (const part of csvOf({ name: 'Т', columns, batches: inBatches(...batches) })) text += part;
  return text;
};

it('writes what a spreadsheet with Russian settings reads', async () => {
  const row = ['ООО «Ромашка»', { decimal: '-12000.50' }, { day: '2026-11-24' }, { day: '2026-11-24', time: '09:05' }];
  expect(await csv(['Кто', 'Сумма', 'Дата', 'Когда'], [row], [[undefined, undefined, undefined, 'конец']])).toBe(
    '\uFEFFКто;Сумма;Дата;Когда\r\nООО «Ромашка»;-12000,50;24.11.2026;24.11.2026 09:05\r\n;;;конец\r\n',
  );
});

it('quotes what would break the line', async () => {
  expect(await csv(['а'], [['a;b'], ['say "да"'], ['два\nряда']])).toBe(
    '\uFEFFа\r\n"a;b"\r\n"say ""да"""\r\n"два\nряда"\r\n',
  );
});

it.each(['=1+1', '+7 900', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1+1'])('lets no spreadsheet run %j', async (text) => {
  expect(await csv(['а'], [[text]])).toContain(`'${text}`);
});
