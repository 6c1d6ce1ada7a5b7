import type { Binding, Scenario, ScenarioDetailView, VersionView } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';
import { type Field, fieldsOf } from '../forms/fields.js';
import { type FormText, readForm } from '../forms/read-form.js';

export interface BindingForm {
  readonly slots: Readonly<Record<string, string>>;
  readonly parameters: FormText;
}

export interface Places {
  readonly slots: readonly Scenario['slots'][number][];
  readonly parameters: readonly Scenario['parameters'][number][];
}

const withNew = <T extends { readonly id: string }>(first: readonly T[], second: readonly T[]): readonly T[] => [
  ...first,
  ...second.filter(({ id }) => first.every((one) => one.id !== id)),
];

/** What is to be filled: the places of the draft, and those that only the published version still has. */
export const placesOf = ({ draft }: ScenarioDetailView, published: VersionView | undefined): Places => ({
  slots: withNew(draft.slots, published?.scenario.slots ?? []),
  parameters: withNew(draft.parameters, published?.scenario.parameters ?? []),
});

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const formOfBinding = ({ slots, parameters }: Binding): BindingForm => ({
  slots,
  parameters: Object.fromEntries(Object.entries(parameters).map(([id, value]) => [id, asText(value)])),
});

/** What fills them now; where the draft says nothing, what the published version runs with. */
export const freshBinding = ({ binding }: ScenarioDetailView, published: VersionView | undefined): BindingForm =>
  formOfBinding({
    slots: { ...published?.binding.slots, ...binding.slots },
    parameters: { ...published?.binding.parameters, ...binding.parameters },
  });

/** A default stays the scenario's own: it is told, not written into the binding. */
const withToldDefault = ({ initial, ...field }: Field, { scenarios }: Texts): Field => {
  if (initial === undefined) return field;
  if (field.kind === 'boolean') return { ...field, initial };
  const told = [field.description, scenarios.bind.byDefault(initial)].filter(Boolean).join(' ');
  return { ...field, description: told, isRequired: false };
};

export const parameterFields = ({ parameters }: Places, texts: Texts): readonly Field[] => {
  if (parameters.length === 0) return [];
  const properties = Object.fromEntries(
    parameters.map(({ id, title, schema, default: fallback }) => [
      id,
      { ...schema, title, ...(fallback === undefined ? {} : { default: fallback }) },
    ]),
  );
  const required = parameters.filter(({ isRequired }) => isRequired === true).map(({ id }) => id);
  return fieldsOf({ type: 'object', properties, required }).map((field) => withToldDefault(field, texts));
};

interface ReadBinding {
  readonly binding?: Binding;
  /** By the pointer under which the API names the place. */
  readonly faults: Readonly<Record<string, string>>;
}

/** An empty place is the API's to refuse: a draft may have some. */
export const readBindingForm = (form: BindingForm, places: Places, texts: Texts): ReadBinding => {
  const fields = parameterFields(places, texts).map((field) => ({ ...field, isRequired: false }));
  const { value, faults } = readForm(fields, form.parameters, texts);
  if (value === undefined)
    return {
      faults: Object.fromEntries(Object.entries(faults).map(([id, fault]) => [`/binding/parameters/${id}`, fault])),
    };
  const slots = Object.fromEntries(Object.entries(form.slots).filter(([, connection]) => connection !== ''));
  return { binding: { slots, parameters: value }, faults: {} };
};
