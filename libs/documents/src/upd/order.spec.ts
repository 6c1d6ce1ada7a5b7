import { describe, expect, it } from '@jest/globals';
import type { CrmLine } from '@potok/contracts';
import { linesOfOrder, orderLineOfCrm } from './order.js';

const crmLine: CrmLine = {
  id: '1',
  name: 'Монтаж',
  quantity: '2',
  unitCode: '356',
  priceWithoutVat: '100.00',
  priceWithVat: '122.00',
  vatRate: '22',
  isVatIncluded: true,
  isService: true,
};

describe('linesOfOrder', () => {
  it('makes a line of a deal into a line of the document', () => {
    expect(linesOfOrder([orderLineOfCrm(crmLine)], 'on-top')).toEqual([
      {
        number: 1,
        name: 'Монтаж',
        kind: 'service',
        unitCode: '356',
        unitName: 'ч',
        quantity: '2',
        price: '100.00',
        vatRate: '22',
        amountWithoutVat: '200.00',
        vat: '44.00',
        amountWithVat: '244.00',
      },
    ]);
  });

  it('finds the code of a unit by its name, and keeps a unit that it does not know', () => {
    const line = { name: 'x', quantity: '1', price: '1', vatRate: 'none' };
    const units = [{ unitName: 'Шт.' }, { unitCode: '55' }, { unitName: 'бухта' }].map((unit) => ({
      ...line,
      ...unit,
    }));
    expect(linesOfOrder(units, 'on-top').map(({ unitCode, unitName }) => [unitCode, unitName])).toEqual([
      ['796', 'Шт.'],
      ['055', 'м2'],
      [undefined, 'бухта'],
    ]);
  });

  it('keeps wrong numbers without sums, for the checks to speak of', () => {
    const [line] = linesOfOrder([{ name: 'x', quantity: '1', price: '1,5', vatRate: '22' }], 'on-top');
    expect(line).toEqual({ number: 1, name: 'x', quantity: '1', price: '1,5', vatRate: '22' });
  });
});
