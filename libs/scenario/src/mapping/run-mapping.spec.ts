import { expect, it } from '@jest/globals';
import type { JsonSchema } from '@potok/contracts';
import fc from 'fast-check';
import { fieldOfError, schemaErrorsOf } from '../drawing/schema-check.js';
import { describeCode } from '../describe-finding.js';
import { aMappingTarget } from '../testing/mapping-place.js';
import { misfitsOf } from './misfits.js';
import { runMapping } from './run-mapping.js';

const scopeOf = ({ data }: { readonly data: unknown }) => ({
  trigger: {},
  steps: { deal: data },
  params: {},
  run: { id: 'r', startedAt: '2026-01-01T00:00:00Z', mode: 'dry' as const },
  waits: {},
  now: new Date('2026-01-01'),
});
const whole = {
  buyer: { $cel: 'steps.deal.?buyer' },
  lines: { $each: 'steps.deal.lines', as: 'l', do: { name: { $cel: 'l.name' }, quantity: { $cel: 'l.quantity' } } },
  number: { $cel: 'steps.deal.title' },
};
const aDeal = (over: object = {}) => ({
  title: '214',
  buyer: { name: 'Ромашка' },
  lines: [{ name: 'Насос', quantity: '2' }],
  ...over,
});
const run = (params: unknown, ...deals: readonly object[]) =>
  runMapping(
    params,
    deals.map((data, at) => ({ id: String(at), name: String(at), data })),
    { schema: aMappingTarget, scopeOf },
  );

it('makes of each sample what the run would make, and finds nothing wrong with it', () => {
  expect(run(whole, aDeal())).toEqual([
    {
      sample: '0',
      value: { buyer: { name: 'Ромашка' }, lines: [{ name: 'Насос', quantity: '2' }], number: '214' },
      findings: [],
    },
  ]);
});

it('says of each sample what is wrong with it, at the target field', () => {
  const [fine, bad] = run(whole, aDeal(), aDeal({ buyer: undefined, lines: [{ name: 'Насос', quantity: '1,5' }] }));
  expect(fine?.findings).toEqual([]);
  expect(bad?.findings.map(({ code, target, pointer }) => [code, target, pointer])).toEqual([
    ['VALUE_MISSING', '/buyer', '/buyer'],
    ['VALUE_FORMAT', '/lines/*/quantity', '/lines/0/quantity'],
  ]);
});

it('tells every formula that fails, and each of them once', () => {
  const params = { ...whole, number: { $cel: 'steps.deal.nothing' }, date: { $cel: '1 +' } };
  const [result] = run(params, aDeal({ lines: [{}] }));
  expect(result?.findings.map(({ code, target }) => [code, target])).toEqual([
    ['KEY_MISSING', '/lines/*/name'],
    ['KEY_MISSING', '/lines/*/quantity'],
    ['KEY_MISSING', '/number'],
    ['CEL_SYNTAX', '/date'],
  ]);
});

it('has a sentence in both languages for all that it finds', () => {
  const found = run({ number: '', date: 'x', extra: 1, lines: {}, kind: 'c', buyer: 5 }, {})[0]?.findings ?? [];
  expect(found.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['VALUE_TOO_SHORT', 'VALUE_FORMAT', 'VALUE_UNKNOWN', 'VALUE_KIND', 'VALUE_CHOICE']),
  );
  for (const { code, facts } of found) {
    expect(describeCode(code, facts, 'ru')).toMatch(/[а-я]/);
    expect(describeCode(code, facts, 'en')).not.toMatch(/[а-я]/);
  }
});

const schemas = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small' },
    fc.record({ type: fc.constantFrom('string', 'integer', 'number', 'boolean', 'null') }),
    fc.record({ type: fc.constant('string'), minLength: fc.nat(3), maxLength: fc.integer({ min: 2, max: 5 }) }),
    fc.record({
      type: fc.constant('string'),
      format: fc.constantFrom('decimal', 'date', 'uuid', 'date-time', 'email'),
    }),
    fc.record({ type: fc.constant('integer'), minimum: fc.nat(3), maximum: fc.nat(9) }),
    fc.constant({ enum: ['a', 1, null] }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constant('array'),
      items: tie('schema'),
      minItems: fc.nat(2),
      uniqueItems: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('object'),
      properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('schema')),
      required: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
      additionalProperties: fc.boolean(),
    }),
  ),
})).schema;
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('', 'a', 'abcdef', '1.5', '2026-02-30', '2026-02-28', 'x@y.ru', 1, 2.5, -3, true, null),
    fc.array(tie('value'), { maxLength: 3 }),
    // JSON has no objects without a prototype, which ajv finds unlike.
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value'), { noNullPrototype: true }),
  ),
})).value;

it('judges as ajv judges, which a page with a strict CSP cannot run', () => {
  fc.assert(
    fc.property(schemas, values, (schema, value) => {
      const known = schemaErrorsOf(schema, value);
      const own = misfitsOf(schema, value);
      expect(own.length === 0).toBe(known.length === 0);
      // Of a choice and of a list with wrong items ajv tells other things.
      if (/anyOf|"uniqueItems":true/.test(JSON.stringify(schema))) return;
      expect(new Set(own.map(({ pointer }) => pointer))).toEqual(new Set(known.map(fieldOfError)));
    }),
    { numRuns: 400 },
  );
});
