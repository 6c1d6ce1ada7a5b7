import type { ConnectionManifest, ConnectionView } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';
import { type Field, fieldsOf, WHOLE } from '../forms/fields.js';
import { type FormText, readForm } from '../forms/read-form.js';

export interface ConnectionForm {
  readonly system: string;
  readonly name: string;
  readonly isTest: boolean;
  readonly settings: FormText;
  readonly secrets: FormText;
}

/** The body of a create or a change; secrets are set as a whole, so untouched ones are left out. */
export interface ConnectionOrder {
  readonly name: string;
  readonly system?: string;
  readonly isTest: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const freshForm = (connection: ConnectionView | undefined): ConnectionForm => ({
  system: connection?.system ?? '',
  name: connection?.name ?? '',
  isTest: connection?.isTest ?? false,
  settings: Object.fromEntries(Object.entries(connection?.settings ?? {}).map(([key, value]) => [key, asText(value)])),
  secrets: {},
});

const named = ({ name }: Field): boolean => name !== WHOLE;

/** When a connection is changed no secret is asked for: the stored ones stay. */
export const formFields = ({ settings, secrets }: ConnectionManifest, isNew: boolean) => ({
  settings: fieldsOf(settings).filter(named),
  secrets: fieldsOf(secrets)
    .filter(named)
    .map((field) => (isNew ? field : { ...field, isRequired: false })),
});

interface Reading {
  readonly isNew: boolean;
  readonly texts: Texts;
}

const headFaults = (form: ConnectionForm, { connections }: Texts): Readonly<Record<string, string>> => ({
  ...(form.system === '' ? { system: connections.chooseSystem } : {}),
  ...(form.name.trim() === '' ? { name: connections.nameMissing } : {}),
});

const isTouched = (secrets: FormText): boolean => Object.values(secrets).some((text) => text !== '');

export const readConnection = (
  form: ConnectionForm,
  system: ConnectionManifest | undefined,
  { isNew, texts }: Reading,
): { readonly order?: ConnectionOrder; readonly faults: Readonly<Record<string, string>> } => {
  const head = headFaults(form, texts);
  if (system === undefined) return { faults: head };
  // Secrets replace one another as a whole: once one is written, all that are required are.
  const fields = formFields(system, isNew || isTouched(form.secrets));
  const settings = readForm(fields.settings, form.settings, texts);
  const secrets = readForm(fields.secrets, form.secrets, texts);
  const faults = { ...head, ...settings.faults, ...secrets.faults };
  if (Object.keys(faults).length > 0 || settings.value === undefined) return { faults };
  return {
    faults,
    order: {
      name: form.name.trim(),
      isTest: form.isTest,
      settings: settings.value,
      ...(isNew ? { system: form.system } : {}),
      ...((isNew || isTouched(form.secrets)) && secrets.value !== undefined ? { secrets: secrets.value } : {}),
    },
  };
};
