import { dateFunctions } from './date-functions.js';
import { decimalFunctions } from './decimal-functions.js';
import type { FieldFunction } from './field-function.js';
import { requisiteFunctions } from './requisite-functions.js';
import { textFunctions } from './text-functions.js';

/** `def` is a macro (its first argument may fail), so it is described here and registered with the macros. */
export const defDescription: Omit<FieldFunction, 'handler'> = {
  name: 'def',
  group: 'list',
  signatures: ['def(value, default)'],
  doc: {
    ru: 'Значение, а если его нет или оно пустое (null) — замена',
    en: 'A value, or the default when it is absent or null',
  },
  example: { expression: 'def({"a": 1}.b, 7)', result: 7 },
};

/** All functions of the field, in the order of the editor's list. */
export const fieldFunctions: readonly FieldFunction[] = [
  ...decimalFunctions,
  ...dateFunctions,
  ...textFunctions,
  ...requisiteFunctions,
];
