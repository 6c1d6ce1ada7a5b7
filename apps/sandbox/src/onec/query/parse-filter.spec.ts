import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ODataError } from '../wire/odata-error.js';
import { parseFilter } from './parse-filter.js';

describe('$filter', () => {
  it('binds and tighter than or, and not tighter than both', () => {
    expect(parseFilter("not Posted and A eq 1 or B ne 'x''y'")).toMatchObject({
      kind: 'or',
      left: { kind: 'and', left: { kind: 'not' }, right: { kind: 'compare', word: 'eq' } },
      right: { kind: 'compare', word: 'ne', right: { value: { type: 'text', value: "x'y" } } },
    });
  });

  it('reads guids, dates, casts with a path behind, and lambdas', () => {
    expect(parseFilter("Ref_Key eq guid'8B9660F6-6332-11ec-ad72-000c29b45b09'")).toMatchObject({
      right: { value: { type: 'guid', value: '8b9660f6-6332-11ec-ad72-000c29b45b09' } },
    });
    expect(parseFilter("Date ge datetime'2026-01-01T00:00:00'")).toMatchObject({ right: { value: { type: 'date' } } });
    expect(parseFilter("cast(Основание, 'Document_Х')/Номер eq '1'")).toMatchObject({
      left: { kind: 'path', of: { kind: 'call', name: 'cast' }, steps: ['Номер'] },
    });
    expect(parseFilter('Товары/any(d: d/Цена gt 10)')).toMatchObject({ kind: 'lambda', word: 'any', variable: 'd' });
  });

  it.each(["ИНН eq '1' and", 'ИНН = 1', '(A eq 1', 'A eq 1)', "Date eq datetime'завтра'", ''])(
    'refuses %j with code 14',
    (text) => {
      expect(() => parseFilter(text)).toThrow(expect.objectContaining({ code: 14 }));
    },
  );

  it('takes a plus for addition, never for a space', () => {
    expect(parseFilter('A+1 gt 2')).toMatchObject({ left: { kind: 'arithmetic', word: 'add' } });
  });

  it('ends in a tree or an error of its own for anything at all, however deep', () => {
    const words = ['(', ')', 'not ', 'eq', ' and ', "'a'", 'Поле', '1', '/', ',', "guid'x'"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 400 }), (parts) => {
        try {
          parseFilter(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(ODataError);
        }
      }),
    );
    expect(() => parseFilter(`${'('.repeat(5000)}A`)).toThrow(ODataError);
  });
});
