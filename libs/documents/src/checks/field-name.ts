import type { TSchema } from '@sinclair/typebox';

/** How a person calls the field of a JSON pointer: its description in the schema, and the number of its line. */
export const fieldName = (schema: TSchema, field: string): { readonly name: string; readonly line?: number } => {
  const keys = field.split('/').slice(1);
  const line = keys[0] === 'lines' ? Number(keys[1]) + 1 : Number.NaN;
  const found = keys.reduce<TSchema | undefined>((at, key) => (at === undefined ? undefined : inner(at, key)), schema);
  const name = found?.description ?? keys.at(-1) ?? field;
  return Number.isNaN(line) ? { name } : { name, line };
};

const inner = (schema: TSchema, key: string): TSchema | undefined => {
  const properties = schema['properties'] as Readonly<Record<string, TSchema>> | undefined;
  return properties === undefined ? (schema['items'] as TSchema | undefined) : properties[key];
};
