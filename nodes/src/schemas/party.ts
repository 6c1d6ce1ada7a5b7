import { Type as t, type Static } from '@sinclair/typebox';
import { Person } from './person.js';
import { chosen } from './chosen.js';
import { closed, said } from './said.js';

const Address = t.Object(
  {
    countryCode: t.String(said('Код страны', 'Код страны по ОКСМ, для России 643')),
    countryName: t.Optional(t.String(said('Страна', 'Название страны'))),
    text: t.String(said('Адрес', 'Адрес одной строкой')),
    regionCode: t.Optional(t.String(said('Код региона', 'Код региона, две цифры'))),
    postalCode: t.Optional(t.String(said('Индекс', 'Почтовый индекс'))),
  },
  closed,
);
const Bank = t.Object(
  {
    account: t.String(said('Расчётный счёт', 'Двадцать цифр')),
    bankName: t.Optional(t.String(said('Банк', 'Название банка'))),
    bik: t.Optional(t.String(said('БИК', 'Девять цифр'))),
    correspondentAccount: t.Optional(t.String(said('Корреспондентский счёт', 'Двадцать цифр'))),
  },
  closed,
);

/** Реквизиты of a party as a CRM keeps them: any of them may be missing or wrong. */
export const Party = t.Object(
  {
    kind: chosen(
      {
        legal: { ru: 'Организация', en: 'Legal entity' },
        'sole-trader': { ru: 'Индивидуальный предприниматель', en: 'Sole trader' },
        person: { ru: 'Физлицо', en: 'Private person' },
        foreign: { ru: 'Иностранное лицо', en: 'Foreign party' },
      },
      said('Кто это', 'Организация, ИП, физлицо или иностранное лицо'),
    ),
    name: t.String(said('Название', 'Краткое название')),
    fullName: t.Optional(t.String(said('Полное название', 'Полное название, как в ЕГРЮЛ'))),
    inn: t.Optional(t.String(said('ИНН', '10 цифр у организации, 12 у ИП и физлица'))),
    kpp: t.Optional(t.String(said('КПП', 'Девять знаков, только у организации'))),
    ogrn: t.Optional(t.String(said('ОГРН или ОГРНИП', '13 цифр у организации, 15 у ИП'))),
    ogrnDate: t.Optional(t.String({ format: 'date', ...said('Дата ОГРНИП', 'Дата записи в ЕГРИП') })),
    person: t.Optional(t.Object(Person.properties, { ...closed, ...said('ФИО', 'ФИО предпринимателя или физлица') })),
    address: t.Optional(t.Object(Address.properties, { ...closed, ...said('Адрес', 'Юридический адрес') })),
    bank: t.Optional(t.Object(Bank.properties, { ...closed, ...said('Банк', 'Банковские реквизиты') })),
    email: t.Optional(t.String(said('Почта', 'Электронная почта'))),
    phone: t.Optional(t.String(said('Телефон', 'Телефон'))),
  },
  closed,
);
export type Party = Static<typeof Party>;

/** The same party as a field of something, with its own label. */
export const partyField = (title: string, description: string) =>
  t.Object(Party.properties, { ...closed, ...said(title, description, { widget: 'value' }) });
