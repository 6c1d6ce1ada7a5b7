import { Type as t, type Static } from '@sinclair/typebox';
import { closed, said } from './said.js';

const money = (title: string, description: string) => t.String({ format: 'decimal', ...said(title, description) });

/** A product row of a deal. */
export const Line = t.Object(
  {
    id: t.String(said('Номер строки в CRM', 'По нему строку находят в сделке')),
    name: t.String(said('Название', 'Товар, работа или услуга')),
    article: t.Optional(t.String(said('Артикул', 'Артикул товара'))),
    quantity: money('Количество', 'Количество, дробь через точку'),
    unitCode: t.Optional(t.String(said('Код единицы', 'Код по ОКЕИ: 796 — штука'))),
    unitName: t.Optional(t.String(said('Единица', 'Название единицы: шт'))),
    priceWithoutVat: money('Цена без НДС', 'Цена единицы после скидки, без НДС'),
    priceWithVat: money('Цена с НДС', 'Цена единицы после скидки, с НДС'),
    vatRate: t.String(said('Ставка НДС', '22, 20, 10, 7, 5, 0 или none — без НДС')),
    isVatIncluded: t.Boolean(said('НДС в цене', 'Цена в CRM задана вместе с НДС')),
    isService: t.Boolean(said('Услуга', 'Строка — работа или услуга, а не товар')),
  },
  closed,
);
export type Line = Static<typeof Line>;
