import { Type as t, type Static } from '@sinclair/typebox';
import { closed, decimal, text } from '../fields.js';
import { DocumentReference, InfoField } from './reference.js';

export const TraceabilityModel = t.Object(
  {
    number: text('Регистрационный номер партии (РНПТ), 25–29 знаков', 29),
    unitCode: text('Единица прослеживаемого товара, код ОКЕИ', 4),
    unitName: text('Единица прослеживаемого товара, название', 255),
    quantity: decimal('Количество в этой единице'),
    amountWithoutVat: decimal('Стоимость без НДС'),
    note: t.Optional(text('Дополнительные сведения', 255)),
  },
  { ...closed, description: 'Прослеживаемый товар' },
);
export type TraceabilityModel = Static<typeof TraceabilityModel>;

/** НомСредИдентТов: codes of units, or codes of packages, never both in one entry. */
export const MarkingModel = t.Object(
  {
    codes: t.Optional(
      t.Array(text('Код маркировки (КИЗ)', 255), { maxItems: 100_000, description: 'Коды маркировки единиц (КИЗ)' }),
    ),
    packages: t.Optional(
      t.Array(text('Код упаковки', 255), { maxItems: 100_000, description: 'Коды маркировки упаковок' }),
    ),
    transportPackage: t.Optional(text('Код транспортной упаковки', 255)),
    quantity: t.Optional(text('Количество маркированного товара, целое', 26)),
    batch: t.Optional(text('Производственная партия', 55)),
  },
  { ...closed, description: 'Коды маркировки: единицы или упаковки' },
);
export type MarkingModel = Static<typeof MarkingModel>;

export const CustomsModel = t.Object(
  {
    countryCode: t.Optional(text('Код страны происхождения по ОКСМ', 3)),
    declaration: t.Optional(text('Номер таможенной декларации', 29)),
  },
  { ...closed, description: 'Происхождение и таможенная декларация' },
);
export type CustomsModel = Static<typeof CustomsModel>;

export const LINE_KINDS = ['goods', 'work', 'service', 'right', 'other'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** СведТов: one line with its sums. `computeLine` makes the sums; what is given here goes into the file as it is. */
export const UpdLine = t.Object(
  {
    number: t.Integer({ minimum: 1, maximum: 999_999, description: 'Номер строки' }),
    name: t.Optional(text('Название товара, работы, услуги', 2000)),
    kind: t.Optional(
      t.Union(
        LINE_KINDS.map((kind) => t.Literal(kind)),
        { description: 'Товар, работа, услуга, право или иное' },
      ),
    ),
    unitCode: t.Optional(text('Единица измерения, код ОКЕИ: 796', 4)),
    unitName: t.Optional(text('Единица измерения, название: шт', 255)),
    quantity: t.Optional(decimal('Количество')),
    price: t.Optional(decimal('Цена за единицу без НДС')),
    amountWithoutVat: t.Optional(decimal('Стоимость без НДС')),
    vatRate: text(
      'Ставка НДС: 22, 20, 10, 7, 5, 0, none (без НДС), agent (исчисляет агент), 22/122, 20/120, 10/110, 7/107, 5/105',
      12,
    ),
    vat: t.Optional(decimal('Сумма НДС; пусто, когда без НДС')),
    amountWithVat: t.Optional(decimal('Стоимость с НДС')),
    excise: t.Optional(decimal('Сумма акциза; пусто, когда без акциза')),
    characteristic: t.Optional(text('Характеристика товара', 1000)),
    grade: t.Optional(text('Сорт', 10)),
    series: t.Optional(text('Серия', 50)),
    article: t.Optional(text('Артикул', 50)),
    code: t.Optional(text('Код товара', 100)),
    gtin: t.Optional(text('GTIN, 14 цифр', 14)),
    catalogCode: t.Optional(text('Код каталога товаров, 27 знаков', 27)),
    tnved: t.Optional(text('Код ТН ВЭД, 10 цифр', 10)),
    okpd2: t.Optional(text('Код ОКПД2', 12)),
    originCountries: t.Optional(
      t.Array(text('Страна происхождения', 255), {
        maxItems: 50,
        description: 'Страны происхождения, краткие названия',
      }),
    ),
    customs: t.Optional(
      t.Array(CustomsModel, { maxItems: 1000, description: 'Страна происхождения и номер декларации' }),
    ),
    documents: t.Optional(
      t.Array(DocumentReference, { maxItems: 100, description: 'Сопроводительные документы строки' }),
    ),
    traceability: t.Optional(t.Array(TraceabilityModel, { maxItems: 1000, description: 'Прослеживаемость' })),
    marking: t.Optional(t.Array(MarkingModel, { maxItems: 10_000, description: 'Маркировка' })),
    info: t.Optional(t.Array(InfoField, { maxItems: 100, description: 'Дополнительные поля строки' })),
  },
  { ...closed, description: 'Строка: товар, работа, услуга' },
);
export type UpdLine = Static<typeof UpdLine>;
