import { Type as t, type Static } from '@sinclair/typebox';
import { closed, legalDate, text } from '../fields.js';
import { PersonModel } from '../party/model.js';
import { DocumentReference, InfoModel, referenceAs } from './reference.js';

/** Who handed over or took: an employee, or somebody from outside with an authority of theirs. */
export const TransferPerson = t.Object(
  {
    role: t.Union([t.Literal('employee'), t.Literal('organization'), t.Literal('individual')], {
      description: 'Работник, представитель другой организации или физлицо',
    }),
    person: PersonModel,
    position: t.Optional(text('Должность', 255)),
    organizationName: t.Optional(text('Организация представителя', 255)),
    inn: t.Optional(text('ИНН организации или физлица', 12)),
    organizationAuthority: t.Optional(referenceAs('Доверенность организации представителя')),
    personAuthority: t.Optional(referenceAs('Доверенность самого человека')),
    note: t.Optional(text('Иные сведения', 255)),
  },
  { ...closed, description: 'Кто передал или принял' },
);
export type TransferPerson = Static<typeof TransferPerson>;

/** СвПродПер: what was handed over, when, on what ground. */
export const UpdTransfer = t.Object(
  {
    content: text('Содержание операции: Товары переданы', 255),
    kind: t.Optional(text('Вид операции', 255)),
    date: t.Optional(legalDate('Дата передачи')),
    periodStart: t.Optional(legalDate('Начало периода оказания услуг')),
    periodEnd: t.Optional(legalDate('Конец периода оказания услуг')),
    bases: t.Optional(
      t.Array(DocumentReference, { maxItems: 100, description: 'Основания: договор, заказ; пусто: без основания' }),
    ),
    person: t.Optional(TransferPerson),
    transport: t.Optional(
      t.Object(
        {
          text: t.Optional(text('Сведения о транспортировке', 1000)),
          incoterms: t.Optional(text('Условие Инкотермс, три буквы', 3)),
          incotermsVersion: t.Optional(text('Год Инкотермс', 4)),
        },
        { ...closed, description: 'Транспортировка и груз' },
      ),
    ),
    thing: t.Optional(
      t.Object(
        {
          date: t.Optional(legalDate('Дата передачи вещи')),
          text: t.Optional(text('Сведения о передаче вещи', 1000)),
          document: t.Optional(referenceAs('Документ о передаче вещи')),
        },
        { ...closed, description: 'Передача вещи, изготовленной по договору' },
      ),
    ),
    info: t.Optional(InfoModel),
  },
  { ...closed, description: 'Факт передачи товаров, работ, услуг' },
);
export type UpdTransfer = Static<typeof UpdTransfer>;
