import { expect, it } from '@jest/globals';
import { checkByAuthorSchema } from './author-schema.js';

const order = { type: 'object', properties: { pattern: { type: 'string' } }, required: ['pattern'] };

it('checks by the schema of an author and names the field', () => {
  expect(checkByAuthorSchema(order, { pattern: 'a' })).toBeUndefined();
  expect(checkByAuthorSchema({ ...order }, {})).toMatchObject([{ field: '/pattern', rule: 'required' }]);
});

it.each([
  ['a regular expression', { type: 'object', properties: { a: { type: 'string', pattern: '(a+)+$' } } }],
  ['a reference', { $ref: '#' }],
  ['an unknown word', { type: 'object', colour: 'red' }],
  ['a reference inside a choice', { anyOf: [{ $ref: '#' }] }],
])('refuses a schema with %s', (_what, schema) => {
  expect(() => checkByAuthorSchema(schema, {})).toThrow('AUTHOR_SCHEMA_WRONG');
});
