import type { JsonSchema } from '@potok/contracts';
import type { MappingPlace } from '../mapping/source-tree.js';

const said = (schema: JsonSchema, title: string): JsonSchema => ({ ...schema, title });
const text: JsonSchema = { type: 'string' };
const decimal: JsonSchema = { type: 'string', format: 'decimal' };
const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const party = object({ name: said(text, 'Название'), inn: said(text, 'ИНН'), kpp: said(text, 'КПП') }, ['name']);
const line = object({ name: said(text, 'Название'), quantity: decimal, article: text }, ['name', 'quantity']);

/** A deal as a CRM gives it: the buyer may be absent, its lines are what a document takes, its rows are not. */
export const aMappingPlace = (over: Partial<MappingPlace> = {}): MappingPlace => ({
  roots: { trigger: object({ dealId: said(text, 'Сделка') }), params: object({ stage: text }) },
  steps: [
    {
      node: 'deal',
      name: 'Прочитать сделку',
      isSure: true,
      schema: object(
        {
          title: said(text, 'Название'),
          currency: said(text, 'Валюта'),
          buyer: said(party, 'Покупатель'),
          lines: said({ type: 'array', items: line }, 'Товары и услуги'),
          products: said(
            { type: 'array', items: object({ productName: said(text, 'Наименование'), qty: decimal }) },
            'Позиции',
          ),
          tags: { type: 'array', items: text },
        },
        ['title', 'currency', 'lines', 'products', 'tags'],
      ),
    },
    { node: 'maybe', name: 'Не всегда', isSure: false, schema: object({ note: text }) },
  ],
  ...over,
});

/** What a document wants. */
export const aMappingTarget = object(
  {
    buyer: said(party, 'Покупатель'),
    lines: said({ type: 'array', items: line, maxItems: 100 }, 'Строки'),
    number: said({ type: 'string', minLength: 1, maxLength: 20, description: 'Номер документа' }, 'Номер'),
    date: said({ type: 'string', format: 'date' }, 'Дата'),
    currency: said(text, 'Валюта'),
    dealId: text,
    kind: { anyOf: [{ const: 'a' }, { const: 'b' }] },
  },
  ['buyer', 'lines', 'number'],
);
