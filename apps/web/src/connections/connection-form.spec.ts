import { expect, it } from '@jest/globals';
import type { ConnectionManifest } from '@potok/contracts';
import { catalogues } from '../app/texts/catalogue.js';
import { formFields, freshForm, readConnection } from './connection-form.js';

const texts = catalogues.ru;
const system: ConnectionManifest = {
  id: 'onec-odata',
  title: { ru: '1С', en: '1C' },
  implements: ['accounting'],
  settings: {
    type: 'object',
    required: ['baseUrl'],
    properties: {
      baseUrl: { type: 'string', title: 'Адрес', format: 'uri' },
      retries: { type: 'integer', title: 'Повторы' },
    },
  },
  secrets: {
    type: 'object',
    required: ['password'],
    properties: {
      password: { type: 'string', title: 'Пароль', ui: { widget: 'secret' } },
      accessToken: { type: 'string', ui: { widget: 'hidden' } },
    },
  },
  limitPerSecond: 10,
  lists: [],
  sentences: {},
};
const filled = {
  system: 'onec-odata',
  name: '1С',
  isTest: true,
  settings: { baseUrl: 'https://1c.firma.ru', retries: '3' },
  secrets: { password: 'x' },
};

it('asks a person for nothing that the connector keeps for itself', () =>
  expect(formFields(system, true).secrets.map(({ name, kind }) => [name, kind])).toEqual([['password', 'secret']]));

it('reads a new connection with numbers as numbers', () =>
  expect(readConnection(filled, system, { isNew: true, texts }).order).toEqual({
    name: '1С',
    system: 'onec-odata',
    isTest: true,
    settings: { baseUrl: 'https://1c.firma.ru', retries: 3 },
    secrets: { password: 'x' },
  }));

it('names each field that is wrong', () => {
  const wrong = { ...filled, name: ' ', settings: { baseUrl: 'сервер', retries: '1,5' }, secrets: {} };
  expect(readConnection(wrong, system, { isNew: true, texts })).toEqual({
    faults: {
      name: 'Впишите название',
      baseUrl: '«Адрес» должен быть адресом, например https://firma.ru',
      retries: '«Повторы» должно быть целым числом',
      password: 'Заполните «Пароль»',
    },
  });
});

it('leaves stored secrets alone when none is written', () => {
  const form = { ...freshForm(undefined), system: 'onec-odata', name: '1С', settings: filled.settings };
  expect(readConnection(form, system, { isNew: false, texts }).order).toEqual({
    name: '1С',
    isTest: false,
    settings: { baseUrl: 'https://1c.firma.ru', retries: 3 },
  });
});
