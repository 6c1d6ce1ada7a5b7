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

it('lets a map be open, and an object that the author describes', () => {
  const map = { type: 'object', patternProperties: { '^(.*)$': {} } };
  const authors = { type: 'object', properties: {}, additionalProperties: true, ui: { schemaFrom: '/schema' } };
  expect([...faultsOfSchema(map, 'a'), ...faultsOfSchema(authors, 'b')]).toEqual([]);
});
