import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { JsonSchema } from '@potok/contracts';
import { DECIMAL_PATTERN } from '../decimal-pattern.js';
import { asPointerPart } from '../json-pointer.js';

export { asPointerPart, DECIMAL_PATTERN };

const ajv = new Ajv({ strict: false, allErrors: true, useDefaults: false, coerceTypes: false });
for (const name of ['uuid', 'date', 'date-time', 'email', 'uri'] as const) ajv.addFormat(name, fullFormats[name]);
ajv.addFormat('decimal', DECIMAL_PATTERN);

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

const checkerOf = (schema: JsonSchema): ValidateFunction => {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const body = Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id');
  const fresh = ajv.compile(Object.fromEntries(body));
  compiled.set(schema, fresh);
  return fresh;
};

/** What is wrong with a value by a schema; throws when the schema itself is wrong. */
export const schemaErrorsOf = (schema: JsonSchema, value: unknown): readonly ErrorObject[] => {
  const check = checkerOf(schema);
  return check(value) ? [] : [...(check.errors ?? [])];
};

/** JSON pointer of the field that an error is about, the missing or unknown one included. */
export const fieldOfError = (error: ErrorObject): string => {
  const params = error.params as { missingProperty?: string; additionalProperty?: string };
  const inner = params.missingProperty ?? params.additionalProperty;
  return inner === undefined ? error.instancePath : `${error.instancePath}/${asPointerPart(inner)}`;
};

/** The rule that an error is about, as facts of a sentence. */
export const brokenRule = ({ keyword, message, params }: ErrorObject) => {
  const [limit] = ['limit', 'type', 'pattern', 'allowedValue', 'allowedValues', 'format']
    .map((name) => (params as Record<string, unknown>)[name])
    .filter((one) => one !== undefined);
  return { rule: message ?? keyword, keyword, limit };
};
