import type { mappingTexts as russian } from './texts.ru.js';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'yes or no',
  object: 'a set of fields',
  array: 'a list',
  null: 'nothing',
};
const kind = (name: string): string => KINDS[name] ?? name;
const FORMATS: Readonly<Record<string, string>> = {
  decimal: 'a number with a point: 1200.50',
  date: 'a date: 2026-11-24',
  'date-time': 'date and time: 2026-11-24T10:00:00Z',
  uuid: 'a UUID',
  email: 'an e-mail address',
  uri: 'an address of a page',
};

export const mappingTexts = {
  VALUE_MISSING: () => 'The field is required and has no value.',
  VALUE_UNKNOWN: ({ key }: { key: string }) => `There is no field ${key} here. Remove it.`,
  VALUE_KIND: ({ wanted, got }: { wanted: string; got: string }) => `It must be ${kind(wanted)} and is ${kind(got)}.`,
  VALUE_CHOICE: ({ value, choices }: { value: unknown; choices: string }) =>
    `“${String(value)}” does not fit. It may be: ${choices}.`,
  VALUE_FORMAT: ({ format, value }: { format: string; value: string }) =>
    `“${value}” does not fit. It must be ${FORMATS[format] ?? format}.`,
  VALUE_TOO_SHORT: ({ length, limit }: { length: number; limit: number }) =>
    length === 0
      ? 'The value is empty. Fill it in or remove it.'
      : `${length} characters, and at least ${limit} are needed.`,
  VALUE_TOO_LONG: ({ length, limit }: { length: number; limit: number }) =>
    `${length} characters, and at most ${limit} may be. Shorten the text.`,
  VALUE_TOO_SMALL: ({ limit }: { limit: number }) => `The number is less than ${limit}.`,
  VALUE_TOO_BIG: ({ limit }: { limit: number }) => `The number is more than ${limit}.`,
  LIST_TOO_SHORT: ({ limit }: { limit: number }) => `The list must have at least ${limit}.`,
  LIST_TOO_MANY: ({ limit }: { limit: number }) => `The list may have at most ${limit}.`,
  LIST_NOT_UNIQUE: () => 'Some values of the list are the same. Leave one of each.',
} satisfies { [C in keyof typeof russian]: (typeof russian)[C] };
