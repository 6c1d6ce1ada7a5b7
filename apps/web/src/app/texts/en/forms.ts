import type { forms as Source } from '../ru/forms.js';

export const forms: typeof Source = {
  required: (field) => `Fill in “${field}”`,
  notNumber: (field) => `“${field}” must be a number`,
  notInteger: (field) => `“${field}” must be a whole number`,
  notDecimal: (field) => `“${field}”: write a number with a point, for example 128400.00`,
  notInstant: (field) => `“${field}”: choose a date and a time`,
  notUri: (field) => `“${field}” must be an address, for example https://firma.ru`,
  notJson: (field, where) => `“${field}” is not JSON: ${where}`,
  mendMarked: 'Mend the marked fields.',
  listAbsent: 'The list of the account cannot be read now: write the value.',
  listNothing: 'Nothing like that in the list.',
  notListed: (value) => `${value}: not in the list`,
  json: 'Data as JSON',
};
