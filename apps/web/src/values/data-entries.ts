import type { JsonSchema } from '@potok/contracts';
import { asSchema, itemsOf, textOf } from './shape.js';

/** One part of a value. */
export interface DataEntry {
  readonly key: string;
  readonly title: string;
  readonly value: unknown;
  readonly schema: JsonSchema;
  /** As a formula names it. */
  readonly path: string;
}

const pathTo = (path: string, key: string): string => {
  if (!/^[A-Za-z_]\w*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

/** Parts of an object or a list; `undefined` of what has none. */
export const entriesOf = (value: unknown, schema: JsonSchema, path: string): readonly DataEntry[] | undefined => {
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => ({
      key: String(index),
      title: String(index + 1),
      value: one,
      schema: itemsOf(schema),
      path: `${path}[${index}]`,
    }));
  }
  const object = asSchema(value);
  if (object === undefined) return undefined;
  return Object.entries(object).map(([key, one]) => {
    const own = asSchema(asSchema(schema.properties)?.[key]) ?? asSchema(schema.additionalProperties) ?? {};
    return { key, title: textOf(own.title) ?? key, value: one, schema: own, path: pathTo(path, key) };
  });
};
