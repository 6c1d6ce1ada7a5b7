import type { texts as ru } from './input-texts.ru.js';

export const texts: typeof ru = {
  rules: {
    required: 'is not filled in',
    additionalProperties: 'is not known to the node',
    'format:decimal': 'needs a number with a point, in quotes and without spaces, "1200.50" for instance',
    'format:date': 'needs a date like 2026-11-24',
    'format:date-time': 'needs a time like 2026-11-24T10:00:00Z',
    'format:email': 'needs an address like name@firm.com',
    'format:uuid': 'needs an id like 0190…-…',
    'format:uri': 'needs a whole address like https://…',
    'type:string': 'needs a text',
    'type:array': 'needs a list',
    'type:object': 'needs a set of fields',
    'type:number': 'needs a number',
    'type:integer': 'needs a whole number',
    'type:boolean': 'needs true or false',
    minItems: 'has too few items',
    maxItems: 'has too many items',
    minLength: 'is too short or empty',
    maxLength: 'is too long',
    minimum: 'is too small',
    maximum: 'is too big',
    pattern: 'is not written by the rules',
    enum: 'is none of the choices',
    const: 'is none of the choices',
    other: 'does not fit',
  },
  sentence: ({ field, rule, more }) =>
    `${field === '' ? 'The data of the step' : `Field ${field}`} ${rule}. Mend the data that it is taken from, or the formula of the step, and retry.${more > 0 ? ` Other errors: ${more}.` : ''}`,
};
