import { expect, it } from '@jest/globals';
import { readJson } from './read-json.js';

it('reads JSON, with a byte order mark too', () => {
  expect(readJson('\uFEFF{"a":[1,2.5e3,"\\u0416",null,true]}')).toEqual({ json: { a: [1, 2500, 'Ж', null, true] } });
});

it.each([
  ['{\n  "a": 1,\n  "b": [1, 2', { line: 3, column: 13 }],
  ['', { line: 1, column: 1 }],
  ['{"a": 1,}', { line: 1, column: 9, found: '}' }],
  ['{"a" 1}', { line: 1, column: 6, found: '1' }],
  ["{'a': 1}", { line: 1, column: 2, found: "'" }],
  ['{\n"a": тест}', { line: 2, column: 6, found: 'т' }],
  ['[1 2]', { line: 1, column: 4, found: '2' }],
  ['[1]]', { line: 1, column: 4, found: ']' }],
  ['{"a": "нет конца', { line: 1, column: 17 }],
  ['{"a": [1}', { line: 1, column: 9, found: '}' }],
  ['😀', { line: 1, column: 1, found: '😀' }],
])('finds where %j stops being JSON', (text, fault) => {
  expect(readJson(text)).toEqual({ fault });
});

it('is not slow on a long text, nor deep on a deep one', () => {
  expect(readJson('['.repeat(200_000))).toEqual({ fault: { line: 1, column: 200_001 } });
  expect(readJson(`{"a": "${'x'.repeat(1_000_000)}`)).toEqual({ fault: { line: 1, column: 1_000_008 } });
});
