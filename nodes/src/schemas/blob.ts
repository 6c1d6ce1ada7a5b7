import { Type as t } from '@sinclair/typebox';
import { closed, said } from './said.js';

/** A reference to bytes in the blob store (`BlobRef`). */
export const Blob = t.Object(
  {
    sha256: t.String({
      minLength: 64,
      maxLength: 64,
      ...said('SHA-256', 'Отпечаток содержимого, по нему файл хранится'),
    }),
    sizeBytes: t.Integer({ minimum: 0, ...said('Размер', 'Размер файла в байтах') }),
    mediaType: t.String(said('Тип', 'Тип содержимого: application/xml')),
    fileName: t.Optional(t.String(said('Имя файла', 'Имя файла для людей'))),
  },
  closed,
);
