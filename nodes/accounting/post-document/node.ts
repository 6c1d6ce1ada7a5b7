import { Type as t } from '@sinclair/typebox';
import { defineNode } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';
import { postOrderOf } from './post-order.js';

const Contract = t.Object(
  {
    name: t.String({ minLength: 1, maxLength: 150, ...said('Название', 'Название договора в учёте') }),
    number: t.String({ minLength: 1, maxLength: 50, ...said('Номер', 'Номер договора') }),
    date: t.String({ format: 'date', ...said('Дата', 'Дата договора') }),
  },
  closed,
);

export const postDocument = defineNode({
  id: 'accounting.post-document',
  version: 1,
  gateway: 'accounting',
  needs: ['documents'],
  input: t.Object(
    {
      documentId: t.String({
        format: 'uuid',
        ...said('Документ', 'Документ, который надо провести', { widget: 'value' }),
      }),
      contract: t.Optional(
        t.Object(Contract.properties, {
          ...closed,
          ...said('Договор', 'Договор с покупателем; пусто — из основания документа'),
        }),
      ),
      comment: t.Optional(t.String({ maxLength: 1000, ...said('Комментарий', 'Комментарий документа в учёте') })),
    },
    closed,
  ),
  output: t.Object(
    {
      id: t.String(said('Номер записи', 'Ссылка документа в учёте')),
      number: t.String(said('Номер', 'Номер документа в учёте')),
      postedAt: t.String({ format: 'date-time', ...said('Когда', 'Когда проведён') }),
      url: t.Optional(t.String(said('Ссылка', 'Страница документа в учёте'))),
    },
    closed,
  ),
  effect: 'undoable',
  sameAs: (input) => input.documentId,
  async run({ input, client, services: { documents }, key, signal }) {
    const record = await documents.get(input.documentId);
    const organization = await documents.organization(record.organizationId);
    const posted = await client.post(postOrderOf(record, organization, input), { key, signal });
    await documents.recordMark(input.documentId, 'exported', { id: posted.id, number: posted.number });
    return posted;
  },
  async compensate({ input, output, client, services, key, signal }) {
    const posted = output ?? (await client.findByKey(key, { signal }));
    if (posted === undefined) return;
    await client.unpost(posted.id, { signal });
    await services.documents.removeMark(input.documentId, 'exported');
  },
});
