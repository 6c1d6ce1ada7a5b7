import { expect, it } from '@jest/globals';
import { NodeCatalogue, readManifest } from './node-catalogue.js';

const catalogue = new NodeCatalogue(readManifest());
const buildUpd = { type: 'edo.build-upd', typeVersion: 1 };
const badInput = (...errors: object[]) => ({ code: 'BAD_INPUT', facts: { errors } });
const comma = { rule: 'format', field: '/lines/0/priceWithoutVat', params: { format: 'decimal' } };

it('names the field as the form does, its address, what it needs and what to do', () => {
  expect(catalogue.stepSentence(buildUpd, badInput(comma), 'ru')).toBe(
    'Поле «Товары и услуги, 1, Цена без НДС» (/lines/0/priceWithoutVat): нужно число с точкой, в кавычках и без пробелов, например "1200.50". Исправьте данные, из которых оно берётся, или формулу шага и повторите.',
  );
  expect(catalogue.stepSentence(buildUpd, badInput(comma), 'en')).toContain(
    'Field /lines/0/priceWithoutVat needs a number with a point',
  );
});

it('asks for a decimal where a number of JavaScript came', () => {
  const number = { rule: 'type', field: '/lines/0/quantity', params: { type: 'string' } };
  expect(catalogue.stepSentence(buildUpd, badInput(number), 'ru')).toContain(
    'Количество» (/lines/0/quantity): нужно число',
  );
});

it('passes over alternatives for what one of them missed, and counts the rest', () => {
  const said = catalogue.stepSentence(
    buildUpd,
    badInput(
      { rule: 'anyOf', field: '/buyer/kind', params: {} },
      { rule: 'required', field: '/buyer/name', params: {} },
    ),
    'ru',
  );
  expect(said).toMatch(/^Поле «Покупатель, Название» \(\/buyer\/name\): не заполнено\. .* Других ошибок: 1\.$/);
});

it('still has a sentence for a fault that does not say where', () => {
  expect(catalogue.stepSentence(buildUpd, { code: 'BAD_INPUT', facts: {} }, 'ru')).toMatch(/Данные шага не подходят/);
});

it('lets a step speak with its own words, then those of the systems that it works with, then those of documents', () => {
  const facts = { line: 1, name: 'Товар', rate: '19' };
  const fault = { code: 'VAT_RATE_UNKNOWN', facts };
  expect(catalogue.stepSentence(buildUpd, fault, 'ru')).toMatch(/ставки НДС 19 % не бывает\. Выберите 22/);
  const post = { type: 'accounting.post-document', typeVersion: 1 };
  expect(catalogue.stepSentence(post, fault, 'ru')).toContain('такой в 1С нет');
});
