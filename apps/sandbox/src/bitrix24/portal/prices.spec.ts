import { describe, expect, it } from '@jest/globals';

import { readProductRow } from './product-row.js';

const owner = { id: '1', dealId: '1' };

describe('prices of a row', () => {
  it('come from a price with tax, as crm.item.productrow.list documents it', () => {
    const row = readProductRow({ PRICE: 90000, TAX_RATE: 10, DISCOUNT_TYPE_ID: 2, DISCOUNT_RATE: 10 }, owner);
    expect(row).toMatchObject({
      priceExclusive: '81818.18',
      priceNetto: '90909.09',
      priceBrutto: '100000',
      discountSum: '9090.91',
      discountRate: '10',
    });
  });

  it('come from a price without tax', () => {
    expect(readProductRow({ PRICE_EXCLUSIVE: '2333.33', TAX_RATE: '22' }, owner)).toMatchObject({ price: '2846.66' });
  });

  it('know no tax where no rate is given, and read a comma as PHP does', () => {
    expect(readProductRow({ PRICE: '12,50' }, owner)).toMatchObject({
      price: '12',
      priceExclusive: '12',
      taxRate: null,
    });
  });

  it('are refused for a discount that is half given', () => {
    expect(() => readProductRow({ PRICE: 1, DISCOUNT_TYPE_ID: 1 }, owner)).toThrow('DISCOUNT_SUM');
  });
});
