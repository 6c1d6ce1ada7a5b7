import { Type as t, type Static } from '@sinclair/typebox';
import { NodeFault, type CallOptions, type CrmGateway } from '@potok/contracts';
import { defineNode } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';

const Value = t.Union([t.String(), t.Number(), t.Boolean(), t.Null()]);
const Task = t.Object(
  {
    title: t.String({ minLength: 1, maxLength: 255, ...said('Заголовок', 'Что надо сделать') }),
    description: t.Optional(
      t.String({ maxLength: 10_000, ...said('Описание', 'Подробности', { widget: 'multiline' }) }),
    ),
    responsibleId: t.Optional(t.String(said('Кому', 'Номер сотрудника в CRM; пусто — ответственный за сделку'))),
    deadline: t.Optional(t.String({ format: 'date-time', ...said('Срок', 'К какому времени') })),
  },
  closed,
);
const Input = t.Object(
  {
    dealId: t.String({ minLength: 1, maxLength: 100, ...said('Сделка', 'Номер сделки в CRM', { widget: 'value' }) }),
    stageId: t.Optional(
      t.String({ minLength: 1, ...said('Стадия', 'Куда перенести сделку', { widget: 'list', list: 'stages' }) }),
    ),
    fields: t.Optional(
      t.Record(t.String(), Value, said('Поля', 'Поля сделки и новые значения', { widget: 'map', describe: 'deal' })),
    ),
    comment: t.Optional(
      t.String({
        minLength: 1,
        maxLength: 10_000,
        ...said('Комментарий', 'Текст в ленту сделки', { widget: 'multiline' }),
      }),
    ),
    task: t.Optional(t.Object(Task.properties, { ...closed, ...said('Задача', 'Задача сотруднику') })),
  },
  closed,
);
type Input = Static<typeof Input>;

export const updateDeal = defineNode({
  id: 'crm.update-deal',
  version: 1,
  gateway: 'crm',
  input: Input,
  output: t.Object(
    {
      dealId: t.String(said('Сделка', 'Номер сделки')),
      commentId: t.Optional(t.String(said('Комментарий', 'Номер комментария'))),
      taskId: t.Optional(t.String(said('Задача', 'Номер задачи'))),
      before: t.Object(
        {
          stageId: t.String(said('Стадия', 'Стадия до изменения')),
          fields: t.Record(t.String(), t.Unknown(), said('Поля', 'Значения изменённых полей до изменения')),
        },
        { ...closed, ...said('Было', 'Стадия и поля до изменения, по ним отмена возвращает прежнее') },
      ),
    },
    closed,
  ),
  effect: 'undoable',
  sameAs: 'visit',
  run: async ({ input, client, key, signal }) => client.updateDeal(input, { key, signal }),
  async compensate({ input, output, client, key, signal }) {
    if (output === undefined) return guardUnchanged(input, client, { signal });
    const stage = input.stageId === undefined ? {} : { stageId: output.before.stageId };
    const fields = input.fields === undefined ? {} : { fields: asValues(output.before.fields) };
    if (input.stageId === undefined && input.fields === undefined) return;
    await client.updateDeal({ dealId: input.dealId, ...stage, ...fields }, { key: `undo-${key}`, signal });
  },
});

/** Nobody knows what stood there before: if the deal looks as ordered, a person must see to it. */
const guardUnchanged = async (input: Input, client: CrmGateway, options: CallOptions): Promise<void> => {
  const deal = await client.getDeal(input.dealId, options);
  const fields = Object.entries(input.fields ?? {}).filter(([name, value]) => deal.fields[name] === value);
  if (deal.stageId !== input.stageId && fields.length === 0) return;
  throw new NodeFault('refused', 'DEAL_BEFORE_UNKNOWN', { facts: { dealId: input.dealId } });
};

const asValues = (before: Readonly<Record<string, unknown>>): Record<string, string | number | boolean | null> =>
  Object.fromEntries(Object.entries(before).map(([name, value]) => [name, asValue(value)]));

const asValue = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
