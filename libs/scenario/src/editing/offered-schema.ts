import type { JsonSchema, ScenarioNode } from '@potok/contracts';
import type { DrawnNode } from '../analysis/graph-model.js';
import { asSchema } from '../analysis/schema-path.js';
import { dynamicOf } from '../values/param-value.js';

const DEEPEST = 12;

interface Hints {
  readonly schemaFrom?: unknown;
  readonly valueFrom?: unknown;
  readonly describe?: unknown;
}

/** What the account behind a node says of its own fields of a thing (`ui.describe`); `undefined` where it is not known. */
export type OwnFields = (node: ScenarioNode, thing: string) => JsonSchema | undefined;

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

interface Offer {
  readonly node: ScenarioNode;
  readonly ownFields: OwnFields | undefined;
}

/** Open still: an account may answer with more than it has described. */
const described = (schema: JsonSchema, thing: unknown, { node, ownFields }: Offer): JsonSchema => {
  const own = typeof thing === 'string' ? ownFields?.(node, thing) : undefined;
  return own?.properties === undefined ? schema : { ...schema, properties: own.properties };
};

const adopted = (schema: JsonSchema, offer: Offer, depth: number): JsonSchema => {
  const { schemaFrom, valueFrom, describe } = (asSchema(schema.ui) ?? {}) as Hints;
  const { params } = offer.node;
  const written = asSchema(at(params, schemaFrom));
  if (written !== undefined) return { ...written, ...(schema.title === undefined ? {} : { title: schema.title }) };
  const value = at(params, valueFrom);
  if (value !== undefined) return schemaOfDrawn(value, 0);
  if (describe !== undefined) return described(schema, describe, offer);
  const properties = asSchema(schema.properties);
  if (properties === undefined || depth > DEEPEST) return schema;
  const inner = Object.entries(properties).map(([key, one]) => [key, adopted(asSchema(one) ?? {}, offer, depth + 1)]);
  return { ...schema, properties: Object.fromEntries(inner) as JsonSchema };
};

/**
 * The schema of a node's output as it is offered to a person: where the manifest leaves it open and says which
 * parameter describes it (`ui.schemaFrom`, `ui.valueFrom`), what stands in that parameter; where it holds own fields
 * of the account, what the account says of them.
 */
export const offeredSchema = ({ manifest, node }: DrawnNode, ownFields?: OwnFields): JsonSchema =>
  adopted(manifest.output, { node, ownFields }, 0);

/** Of which things a schema holds own fields of the account (`ui.describe`). */
export const describedThings = (schema: JsonSchema): readonly string[] => {
  const thing = asSchema(schema.ui)?.describe;
  const inner = Object.values(asSchema(schema.properties) ?? {}).flatMap((one) => describedThings(asSchema(one) ?? {}));
  return [...new Set([...(typeof thing === 'string' ? [thing] : []), ...inner])];
};
