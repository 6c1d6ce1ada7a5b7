import type { JsonSchema } from '@potok/contracts';

const asSchema = (value: unknown): JsonSchema | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : undefined;

const fitObject = (value: object, schema: JsonSchema): unknown => {
  const properties = asSchema(schema.properties) ?? {};
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const own = Object.hasOwn(properties, key) ? properties[key] : schema.additionalProperties;
      return [key, fitToSchema(inner, asSchema(own))];
    }),
  );
};

const fitPlain = (value: unknown, { type, format }: JsonSchema): unknown => {
  if (typeof value === 'number' && Number.isInteger(value) && format === 'decimal') return String(value);
  if (typeof value === 'string' && type === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value);
  return value;
};

/**
 * Numbers in the form that a field wants: an integer as decimal text where the field is a decimal, a whole decimal as
 * an integer where it is an integer. Nothing else is converted; the node's own check says what does not fit.
 */
export const fitToSchema = (value: unknown, schema: JsonSchema | undefined): unknown => {
  if (schema === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => fitToSchema(inner, asSchema(schema.items)));
  return typeof value === 'object' ? fitObject(value, schema) : fitPlain(value, schema);
};
