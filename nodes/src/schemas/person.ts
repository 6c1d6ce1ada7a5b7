import { Type as t } from '@sinclair/typebox';
import { closed, said } from './said.js';

/** Фамилия, имя, отчество. */
export const Person = t.Object(
  {
    lastName: t.String(said('Фамилия', 'Фамилия')),
    firstName: t.String(said('Имя', 'Имя')),
    middleName: t.Optional(t.String(said('Отчество', 'Отчество, если есть'))),
  },
  closed,
);
