import { Type as t } from '@sinclair/typebox';
import { checkByAuthorSchema, defineTrigger } from '@potok/node-sdk';
import { AuthorSchema } from '../../src/schemas/author-schema.js';
import { ChosenProof } from '../../src/schemas/proof.js';
import { closed, said } from '../../src/schemas/said.js';
import { valueAt } from './pointer.js';

const ALWAYS_SHOWN = ['content-type', 'idempotency-key', 'x-request-id'];
const NEVER_SHOWN = ['authorization', 'cookie', 'proxy-authorization'];

export const webhook = defineTrigger({
  id: 'trigger.webhook',
  version: 1,
  trigger: 'webhook',
  proof: 'chosen',
  params: t.Object(
    {
      proof: ChosenProof,
      sameAs: t.Optional(
        t.String({
          pattern: '^(/[^/]{1,100}){1,10}$',
          ...said(
            'Ключ повтора',
            'Где в теле лежит ключ: /order/id. С тем же ключом второй запуск не начнётся; пусто — заголовок Idempotency-Key',
          ),
        }),
      ),
      headers: t.Optional(
        t.Array(t.String({ minLength: 1, maxLength: 100 }), {
          maxItems: 50,
          ...said('Заголовки', 'Какие заголовки вызова нужны шагам, строчными'),
        }),
      ),
      schema: t.Optional(AuthorSchema),
    },
    closed,
  ),
  output: t.Object(
    {
      body: t.Unknown({ ...said('Тело', 'JSON или форма, как пришло'), ui: { schemaFrom: '/schema' } }),
      headers: t.Record(t.String(), t.String(), said('Заголовки', 'Нужные заголовки вызова')),
      receivedAt: t.String({ format: 'date-time', ...said('Когда', 'Когда принят вызов') }),
    },
    closed,
  ),
  async accept({ body, headers, params, now }) {
    const errors = params.schema === undefined ? undefined : checkByAuthorSchema(params.schema, body);
    if (errors !== undefined)
      return {
        kind: 'ignore',
        reason: 'BODY_DOES_NOT_FIT',
        facts: { errors, fields: errors.map(({ field }) => field) },
      };
    const sameAs = params.sameAs === undefined ? headers['idempotency-key'] : valueAt(body, params.sameAs);
    const shown = [...ALWAYS_SHOWN, ...(params.headers ?? []).map((name) => name.toLowerCase())];
    const kept = Object.entries(headers).filter(([name]) => shown.includes(name) && !NEVER_SHOWN.includes(name));
    return {
      kind: 'run',
      output: { body, headers: Object.fromEntries(kept), receivedAt: now.toISOString() },
      ...(sameAs === undefined ? {} : { sameAs }),
    };
  },
});
