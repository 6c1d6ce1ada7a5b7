import type { ValidationError } from 'class-validator';
import { Refusal, type FieldError } from './refusal.js';
import type { ProblemCode } from './texts.js';

/** The rules of class-validator that our DTOs use, as codes with sentences of our own. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  isDefined: 'FIELD_REQUIRED',
  isNotEmpty: 'FIELD_REQUIRED',
  whitelistValidation: 'FIELD_UNKNOWN',
  isEmail: 'FIELD_EMAIL',
  minLength: 'FIELD_TOO_SHORT',
  maxLength: 'FIELD_TOO_LONG',
  isUuid: 'FIELD_UUID',
  isIn: 'FIELD_ONE_OF',
  isInt: 'FIELD_NUMBER',
  isNumber: 'FIELD_NUMBER',
  min: 'FIELD_TOO_SMALL',
  max: 'FIELD_TOO_BIG',
  isString: 'FIELD_TEXT',
  isBoolean: 'FIELD_YES_NO',
  isArray: 'FIELD_LIST',
  isObject: 'FIELD_OBJECT',
  isIso8601: 'FIELD_DATE',
};

/** The most telling rule first: an absent field breaks several. */
const ORDER = ['isDefined', 'isNotEmpty', 'whitelistValidation', 'isString', 'isObject', 'isArray', 'isInt'];

const limitOf = (rule: string, message: string) =>
  rule === 'isIn' ? message.slice(message.indexOf(':') + 1).trim() : /-?\d+/.exec(message)?.[0];

const errorsOf = (errors: readonly ValidationError[], above: string): FieldError[] =>
  errors.flatMap((error) => {
    const pointer = `${above}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const inner = errorsOf(error.children ?? [], pointer);
    const rules = error.constraints ?? {};
    const rule = ORDER.find((name) => name in rules) ?? Object.keys(rules)[0];
    if (rule === undefined) return inner;
    const code = error.value === undefined && rule !== 'whitelistValidation' ? 'FIELD_REQUIRED' : CODES[rule];
    const facts = { field: error.property, limit: limitOf(rule, rules[rule] ?? '') };
    return [{ field: pointer, code: code ?? 'FIELD_WRONG', facts }, ...inner];
  });

/** What class-validator found, as one refusal that names every field. */
export const refuseFields = (errors: readonly ValidationError[]): Refusal => {
  const found = errorsOf(errors, '');
  const [first] = found;
  return new Refusal('invalid', 'BODY_INVALID', {
    errors: found,
    ...(first === undefined ? {} : { field: first.field }),
  });
};
