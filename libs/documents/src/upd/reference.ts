import { Type as t, type Static } from '@sinclair/typebox';
import { closed, legalDate, text } from '../fields.js';

/** РеквДокТип: how one document names another. */
export const DocumentReference = t.Object(
  {
    name: text('Название документа', 255),
    number: text('Номер; без номера: б/н', 255),
    date: legalDate('Дата документа'),
    fileId: t.Optional(text('Имя файла документа (ИдФайл)', 255)),
    id: t.Optional(text('Идентификатор документа', 255)),
    storage: t.Optional(text('Система, где документ хранится', 500)),
    url: t.Optional(text('Адрес системы, где документ хранится', 500)),
    note: t.Optional(text('Дополнительные сведения', 2000)),
    composerInns: t.Optional(
      t.Array(text('ИНН составителя', 12), { maxItems: 20, description: 'ИНН тех, кто составил документ' }),
    ),
  },
  { ...closed, description: 'Ссылка на документ: название, номер, дата' },
);
export type DocumentReference = Static<typeof DocumentReference>;

/** The same shape under the name that the reference has in a document. */
export const referenceAs = (description: string) => t.Object(DocumentReference.properties, { ...closed, description });

/** ТекстИнф: a pair that the two sides have agreed on. */
export const InfoField = t.Object(
  { key: text('Имя поля', 50), value: text('Значение', 2000) },
  { ...closed, description: 'Дополнительное поле' },
);
export type InfoField = Static<typeof InfoField>;

/** ИнфПолФХЖ1, ИнфПолФХЖ3. */
export const InfoModel = t.Object(
  {
    fields: t.Array(InfoField, { maxItems: 1000, description: 'Поля: имя и значение' }),
    fileId: t.Optional(text('Идентификатор файла с дополнительными сведениями (GUID)', 36)),
  },
  { ...closed, description: 'Дополнительные сведения по договорённости сторон' },
);
export type InfoModel = Static<typeof InfoModel>;
