import { Type as t } from '@sinclair/typebox';
import { checkByAuthorSchema, defineTrigger } from '@potok/node-sdk';
import { AuthorSchema } from '../../src/schemas/author-schema.js';
import { closed } from '../../src/schemas/said.js';

export const api = defineTrigger({
  id: 'trigger.api',
  version: 1,
  trigger: 'api',
  /** The API's own token is the proof. */
  proof: { kind: 'none' },
  params: t.Object({ schema: t.Optional(AuthorSchema) }, closed),
  output: t.Object({}, { additionalProperties: true, ui: { schemaFrom: '/schema' } }),
  async accept({ body, params, headers }) {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return { kind: 'ignore', reason: 'BODY_NOT_AN_OBJECT' };
    const errors = params.schema === undefined ? undefined : checkByAuthorSchema(params.schema, body);
    if (errors !== undefined)
      return {
        kind: 'ignore',
        reason: 'BODY_DOES_NOT_FIT',
        facts: { errors, fields: errors.map(({ field }) => field) },
      };
    const sameAs = headers['idempotency-key'];
    return { kind: 'run', output: body, ...(sameAs === undefined ? {} : { sameAs }) };
  },
});
