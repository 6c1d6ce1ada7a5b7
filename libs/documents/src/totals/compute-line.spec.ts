import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountsFitPrices, sumsAddUp, totalsAddUp, vatFitsAmounts } from '../checks/rules/sums.js';
import { vatSumsFitRates } from '../checks/rules/vat.js';
import { anUpd, anOrderLine, today } from '../../testing/an-upd.js';
import { VAT_RATE_CODES } from '../upd/vat-rates.js';
import { computeLine } from './compute-line.js';
import { computeTotals } from './compute-totals.js';

describe('computeLine', () => {
  it.each([
    [
      '22',
      'on-top',
      '10',
      '100.00',
      { price: '100.00', amountWithoutVat: '1000.00', vat: '220.00', amountWithVat: '1220.00' },
    ],
    [
      '22',
      'inside',
      '1',
      '107.00',
      { price: '87.70', amountWithoutVat: '87.70', vat: '19.30', amountWithVat: '107.00' },
    ],
    ['20', 'on-top', '3', '0.01', { price: '0.01', amountWithoutVat: '0.03', vat: '0.01', amountWithVat: '0.04' }],
    ['10', 'inside', '3', '100', { price: '90.91', amountWithoutVat: '272.73', vat: '27.27', amountWithVat: '300.00' }],
    ['5', 'on-top', '1', '0.10', { price: '0.10', amountWithoutVat: '0.10', vat: '0.01', amountWithVat: '0.11' }],
    ['7', 'on-top', '1.5', '33.33', { price: '33.33', amountWithoutVat: '50.00', vat: '3.50', amountWithVat: '53.50' }],
    ['0', 'on-top', '2', '5', { price: '5', amountWithoutVat: '10.00', vat: '0.00', amountWithVat: '10.00' }],
    ['none', 'inside', '2', '5', { price: '5', amountWithoutVat: '10.00', amountWithVat: '10.00' }],
    ['agent', 'on-top', '2', '5', { price: '5', amountWithoutVat: '10.00', vat: '0.00', amountWithVat: '10.00' }],
    [
      '22/122',
      'on-top',
      '1',
      '122',
      { price: '100.00', amountWithoutVat: '100.00', vat: '22.00', amountWithVat: '122.00' },
    ],
    [
      '16.67',
      'on-top',
      '1',
      '120',
      { price: '100.00', amountWithoutVat: '100.00', vat: '20.00', amountWithVat: '120.00' },
    ],
  ] as const)('at %s, НДС %s: %s × %s', (...[vatRate, mode, quantity, price, sums]) => {
    expect(computeLine({ quantity, price, vatRate, mode })).toEqual(sums);
  });

  it('finds a price with as many places as the amount needs', () => {
    const { price, amountWithoutVat } = computeLine({ quantity: '7000', price: '0.33', vatRate: '22', mode: 'inside' });
    expect([price, amountWithoutVat]).toEqual(['0.270491', '1893.44']);
  });

  it('keeps sums exact where floats would not', () => {
    const sums = computeLine({ quantity: '1', price: '90071992547409.93', vatRate: '22', mode: 'on-top' });
    expect(sums.amountWithVat).toBe('109887830907840.11');
  });

  it.each([
    ['BAD_DECIMAL', { price: '1 200,50' }],
    ['BAD_DECIMAL', { quantity: '1e3' }],
    ['VAT_RATE_UNKNOWN', { vatRate: '19' }],
  ])('refuses with %s', (code, wrong) => {
    const order = { quantity: '1', price: '1', vatRate: '22', mode: 'on-top' as const, ...wrong };
    expect(() => computeLine(order)).toThrow(expect.objectContaining({ code, kind: 'invalid' }));
  });

  it('makes sums that the checks agree with, whatever the order', () => {
    const quantity = fc.integer({ min: 1, max: 9_999_999 }).map((n) => (n / 1000).toFixed(3));
    const price = fc.integer({ min: 1, max: 999_999_999 }).map((n) => (n / 100).toFixed(2));
    const line = fc.record({
      quantity,
      price,
      vatRate: fc.constantFrom(...Object.keys(VAT_RATE_CODES)),
      isPriceWithVat: fc.boolean(),
    });
    const rules = [amountsFitPrices, vatFitsAmounts, sumsAddUp, totalsAddUp, vatSumsFitRates];
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const model = anUpd(
          {},
          lines.map((over) => anOrderLine(over)),
        );
        expect(rules.flatMap((rule) => rule(model, { today }))).toEqual([]);
      }),
    );
  });
});

describe('computeTotals', () => {
  it('sums lines and leaves НДС out only when no line has any', () => {
    const none = { amountWithoutVat: '0.10', amountWithVat: '0.10' };
    expect(computeTotals([none, none, none])).toEqual({ amountWithoutVat: '0.30', amountWithVat: '0.30' });
    const taxed = { amountWithoutVat: '1.00', vat: '0.22', amountWithVat: '1.22' };
    expect(computeTotals([none, taxed]).vat).toBe('0.22');
  });
});
