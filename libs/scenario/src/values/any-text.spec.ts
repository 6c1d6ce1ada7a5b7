import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isNodeFault } from '@potok/contracts';
import { collectReferences } from './collect-references.js';
import { evaluateParams } from './evaluate-params.js';

const scope = {
  trigger: { id: '7', price: 1.5, list: [1, 2, 3], lines: [{ name: 'Стол', price: '10.10' }] },
  steps: {},
  params: {},
  run: { id: 'r', startedAt: '2026-01-01T00:00:00Z', mode: 'dry' as const },
  waits: {},
  now: new Date('2026-03-06T10:00:00Z'),
};
const words = ['trigger', 'id', 'price', 'list', 'lines', 'map', 'x', 'dec', 'sum', 'has', 'def', 'like', '1', '"a"'];
const signs = [
  '.',
  '(',
  ')',
  '[',
  ']',
  ',',
  '+',
  '-',
  '*',
  '/',
  '==',
  '?',
  ':',
  '{',
  '}',
  '&&',
  '!',
  ' ',
  '{{',
  '}}',
  '#each ',
  '/each',
];
const texts = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.array(fc.constantFrom(...words, ...signs), { maxLength: 14 }).map((parts) => parts.join('')),
);

it.each(['$cel', '$tpl', '$each'])('answers any %s with a value or a fault of the data, nothing else', (key) => {
  fc.assert(
    fc.property(texts, (text) => {
      const params = { a: { [key]: text, ...(key === '$each' ? { do: 1 } : {}) } };
      expect(() => collectReferences(params)).not.toThrow();
      try {
        const value = evaluateParams(params, scope);
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      } catch (error) {
        expect(isNodeFault(error) ? error.kind : error).toBe('invalid');
      }
    }),
    { numRuns: 500 },
  );
});
