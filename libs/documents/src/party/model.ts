import { Type as t, type Static } from '@sinclair/typebox';
import { closed, legalDate, text } from '../fields.js';

/** ФИО. */
export const PersonModel = t.Object(
  {
    lastName: text('Фамилия', 60),
    firstName: text('Имя', 60),
    middleName: t.Optional(text('Отчество', 60)),
  },
  { ...closed, description: 'Фамилия, имя, отчество' },
);
export type PersonModel = Static<typeof PersonModel>;

/** Exactly one of `parts` (АдрРФ) and `text` (АдрИнф: any address as one line, Russian or foreign). */
export const AddressModel = t.Object(
  {
    parts: t.Optional(
      t.Object(
        {
          postalCode: t.Optional(text('Индекс', 6)),
          regionCode: text('Код региона, две цифры', 2),
          regionName: text('Название региона', 51),
          district: t.Optional(text('Район', 255)),
          city: t.Optional(text('Город', 255)),
          settlement: t.Optional(text('Населённый пункт', 255)),
          street: t.Optional(text('Улица', 255)),
          house: t.Optional(text('Дом', 50)),
          building: t.Optional(text('Корпус', 50)),
          flat: t.Optional(text('Квартира или офис', 50)),
          note: t.Optional(text('Иные сведения об адресе', 1000)),
        },
        { ...closed, description: 'Адрес в России по частям' },
      ),
    ),
    text: t.Optional(
      t.Object(
        {
          countryCode: text('Код страны по ОКСМ, три цифры: 643', 3),
          countryName: text('Название страны', 255),
          text: text('Адрес одной строкой', 1000),
        },
        { ...closed, description: 'Адрес одной строкой' },
      ),
    ),
    gln: t.Optional(text('Глобальный номер места (GLN)', 13)),
  },
  { ...closed, description: 'Адрес: по частям или одной строкой' },
);
export type AddressModel = Static<typeof AddressModel>;

export const BankModel = t.Object(
  {
    account: t.Optional(text('Расчётный счёт', 34)),
    bankName: t.Optional(text('Название банка', 1000)),
    bik: t.Optional(text('БИК', 9)),
    correspondentAccount: t.Optional(text('Корреспондентский счёт', 34)),
  },
  { ...closed, description: 'Банковские реквизиты' },
);
export type BankModel = Static<typeof BankModel>;

/** Who has no ИНН: СвИнНеУч. */
export const ForeignModel = t.Object(
  {
    isPerson: t.Boolean({ description: 'Гражданин, а не организация' }),
    countryCode: text('Код страны по ОКСМ, три цифры', 3),
    countryName: text('Название страны', 255),
    id: t.Optional(text('Номер в своей стране (налоговый, регистрационный)', 255)),
    note: t.Optional(text('Иные сведения, по которым участник узнаётся', 255)),
  },
  { ...closed, description: 'Иностранное лицо' },
);
export type ForeignModel = Static<typeof ForeignModel>;

/** УчастникТип: seller, buyer, consignor, consignee, factor. What each kind needs is checked by `checkParty`. */
export const PartyModel = t.Object(
  {
    kind: t.Union([t.Literal('legal'), t.Literal('sole-trader'), t.Literal('person'), t.Literal('foreign')], {
      description: 'Кто это: организация, ИП, физлицо, иностранное лицо',
      ui: {
        choices: {
          legal: { ru: 'Организация', en: 'Legal entity' },
          'sole-trader': { ru: 'Индивидуальный предприниматель', en: 'Sole trader' },
          person: { ru: 'Физлицо', en: 'Private person' },
          foreign: { ru: 'Иностранное лицо', en: 'Foreign party' },
        },
      },
    }),
    name: t.Optional(text('Название организации или иностранного лица', 1000)),
    person: t.Optional(PersonModel),
    inn: t.Optional(text('ИНН: 10 цифр у организации, 12 у ИП и физлица', 12)),
    kpp: t.Optional(text('КПП, только у организации', 9)),
    ogrnip: t.Optional(text('ОГРНИП, только у ИП', 15)),
    ogrnipDate: t.Optional(legalDate('Дата ОГРНИП')),
    note: t.Optional(text('Иные сведения об ИП или физлице', 255)),
    foreign: t.Optional(ForeignModel),
    shortName: t.Optional(text('Краткое название', 510)),
    division: t.Optional(text('Структурное подразделение', 500)),
    okpo: t.Optional(text('ОКПО', 10)),
    infoForParty: t.Optional(text('Сведения для участника документооборота', 255)),
    address: t.Optional(AddressModel),
    bank: t.Optional(BankModel),
    phones: t.Optional(t.Array(text('Телефон', 255), { maxItems: 20, description: 'Телефоны' })),
    emails: t.Optional(t.Array(text('Электронная почта', 255), { maxItems: 20, description: 'Электронная почта' })),
  },
  { ...closed, description: 'Участник: организация, ИП, физлицо или иностранное лицо' },
);
export type PartyModel = Static<typeof PartyModel>;

/** The same shape under the name that the party has in a document. */
export const partyAs = (description: string) => t.Object(PartyModel.properties, { ...closed, description });
