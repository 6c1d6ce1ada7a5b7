import { expect, it } from '@jest/globals';
import { Type as t } from '@sinclair/typebox';
import { NodeFault } from '@potok/contracts';
import { defineNode } from './define.js';

const closed = { additionalProperties: false } as const;
const double = defineNode({
  id: 'data.double',
  version: 1,
  input: t.Object({ sum: t.String({ format: 'decimal' }) }, closed),
  output: t.Object({ twice: t.String() }, closed),
  effect: 'reads',
  run: async ({ input }) => ({ twice: `${input.sum}${input.sum}` }),
});
const work = { client: undefined, services: {}, key: 'k', signal: new AbortController().signal, log: () => undefined };

it('hands a node its checked input and leaves by the default port', async () => {
  await expect(double.run({ ...work, input: { sum: '1.5' } })).resolves.toEqual({
    output: { twice: '1.51.5' },
    port: 'done',
  });
});

it('calls a wrong input the fault of the data and names the field', async () => {
  const fault = await double.run({ ...work, input: { sum: 1.5 } }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(NodeFault);
  expect(fault).toMatchObject({
    kind: 'invalid',
    code: 'BAD_INPUT',
    facts: { errors: [{ field: '/sum', rule: 'type' }] },
  });
});

it('calls a wrong output our own bug', async () => {
  const wrong = defineNode({
    id: 'data.wrong',
    version: 1,
    input: t.Object({}, closed),
    output: t.Object({ a: t.String() }, closed),
    effect: 'reads',
    // A node whose author lied to the compiler.
    run: async () => JSON.parse('{"a":1}') as { a: string },
  });
  await expect(wrong.run({ ...work, input: {} })).rejects.toMatchObject({ kind: 'broken', code: 'BAD_OUTPUT' });
});

it.each([
  ['a code without words', { buyer: { ru: 'Покупатель', en: 'Buyer' } }, 'seller'],
  ['a word in one language only', { buyer: { ru: 'Покупатель', en: 'Buyer' }, seller: { ru: 'Продавец' } }, 'seller'],
  [
    'words of an unknown code',
    { buyer: { ru: 'а', en: 'a' }, seller: { ru: 'б', en: 'b' }, agent: { ru: 'в', en: 'c' } },
    'agent',
  ],
])('refuses %s among the words of choices', (_case, choices, code) => {
  const role = t.Union([t.Literal('buyer'), t.Literal('seller')], { ui: { choices } });
  expect(() =>
    defineNode({
      id: 'data.role',
      version: 1,
      input: t.Object({ role }, closed),
      output: t.Object({}, closed),
      effect: 'reads',
      run: async () => ({}),
    }),
  ).toThrow(`Words of choices are missing or unknown: ${code}`);
});
