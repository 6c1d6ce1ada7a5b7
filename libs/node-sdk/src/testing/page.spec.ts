import { expect, it } from '@jest/globals';
import { faultsOfSchema } from './page.js';

it('finds an open object and a field without a description, at any depth', () => {
  const schema = {
    type: 'object',
    additionalProperties: false,
    properties: {
      a: { type: 'array', description: 'Список', items: { type: 'object', properties: { b: { type: 'string' } } } },
    },
  };
  expect(faultsOfSchema(schema, 'input')).toEqual(['input/a[] is open', 'input/a[]/b is not described']);
});

it('finds choices without words, and takes those that have them', () => {
  const role = { anyOf: [{ const: 'buyer' }, { const: 'seller' }], description: 'Кто это' };
  const of = (field: object) =>
    faultsOfSchema({ type: 'object', additionalProperties: false, properties: { role: field } }, 'input');
  expect(of(role)).toEqual(['input/role has choices without words']);
  expect(of({ ...role, ui: { choices: {} } })).toEqual([]);
});

it('lets a map be open, and an object that the author describes', () => {
  const map = { type: 'object', patternProperties: { '^(.*)$': {} } };
  const authors = { type: 'object', properties: {}, additionalProperties: true, ui: { schemaFrom: '/schema' } };
  expect([...faultsOfSchema(map, 'a'), ...faultsOfSchema(authors, 'b')]).toEqual([]);
});
