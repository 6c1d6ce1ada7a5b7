import { Type as t } from '@sinclair/typebox';
import { chosen } from '../../src/schemas/chosen.js';
import { Line } from '../../src/schemas/line.js';
import { partyField } from '../../src/schemas/party.js';
import { closed, said } from '../../src/schemas/said.js';

const id = said('Номер', 'Номер записи в CRM');
const instant = (title: string, description: string) => t.String({ format: 'date-time', ...said(title, description) });

const Company = t.Object({ id: t.String(id), name: t.String(said('Название', 'Название компании')) }, closed);
const Contact = t.Object(
  {
    id: t.String(id),
    name: t.String(said('Имя', 'Имя контакта')),
    email: t.Optional(t.String(said('Почта', 'Электронная почта'))),
    phone: t.Optional(t.String(said('Телефон', 'Телефон'))),
  },
  closed,
);

/** A deal of any CRM, with all that documents need (`CrmDeal` of contracts). */
export const Deal = t.Object(
  {
    id: t.String(said('Номер сделки', 'Номер сделки в CRM')),
    title: t.String(said('Название', 'Название сделки')),
    stageId: t.String(said('Стадия', 'Код стадии')),
    pipelineId: t.String(said('Воронка', 'Код воронки')),
    stageMeaning: chosen(
      {
        open: { ru: 'В работе', en: 'Open' },
        won: { ru: 'Выиграна', en: 'Won' },
        lost: { ru: 'Проиграна', en: 'Lost' },
      },
      said('Итог', 'Чем сделка закончилась: open, won или lost'),
    ),
    currency: t.String(said('Валюта', 'Буквенный код: RUB')),
    amount: t.String({ format: 'decimal', ...said('Сумма', 'Сумма сделки') }),
    createdAt: instant('Создана', 'Когда создана'),
    modifiedAt: instant('Изменена', 'Когда изменена'),
    movedAt: instant('Пришла на стадию', 'Когда пришла на нынешнюю стадию'),
    responsibleId: t.Optional(t.String(said('Ответственный', 'Номер сотрудника в CRM'))),
    url: t.Optional(t.String(said('Ссылка', 'Страница сделки для людей'))),
    company: t.Optional(t.Object(Company.properties, { ...closed, ...said('Компания', 'Компания сделки') })),
    contact: t.Optional(t.Object(Contact.properties, { ...closed, ...said('Контакт', 'Контакт сделки') })),
    buyer: t.Optional(partyField('Покупатель', 'Реквизиты покупателя')),
    seller: t.Optional(partyField('Продавец', 'Реквизиты своей компании, выбранной в сделке')),
    lines: t.Array(Line, said('Товары и услуги', 'Строки сделки')),
    fields: t.Record(t.String(), t.Unknown(), said('Свои поля', 'Поля этого аккаунта: UF_CRM_…', { describe: 'deal' })),
  },
  closed,
);
