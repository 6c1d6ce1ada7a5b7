import { expect, it } from '@jest/globals';
import { catalogues } from '../app/texts/catalogue.js';
import { aScenario, aScenarioDetail, aVersion } from '../testing/fixtures/scenario.js';
import { freshBinding, parameterFields, placesOf, readBindingForm } from './binding-form.js';

const texts = catalogues.ru;
const stage = { id: 'stage', title: 'Стадия', schema: { type: 'string' }, isRequired: true };
const draft = { ...aScenario(), parameters: [...aScenario().parameters, stage] };

it('keeps the places that only the published version still has', () => {
  const old = { ...aScenario(), slots: [{ id: 'crm', gateway: 'crm' as const, title: 'CRM' }] };
  const published = { ...aVersion(), scenario: old, binding: { slots: { crm: 'c-1' }, parameters: {} } };
  expect(placesOf(aScenarioDetail(), published).slots.map(({ id }) => id)).toEqual(['edo', 'crm']);
  expect(freshBinding(aScenarioDetail(), published).slots).toEqual({ crm: 'c-1' });
});

it('tells a default and does not write it into the binding', () => {
  const [days] = parameterFields(draft, texts);
  expect(days).toMatchObject({ name: 'answerDays', description: 'По умолчанию: 30', isRequired: false });
  expect(readBindingForm({ slots: { edo: '' }, parameters: {} }, draft, texts)).toEqual({
    binding: { slots: {}, parameters: {} },
    faults: {},
  });
});

it('reads numbers as numbers and names the parameter that is none', () => {
  const read = (answerDays: string) => readBindingForm({ slots: {}, parameters: { answerDays } }, draft, texts);
  expect(read('14').binding?.parameters).toEqual({ answerDays: 14 });
  expect(read('скоро').faults).toEqual({ '/binding/parameters/answerDays': '«Сколько ждать» должно быть числом' });
});
