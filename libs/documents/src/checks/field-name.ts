import type { TSchema } from '@sinclair/typebox';

export interface FieldName {
  readonly name: string;
  /** Number of the line that the field is in. */
  readonly line?: number;
  /** The party that the field is of. */
  readonly party?: 'seller' | 'buyer';
}

/** How a person calls the field of a JSON pointer: its description in the schema, its line, its party. */
export const fieldName = (schema: TSchema, field: string): FieldName => {
  const keys = field.split('/').slice(1);
  const [first, second] = keys;
  const found = keys.reduce<TSchema | undefined>((at, key) => (at === undefined ? undefined : inner(at, key)), schema);
  const name = found?.description ?? keys.at(-1) ?? field;
  if (first === 'lines' && second !== undefined) return { name, line: Number(second) + 1 };
  return second !== undefined && (first === 'seller' || first === 'buyer') ? { name, party: first } : { name };
};

const inner = (schema: TSchema, key: string): TSchema | undefined => {
  const properties = schema['properties'] as Readonly<Record<string, TSchema>> | undefined;
  return properties === undefined ? (schema['items'] as TSchema | undefined) : properties[key];
};
