import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { buildPhpForm, parsePhpQuery } from './php-query.js';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a query of PHP', () => {
  it('nests brackets and counts empty ones on', () => {
    expect(plain(parsePhpQuery('filter[%3EID]=5&select[]=ID&select[]=TITLE&order%5BID%5D=DESC&'))).toEqual({
      filter: { '>ID': '5' },
      select: { 0: 'ID', 1: 'TITLE' },
      order: { ID: 'DESC' },
    });
  });

  it('reads plus as a space, keeps broken percents, and lets the last of two names win', () => {
    expect(plain(parsePhpQuery('a=1+2&b=100%&a=3&c'))).toEqual({ a: '3', b: '100%', c: '' });
  });

  it('takes no name for a prototype', () => {
    parsePhpQuery('__proto__[polluted]=1&constructor[prototype][polluted]=1');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('writes an event as the real one does', () => {
    expect(buildPhpForm({ event: 'ONCRMDEALUPDATE', data: { FIELDS: { ID: '759' } } })).toBe(
      'event=ONCRMDEALUPDATE&data%5BFIELDS%5D%5BID%5D=759',
    );
  });

  it('reads back whatever it has written', () => {
    const key = fc.stringMatching(/^[A-Za-z_]{1,8}$/).filter((name) => !(name in {}));
    const facts = fc.dictionary(key, fc.oneof(fc.string(), fc.dictionary(key, fc.string(), { minKeys: 1 })));
    fc.assert(
      fc.property(facts, (given) => {
        expect(plain(parsePhpQuery(buildPhpForm(given)))).toEqual(plain(given));
      }),
    );
  });
});
