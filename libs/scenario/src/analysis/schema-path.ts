import type { JsonSchema } from '@potok/contracts';

export const asSchema = (value: unknown): JsonSchema | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : undefined;

/** Where a path leads in a schema. `unknown`: the schema does not say. */
export type SchemaPlace =
  | { readonly kind: 'known'; readonly schema: JsonSchema; readonly isOptional: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing'; readonly key: string };

const unknown: SchemaPlace = { kind: 'unknown' };

const known = (schema: unknown, isOptional: boolean): SchemaPlace => {
  const found = asSchema(schema);
  return found === undefined ? unknown : { kind: 'known', schema: found, isOptional };
};

const stepIntoObject = (schema: JsonSchema, key: string): SchemaPlace => {
  const properties = asSchema(schema.properties) ?? {};
  if (key === '*') return unknown;
  if (Object.hasOwn(properties, key)) {
    const required: unknown = schema.required;
    return known(properties[key], !(Array.isArray(required) && required.includes(key)));
  }
  return schema.additionalProperties === false ? { kind: 'missing', key } : known(schema.additionalProperties, true);
};

const step = (schema: JsonSchema, key: string): SchemaPlace => {
  if (schema.type === 'object' || schema.properties !== undefined) return stepIntoObject(schema, key);
  if (schema.type !== 'array') return unknown;
  return key === 'length' ? known({ type: 'integer' }, false) : known(schema.items, false);
};

/** Follows a path; optional as soon as one part of it is. */
export const schemaAlong = (schema: JsonSchema, path: readonly string[]): SchemaPlace => {
  let at: SchemaPlace = { kind: 'known', schema, isOptional: false };
  for (const key of path) {
    const next = step(at.schema, key);
    if (next.kind !== 'known') return next;
    at = { ...next, isOptional: at.isOptional || next.isOptional };
  }
  return at;
};

/** A closed object schema. */
export const objectSchema = (
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
