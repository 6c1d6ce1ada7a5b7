import { FormatRegistry, type Static, type TSchema } from '@sinclair/typebox';
import type { ValueErrorType } from '@sinclair/typebox/errors';
import { Value } from '@sinclair/typebox/value';
import { NodeFault } from '@potok/contracts';

/** Money, prices, quantities: exact decimals as text. */
export const DECIMAL_PATTERN = /^-?\d{1,18}(\.\d{1,11})?$/;
const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

export const isLegalDate = (text: string): boolean => {
  const [, year = '', month = '', day = ''] = DATE_PATTERN.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return year !== '' && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};

// TypeBox's interpreter is used and not ajv: it needs no code generation, so that a browser with a strict CSP can read titles.
FormatRegistry.Set('decimal', (text) => DECIMAL_PATTERN.test(text));
FormatRegistry.Set('date', isLegalDate);

export interface ShapeError {
  /** JSON pointer of the field. */
  readonly field: string;
  readonly message: string;
  readonly value: unknown;
  readonly schema: TSchema;
  readonly type: ValueErrorType;
}

/** What does not fit the schema, in the order of the schema; at most fifty. */
export const findShapeErrors = (schema: TSchema, value: unknown): readonly ShapeError[] => {
  if (Value.Check(schema, value)) return [];
  const found: ShapeError[] = [];
  for (const error of Value.Errors(schema, value)) {
    if (found.push({ ...error, field: error.path }) >= 50) break;
  }
  return found;
};

/** The value, checked; throws TITLE_UNREADABLE (invalid) with the fields. */
export const demandShape = <T extends TSchema>(schema: T, value: unknown): Static<T> => {
  if (Value.Check(schema, value)) return value;
  const fields = findShapeErrors(schema, value).map(({ field, message }) => ({ field, message }));
  throw new NodeFault('invalid', 'TITLE_UNREADABLE', { facts: { fields } });
};
