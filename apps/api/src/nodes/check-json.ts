import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { JsonSchema } from '@potok/contracts';

const ajv = new Ajv({ strict: false, allErrors: true, useDefaults: false, coerceTypes: false, validateSchema: false });
for (const name of ['uuid', 'date', 'date-time', 'email', 'uri'] as const) ajv.addFormat(name, fullFormats[name]);
ajv.addFormat('decimal', /^-?\d{1,18}(\.\d{1,11})?$/);

export interface JsonError {
  /** JSON pointer. */
  readonly field: string;
  readonly rule: string;
}

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** What is wrong with a value by a schema of a manifest; an empty list when it fits. */
export const checkJson = (schema: JsonSchema, value: unknown): readonly JsonError[] => {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  return validate(value) ? [] : (validate.errors ?? []).slice(0, 50).map(asJsonError);
};

const asJsonError = ({ instancePath, params, keyword, message }: ErrorObject): JsonError => {
  const { missingProperty, additionalProperty } = params as { missingProperty?: string; additionalProperty?: string };
  const inner = missingProperty ?? additionalProperty;
  return { field: inner === undefined ? instancePath : `${instancePath}/${inner}`, rule: message ?? keyword };
};
