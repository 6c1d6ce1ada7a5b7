import { Type as t } from '@sinclair/typebox';
import { said } from './said.js';

/** JSON Schema that the author writes for data which only he knows. */
export const AuthorSchema = t.Record(
  t.String(),
  t.Unknown(),
  said('Схема', 'JSON Schema данных: по ней проверяются данные и подсказываются поля; без регулярных выражений', {
    widget: 'json',
  }),
);
