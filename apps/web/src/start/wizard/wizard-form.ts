import type { Binding, TemplateView } from '@potok/contracts';
import type { Texts } from '../../app/texts/catalogue.js';
import type { StartStep } from '../../app/searches.js';
import { type BindingForm, parameterFields, readBindingForm } from '../../scenarios/binding-form.js';

/** What is answered so far; kept for the tab, so that back, forward and a reload lose nothing. */
export interface WizardForm extends BindingForm {
  readonly name: string;
  /** The scenario that was made of these answers. */
  readonly madeId?: string;
}

export const freshWizard = (name: string): WizardForm => ({ slots: {}, parameters: {}, name });

export type Question = Exclude<StartStep, 'trial'>;

/** The questions that a template leaves open: one without slots does not ask for accounts. */
export const questionsOf = ({ scenario }: TemplateView): readonly Question[] => [
  ...(scenario.slots.length === 0 ? [] : (['accounts'] as const)),
  ...(scenario.parameters.length === 0 ? [] : (['parameters'] as const)),
  'finish',
];

/** The answers as a scenario; `faults` by pointer when something is written wrong. What was left out stays empty. */
export const readWizard = (form: WizardForm, { scenario }: TemplateView, texts: Texts) => {
  const { binding, faults } = readBindingForm(form, scenario, texts);
  const name = form.name.trim() === '' ? scenario.name : form.name.trim();
  return { faults, ...(binding === undefined ? {} : { made: { draft: { ...scenario, name }, binding } }) };
};

/** Titles of what must be filled before publishing and is not. */
export const openPlaces = (form: WizardForm, { scenario }: TemplateView, texts: Texts): readonly string[] => [
  ...scenario.slots.filter(({ id }) => (form.slots[id] ?? '') === '').map(({ title }) => title),
  ...parameterFields(scenario, texts)
    .filter(({ name, isRequired }) => isRequired && (form.parameters[name] ?? '').trim() === '')
    .map(({ title }) => title),
];

/** What stands in on demo data for what is not chosen yet. */
export const demoBinding = (binding: Binding, { example }: TemplateView): Binding => ({
  slots: binding.slots,
  parameters: { ...example.parameters, ...binding.parameters },
});
