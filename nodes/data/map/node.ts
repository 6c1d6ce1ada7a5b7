import { Type as t } from '@sinclair/typebox';
import { NodeFault } from '@potok/contracts';
import { checkByAuthorSchema, defineNode } from '@potok/node-sdk';
import { AuthorSchema } from '../../src/schemas/author-schema.js';
import { closed, said } from '../../src/schemas/said.js';

export const map = defineNode({
  id: 'data.map',
  version: 1,
  input: t.Object(
    {
      output: t.Record(
        t.String(),
        t.Unknown(),
        said('Данные', 'Имена полей и их значения: текст, формулы, списки', { widget: 'map' }),
      ),
      schema: t.Optional(AuthorSchema),
    },
    closed,
  ),
  output: t.Object({}, { additionalProperties: true, ui: { schemaFrom: '/schema', valueFrom: '/output' } }),
  effect: 'reads',
  async run({ input }) {
    const errors = input.schema === undefined ? undefined : checkByAuthorSchema(input.schema, input.output);
    if (errors === undefined) return input.output;
    throw new NodeFault('invalid', 'MAPPED_DOES_NOT_FIT', {
      facts: { errors, fields: errors.map(({ field }) => field) },
    });
  },
});
