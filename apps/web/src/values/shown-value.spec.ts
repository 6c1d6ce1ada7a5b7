import { expect, it } from '@jest/globals';
import type { JsonSchema } from '@potok/contracts';
import { catalogues } from '../app/texts/catalogue.js';
import { shownValue } from './shown-value.js';

const party: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', title: 'Название' },
    inn: { type: 'string', title: 'ИНН' },
    paid: { type: 'string', format: 'decimal', title: 'Оплачено' },
  },
};
const shown = (value: unknown, schema?: JsonSchema): string =>
  shownValue(value, schema, { language: 'ru', texts: catalogues.ru }).replace(/\s/gu, ' ');

it('tells an object by the titles of its fields, in the order of the schema, then what the schema does not name', () => {
  expect(shown({ more: true, paid: '1200.5', inn: '7701', name: 'ООО «Ромашка»' }, party)).toBe(
    'Название: ООО «Ромашка», ИНН: 7701, Оплачено: 1 200,50, more: Да',
  );
  expect(shown({ name: '' }, party)).toBe(catalogues.ru.values.empty);
});

it('tells a list by its length and its first row', () => {
  expect(shown([{ name: 'Стол' }, { name: 'Стул' }], { type: 'array', items: party })).toBe('2 эл.: Название: Стол');
  expect(shown([])).toBe('0 эл.');
});

it('cuts what is long', () => {
  expect(shown({ name: 'я'.repeat(300) }, party)).toHaveLength(161);
});
