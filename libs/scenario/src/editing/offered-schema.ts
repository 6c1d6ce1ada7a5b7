import type { JsonSchema } from '@potok/contracts';
import type { DrawnNode } from '../analysis/graph-model.js';
import { asSchema } from '../analysis/schema-path.js';
import { dynamicOf } from '../values/param-value.js';

const DEEPEST = 12;

interface Hints {
  readonly schemaFrom?: unknown;
  readonly valueFrom?: unknown;
}

const at = (params: unknown, pointer: unknown): unknown => {
  if (typeof pointer !== 'string') return undefined;
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => asSchema(value)?.[key], params);
};

const typeOfLiteral = (value: unknown): JsonSchema => {
  if (value === null) return {};
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return typeof value === 'object' ? {} : { type: typeof value };
};

/** What can be told of a value from how it is drawn: names of its fields and types of its literals. */
const schemaOfDrawn = (value: unknown, depth: number): JsonSchema => {
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'tpl') return { type: 'string' };
  if (dynamic?.kind === 'each') return { type: 'array', items: schemaOfDrawn(dynamic.body, depth + 1) };
  if (dynamic !== undefined || depth > DEEPEST) return {};
  if (Array.isArray(value))
    return { type: 'array', items: value.length === 0 ? {} : schemaOfDrawn(value[0], depth + 1) };
  const object = asSchema(value);
  if (object === undefined) return typeOfLiteral(value);
  const fields = Object.entries(object).map(([key, inner]) => [key, schemaOfDrawn(inner, depth + 1)] as const);
  return { type: 'object', properties: Object.fromEntries(fields), required: Object.keys(object) };
};

const adopted = (schema: JsonSchema, params: unknown, depth: number): JsonSchema => {
  const { schemaFrom, valueFrom } = (asSchema(schema.ui) ?? {}) as Hints;
  const written = asSchema(at(params, schemaFrom));
  if (written !== undefined) return { ...written, ...(schema.title === undefined ? {} : { title: schema.title }) };
  const value = at(params, valueFrom);
  if (value !== undefined) return schemaOfDrawn(value, 0);
  const properties = asSchema(schema.properties);
  if (properties === undefined || depth > DEEPEST) return schema;
  const inner = Object.entries(properties).map(([key, one]) => [key, adopted(asSchema(one) ?? {}, params, depth + 1)]);
  return { ...schema, properties: Object.fromEntries(inner) as JsonSchema };
};

/**
 * The schema of a node's output as it is offered to a person: where the manifest leaves it open and says which
 * parameter describes it (`ui.schemaFrom`, `ui.valueFrom`), what stands in that parameter.
 */
export const offeredSchema = ({ manifest, node }: DrawnNode): JsonSchema => adopted(manifest.output, node.params, 0);
