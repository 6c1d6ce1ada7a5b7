import { ValueErrorType } from '@sinclair/typebox/errors';
import type { TSchema } from '@sinclair/typebox';
import { fieldName } from './field-name.js';
import { error, type DocumentFinding } from './finding.js';
import { findShapeErrors, type ShapeError } from './shape.js';

/**
 * What does not fit the schema, as findings with a sentence: the field is named by its description, and its line by
 * number, so that «1 200,50» in a price is told as such and not as a failed pattern.
 */
export const shapeFindings = (schema: TSchema, value: unknown): readonly DocumentFinding[] => {
  const seen = new Set<string>();
  return findShapeErrors(schema, value).flatMap((found) => {
    if (seen.has(found.field)) return [];
    seen.add(found.field);
    return [findingOf(schema, found)];
  });
};

const findingOf = (schema: TSchema, found: ShapeError): DocumentFinding => {
  const facts = { ...fieldName(schema, found.field), value: shown(found.value) };
  return error(codeOf(found), found.field, { ...facts, ...limitsOf(found) });
};

const codeOf = ({ type, schema, value }: ShapeError): string => {
  if (type === ValueErrorType.ObjectRequiredProperty || value === undefined) return 'FIELD_MISSING';
  if (type === ValueErrorType.ObjectAdditionalProperties) return 'FIELD_UNKNOWN';
  if (schema['format'] === 'decimal') return 'BAD_DECIMAL';
  if (schema['format'] === 'date') return 'BAD_DATE';
  if (type === ValueErrorType.StringMinLength) return 'FIELD_EMPTY';
  if (type === ValueErrorType.StringMaxLength) return 'FIELD_TOO_LONG';
  if (type === ValueErrorType.ArrayMaxItems) return 'TOO_MANY';
  return type === ValueErrorType.Union ? 'FIELD_CHOICE' : 'FIELD_TYPE';
};

const limitsOf = ({ schema, value }: ShapeError): Readonly<Record<string, unknown>> => ({
  ...(typeof value === 'string' ? { length: value.length } : {}),
  ...(typeof schema['maxLength'] === 'number' ? { limit: schema['maxLength'] } : {}),
  ...(typeof schema['maxItems'] === 'number' ? { limit: schema['maxItems'] } : {}),
});

const shown = (value: unknown): string => {
  if (typeof value === 'string') return value.slice(0, 60);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};
