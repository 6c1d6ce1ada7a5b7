import type { JsonSchema } from '@potok/contracts';
import { NodeFault } from '@potok/contracts';
import { compileSchema, type SchemaError } from './schema.js';

type Check = (value: unknown) => readonly SchemaError[] | undefined;

const MAX_KEPT = 200;
/** By text, not by object: a schema is read anew from the plan for every call, and ajv would keep each for ever. */
const kept = new Map<string, Check>();

/**
 * Checks a value against a JSON Schema that the author of a scenario wrote: `undefined` when it fits, else what is
 * wrong. Throws AUTHOR_SCHEMA_WRONG (invalid) when the schema itself cannot be used. Regular expressions and
 * references are refused there, so that no author's schema can stall a process.
 */
export const checkByAuthorSchema = (schema: JsonSchema, value: unknown): readonly SchemaError[] | undefined => {
  const text = JSON.stringify(schema);
  const known = kept.get(text);
  if (known !== undefined) return known(value);
  const check = compiled(schema);
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(text, check);
  return check(value);
};

const compiled = (schema: JsonSchema): Check => {
  const banned = bannedIn(schema);
  if (banned !== undefined) throw new NodeFault('invalid', 'AUTHOR_SCHEMA_WRONG', { facts: { keyword: banned } });
  try {
    return compileSchema(schema);
  } catch (cause) {
    throw new NodeFault('invalid', 'AUTHOR_SCHEMA_WRONG', { facts: { keyword: '' }, cause });
  }
};

const BANNED = ['pattern', 'patternProperties', '$ref', '$dynamicRef', '$id', 'propertyNames'];
const NAMED_BY_AUTHOR = ['properties', '$defs', 'default', 'const', 'enum', 'examples'];

const bannedIn = (schema: unknown): string | undefined => {
  if (Array.isArray(schema)) return firstBanned(schema);
  if (typeof schema !== 'object' || schema === null) return undefined;
  const entries = Object.entries(schema as Record<string, unknown>);
  const here = entries.find(([keyword]) => BANNED.includes(keyword))?.[0];
  return (
    here ??
    firstBanned(
      entries.map(([keyword, inner]) => (NAMED_BY_AUTHOR.includes(keyword) ? insideOf(keyword, inner) : inner)),
    )
  );
};

const insideOf = (keyword: string, inner: unknown): unknown =>
  keyword === 'properties' && typeof inner === 'object' && inner !== null ? Object.values(inner) : undefined;

const firstBanned = (schemas: readonly unknown[]): string | undefined =>
  schemas.map(bannedIn).find((banned) => banned !== undefined);
