import { describe, expect, it } from '@jest/globals';
import { ExpressionError } from '../expression-error.js';
import { evaluateExpression } from './evaluate-expression.js';
import { during, freshEvaluation } from './evaluation.js';
import { defDescription, fieldFunctions } from './functions/field-functions.js';
import { toCel } from './json-values.js';

const noon = new Date('2026-03-06T21:30:00Z');
const run = (text: string, scope: Record<string, unknown> = {}, timeZone = 'Europe/Moscow'): unknown =>
  during(freshEvaluation(noon, timeZone), () =>
    evaluateExpression(text, Object.fromEntries(Object.entries(scope).map(([key, value]) => [key, toCel(value)]))),
  );
const codeOf = (text: string, scope: Record<string, unknown> = {}): string | undefined => {
  try {
    run(text, scope);
    return undefined;
  } catch (error) {
    return error instanceof ExpressionError ? error.code : `thrown ${String(error)}`;
  }
};
const listOf = (length: number) => Array.from({ length }, (_, index) => index);

describe('functions of the field', () => {
  it.each([...fieldFunctions, defDescription].map(({ name, example }) => [name, example] as const))(
    '%s does what its example says',
    (_name, { expression, result }) => expect(run(expression)).toEqual(result),
  );

  it('have a sentence in both languages and a Latin name of their own', () => {
    const names = fieldFunctions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, doc } of fieldFunctions) {
      expect(name).toMatch(/^[a-z][A-Za-z]+$/);
      expect(doc.ru).toMatch(/[а-яё]/);
      expect(doc.en).not.toBe('');
    }
  });
});

describe('decimals', () => {
  it.each([
    ['dec("0.1") + dec("0.2")', '0.3'],
    ['dec("10") / 3', '3.33333333333'],
    ['-dec("1.50")', '-1.5'],
    ['2 * dec("1.25") - 1', '1.5'],
    ['round(dec("-2.345"), 2)', '-2.35'],
    ['dec("1") < 2 && dec("1.0") == 1 && dec("2") != 1', true],
    ['sum([1, "2.5", dec("3")])', '6.5'],
    ['vatInside("120", "20%")', '20'],
    ['vatOf("100", "без НДС")', '0'],
    ['sum(lines.map(l, dec(l.price) * dec(l.count)))', '30.3'],
  ])('%s is %s', (text, result) => {
    const lines = [{ price: '10.10', count: '3' }];
    expect(run(text, { lines })).toEqual(result);
  });

  it.each([
    ['1.5 + 1.5', 'CEL_FLOAT'],
    ['double(1) + double(2)', 'CEL_FUNCTION_REFUSED'],
    ['dec(price)', 'NUMBER_FRACTIONAL'],
    ['price + 1', 'NUMBER_FRACTIONAL'],
    ['price * price', 'NUMBER_FRACTIONAL'],
    ['dec("1 234,50")', 'DECIMAL_WRONG'],
    ['dec("1e9999")', 'DECIMAL_WRONG'],
    ['dec("1") / 0', 'DIVISION_BY_ZERO'],
    ['dec("999999999999999999") * 10', 'DECIMAL_TOO_BIG'],
  ])('%s is refused: %s', (text, code) => {
    expect(codeOf(text, { price: 10.5 })).toBe(code);
  });

  it('carries a fractional JSON number through untouched', () => {
    expect(run('{"at": place}', { place: { lat: 55.75 } })).toEqual({ at: { lat: 55.75 } });
  });
});

describe('dates', () => {
  it('counts days in the zone of the organization', () => {
    expect(run('today()')).toBe('2026-03-07');
    expect(run('today()', {}, 'UTC')).toBe('2026-03-06');
    expect(run('formatDate(now(), "DD.MM.YYYY HH:mm")')).toBe('07.03.2026 00:30');
  });

  it('skips holidays and moved days', () => {
    expect(run('addWorkingDays("2026-03-06", 1)')).toBe('2026-03-10');
    expect(run('addWorkingDays("2025-10-31", 1)')).toBe('2025-11-01');
    expect(run('addWorkingDays("2026-01-12", -1)')).toBe('2025-12-30');
  });

  it('says that a calendar is not published instead of guessing', () => {
    expect(codeOf('addWorkingDays("2026-12-30", 1)')).toBe('CALENDAR_UNKNOWN');
  });

  it.each(['2026-02-30', '30.02.2026', 'завтра', '2026-02-01T10:00:00'])('refuses %s as a date', (text) => {
    expect(codeOf('date(text)', { text })).toBe('DATE_WRONG');
  });
});

describe('absent values', () => {
  const scope = { deal: { id: '7', company: null } };
  it.each([
    ['def(deal.kpp, "нет")', 'нет'],
    ['def(deal.company, "нет")', 'нет'],
    ['def(deal.buyer.inn, "")', ''],
    ['has(deal.buyer.inn)', false],
    ['has(deal.id)', true],
    ['deal.?kpp.orValue("нет")', 'нет'],
    ['deal["id"]', '7'],
  ])('%s is %s', (text, result) => expect(run(text, scope)).toEqual(result));

  it('leaves out what is optional and empty', () => {
    expect(run('{"kpp": deal.?kpp, "id": deal.id}', scope)).toEqual({ id: '7' });
  });

  it('says which field is missing', () => {
    expect(codeOf('deal.kpp', scope)).toBe('KEY_MISSING');
    expect(codeOf('deal.kpp.length', scope)).toBe('KEY_MISSING');
    expect(codeOf('[1][4]')).toBe('LIST_INDEX_WRONG');
  });
});

describe('an expression cannot stall or kill', () => {
  const double = (levels: number): string => (levels === 0 ? 'x' : `cel.bind(x, x + x, ${double(levels - 1)})`);

  it.each([
    ['nested bind', `cel.bind(x, [1], ${double(6)})`, 'CEL_FUNCTION_REFUSED'],
    ['a regular expression with backtracking', `text.matches("(a+)+$")`, 'CEL_FUNCTION_REFUSED'],
    ['three nested loops', 'l.map(a, l.map(b, l.map(c, 1)))', 'CEL_LOOPS_TOO_DEEP'],
    ['two nested loops over long lists', 'l.map(a, l.map(b, 1)).size()', 'EXPRESSION_TOO_HEAVY'],
    ['a loop in a quantifier that swallows errors', 'l.exists(a, l.exists(b, b == -1))', 'EXPRESSION_TOO_HEAVY'],
    ['a list doubled again and again', `(${Array(900).fill('l').join('+')}).size()`, 'EXPRESSION_TOO_HEAVY'],
    ['a result that unfolds', 'l.map(a, l)', 'VALUE_TOO_BIG'],
    ['a giant join', 'join(l.map(a, text), "")', 'TEXT_TOO_LONG'],
    ['a giant join by method', 'l.map(a, text).join("")', 'TEXT_TOO_LONG'],
    ['text doubled by replace', 'replace(replace(text, "a", text), "a", text)', 'TEXT_TOO_LONG'],
    ['searching a list in a loop', 'l.filter(a, !(a in (l + l + l))).size()', 'EXPRESSION_TOO_HEAVY'],
    ['comparing big values in a loop', 'l.filter(a, l == l).size()', 'EXPRESSION_TOO_HEAVY'],
    ['calling the meter itself', 'pace_(l, -1000000)', 'CEL_FUNCTION_REFUSED'],
    ['too long a text', `"${'a'.repeat(4000)}"`, 'CEL_TOO_LONG'],
    ['too deep a text', `${'('.repeat(200)}1${')'.repeat(200)}`, 'CEL_TOO_BIG'],
  ])('%s', (_what, text, code) => {
    expect(codeOf(text, { l: listOf(5000), text: 'a'.repeat(5000) })).toBe(code);
  });

  it('gives like() linear time on what kills matches()', () => {
    expect(run('like(text, "^(a+)+$")', { text: `${'a'.repeat(100_000)}!` })).toBe(false);
  });

  it('leaves room for a real document of a thousand lines', () => {
    const lines = listOf(1000).map((index) => ({ name: `Товар ${index}`, price: '10.10', count: '3', vat: '22' }));
    const text =
      'lines.map(l, {"name": l.name, "sum": dec(l.price) * dec(l.count), "vat": vatOf(dec(l.price) * dec(l.count), l.vat)})';
    expect(run(text, { lines })).toHaveLength(1000);
  });

  it('reaches no prototype', () => {
    expect(codeOf('deal.constructor', { deal: {} })).toBe('KEY_MISSING');
    expect(codeOf('deal.toString', { deal: {} })).toBe('KEY_MISSING');
    expect(run('{"__proto__": "x", "a": 1}')).toEqual({ a: 1 });
    expect(run('deal.constructor', { deal: { constructor: 'фирма' } })).toBe('фирма');
  });
});
