import type { Texts } from '../app/texts/catalogue.js';
import { type Field, WHOLE } from './fields.js';

/** What is typed, field by field. Numbers stay text until they are read. */
export type FormText = Readonly<Record<string, string>>;

export interface ReadForm {
  /** Absent when something is wrong. */
  readonly value?: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Record<string, string>>;
}

type Read = { readonly value: unknown } | { readonly fault: string };

const readNumber = (text: string, field: Field, { forms }: Texts): Read => {
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value)) return { fault: forms.notNumber(field.title) };
  if (field.kind === 'integer' && !Number.isInteger(value)) return { fault: forms.notInteger(field.title) };
  return { value };
};

const readJson = (text: string, field: Field, { forms }: Texts): Read => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { fault: forms.notJson(field.title || forms.json, error instanceof Error ? error.message : '') };
  }
};

const readText = (text: string, field: Field, { forms }: Texts): Read =>
  field.isUri && !URL.canParse(text) ? { fault: forms.notUri(field.title) } : { value: text };

const readDecimal = (text: string, field: Field, { forms }: Texts): Read =>
  /^-?\d+(\.\d+)?$/.test(text) ? { value: text } : { fault: forms.notDecimal(field.title) };

/** Typed in the time of the person's own clock; sent as UTC. */
const readInstant = (text: string, field: Field, { forms }: Texts): Read => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? { fault: forms.notInstant(field.title) } : { value: at.toISOString() };
};

const readField = (text: string, field: Field, texts: Texts): Read => {
  switch (field.kind) {
    case 'integer':
    case 'number':
      return readNumber(text, field, texts);
    case 'decimal':
      return readDecimal(text, field, texts);
    case 'boolean':
      return { value: text === 'true' };
    case 'json':
      return readJson(text, field, texts);
    case 'instant':
      return readInstant(text, field, texts);
    case 'text':
    case 'secret':
    case 'choice':
    case 'list':
    case 'date':
      return readText(text, field, texts);
  }
};

const readOne = (field: Field, typed: FormText, texts: Texts): Read | undefined => {
  const text = (typed[field.name] ?? field.initial ?? '').trim();
  if (text !== '') return readField(text, field, texts);
  return field.isRequired ? { fault: texts.forms.required(field.title) } : undefined;
};

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A form's text as a value; empty optional fields are left out. */
export const readForm = (fields: readonly Field[], typed: FormText, texts: Texts): ReadForm => {
  const value: Record<string, unknown> = {};
  const faults: Record<string, string> = {};
  for (const field of fields) {
    const read = readOne(field, typed, texts);
    if (read === undefined) continue;
    if ('fault' in read) faults[field.name] = read.fault;
    else if (field.name === WHOLE) Object.assign(value, asObject(read.value));
    else value[field.name] = read.value;
  }
  return Object.keys(faults).length === 0 ? { value, faults } : { faults };
};
