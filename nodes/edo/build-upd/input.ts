import { Type as t, type Static } from '@sinclair/typebox';
import { DocumentReference, UpdModel } from '@potok/documents';
import { chosen } from '../../src/schemas/chosen.js';
import { Line } from '../../src/schemas/line.js';
import { partyField } from '../../src/schemas/party.js';
import { closed, said } from '../../src/schemas/said.js';

const { consignors, consignees, payments, shipments, additional, info } = UpdModel.properties;
const More = t.Object({ consignors, consignees, payments, shipments, additional, info }, closed);
const text = (maxLength: number, title: string, description: string) =>
  t.String({ minLength: 1, maxLength, ...said(title, description) });

export const Input = t.Object(
  {
    buyer: t.Optional(partyField('Покупатель', 'Реквизиты покупателя: из сделки')),
    lines: t.Array(Line, {
      maxItems: 100_000,
      ...said('Товары и услуги', 'Строки документа: из сделки', { widget: 'value' }),
    }),
    seller: t.Optional(partyField('Продавец', 'Своя организация: по ИНН и КПП; пусто — единственная')),
    documentFunction: t.Optional(
      chosen(
        {
          СЧФДОП: { ru: 'СЧФДОП: счёт-фактура и передача', en: 'СЧФДОП: invoice and transfer' },
          СЧФ: { ru: 'СЧФ: только счёт-фактура', en: 'СЧФ: invoice only' },
          ДОП: { ru: 'ДОП: только передача', en: 'ДОП: transfer only' },
        },
        said('Функция', 'СЧФДОП, СЧФ или ДОП; пусто — по режиму налогообложения организации'),
      ),
    ),
    number: t.Optional(text(100, 'Номер', 'Номер из CRM или 1С; пусто — следующий по порядку')),
    date: t.Optional(t.String({ format: 'date', ...said('Дата', 'Дата документа; пусто — сегодня') })),
    currency: t.Optional(text(3, 'Валюта', 'Буквенный код валюты сделки; не RUB — УПД не строится')),
    operation: t.Optional(text(255, 'Операция', 'Содержание операции: «Товары переданы»; пусто — по строкам')),
    transferDate: t.Optional(
      t.String({ format: 'date', ...said('Дата передачи', 'Когда передано; пусто — дата документа') }),
    ),
    bases: t.Optional(
      t.Array(DocumentReference, {
        maxItems: 100,
        ...said('Основания', 'Договор, заказ: название, номер, дата; пусто — без основания', { widget: 'value' }),
      }),
    ),
    certificateId: t.Optional(
      t.String({
        format: 'uuid',
        ...said('Подписант', 'Чей сертификат подпишет; пусто — первый подписант организации', {
          widget: 'list',
          list: 'certificates',
        }),
      }),
    ),
    dealId: t.Optional(text(100, 'Сделка', 'Номер сделки, чтобы находить документ по ней')),
    more: t.Optional(
      t.Object(More.properties, {
        ...closed,
        ...said('Ещё', 'Редкие части УПД: грузоотправители, платежи, госконтракт, свои поля', { widget: 'value' }),
      }),
    ),
  },
  closed,
);
export type Input = Static<typeof Input>;

export const Output = t.Object(
  {
    documentId: t.String({ format: 'uuid', ...said('Документ', 'Документ в Потоке') }),
    number: t.String(said('Номер', 'Номер документа')),
    date: t.String({ format: 'date', ...said('Дата', 'Дата документа') }),
    total: t.String({ format: 'decimal', ...said('Сумма', 'Всего с НДС') }),
    vat: t.String({ format: 'decimal', ...said('НДС', 'Сумма НДС; без НДС — 0.00') }),
    fileName: t.String(said('Файл', 'Имя файла титула')),
    boxId: t.String(said('Наш ящик', 'Из какого ящика отправлять')),
    toBoxId: t.String(said('Ящик покупателя', 'В какой ящик отправлять')),
    certificateId: t.String(said('Подписант', 'Чьим сертификатом подписывать')),
  },
  closed,
);
