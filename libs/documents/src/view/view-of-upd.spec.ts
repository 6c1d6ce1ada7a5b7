import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anOrderLine, anUpd } from '../../testing/an-upd.js';
import { upd } from '../../testing/arbitrary-upd.js';
import { russianNumber } from './russian-format.js';
import { viewOfUpd } from './view-of-upd.js';

const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ');

describe('viewOfUpd', () => {
  it('reads like the paper', () => {
    const view = viewOfUpd(anUpd({ revision: { number: 1, date: '2026-11-25' } }, [anOrderLine({ price: '12840.5' })]));
    expect(view.title).toBe('Универсальный передаточный документ № 214 от 24.11.2026');
    expect([view.status, view.subtitle]).toEqual(['1', 'Исправление № 1 от 25.11.2026']);
    expect(view.parties.map(({ title, rows }) => [title, rows[0]?.value, rows[1]?.value])).toEqual([
      ['Продавец', 'ООО «Ромашка»', '7707083893/773601001'],
      ['Покупатель', 'АО «Василёк»', '7728168971/770801001'],
    ]);
    expect(view.parties[1]?.rows.at(-1)?.value).toBe('107078, г. Москва, Каланчёвская, д. 27');
    const [line] = view.table.rows;
    expect([line?.['quantity'], plain(line?.['price']), line?.['vatRate'], plain(line?.['vat'])]).toEqual([
      '10',
      '12 840,50',
      '22%',
      '28 249,10',
    ]);
    expect(view.totals.map(({ value }) => plain(value))).toEqual(['128 405,00', '28 249,10', '156 654,10']);
    expect(view.transfer[1]?.value).toBe('Договор № 7 от 01.09.2026');
    expect(view.signers).toEqual([{ label: 'Генеральный директор', value: 'Иванова Мария Петровна' }]);
  });

  it('fills every cell, whatever the document', () => {
    fc.assert(
      fc.property(upd, (model) => {
        const { table } = viewOfUpd(model);
        for (const row of table.rows)
          expect(Object.keys(row).sort()).toEqual(table.columns.map(({ key }) => key).sort());
      }),
      { numRuns: 50 },
    );
  });
});

describe('russianNumber', () => {
  it.each([
    ['0', '0,00'],
    ['-12000', '−12 000,00'],
    ['1234567.891', '1 234 567,891'],
  ])('%s is %s', (value, shown) => {
    expect(plain(russianNumber(value))).toBe(shown);
  });
});
