import type { AnyManifest, JsonSchema, ScenarioNode } from '@potok/contracts';
import { dynamicOf } from '@potok/scenario';
import { asSchema, propertiesOf } from '../values/shape.js';

/** What a mapping fills. */
export interface MappingTarget {
  /** Pointer of the object in the params; empty: the params themselves. */
  readonly at: string;
  readonly schema: JsonSchema;
  /** Fields may be added by name. */
  readonly isOpen: boolean;
  /** The params as a whole, with what the author says of the part. */
  readonly input: JsonSchema;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema of what is drawn, where nobody wrote one. */
const drawnSchema = (value: unknown): JsonSchema => {
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'each') return { type: 'array', items: drawnSchema(dynamic.body) };
  if (dynamic !== undefined || !isObject(value)) return {};
  const properties = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, drawnSchema(inner)]));
  return { type: 'object', properties };
};

const keyAt = (ui: JsonSchema, word: string): string | undefined => {
  const pointer = ui[word];
  return typeof pointer === 'string' && /^\/[^/]+$/.test(pointer) ? pointer.slice(1) : undefined;
};

const ofAuthor = (params: ScenarioNode['params'], key: string | undefined): JsonSchema | undefined => {
  const schema = key === undefined ? undefined : asSchema(params[key]);
  return schema !== undefined && propertiesOf(schema).length > 0 ? schema : undefined;
};

/**
 * What the fields of a node's mapping are: its input, or, where its output is what its author draws (`data.map`), the
 * author's schema or the keys that are drawn so far.
 */
export const mappingTarget = (
  { params }: Pick<ScenarioNode, 'params'>,
  manifest: AnyManifest,
  input: JsonSchema = manifest.input,
): MappingTarget => {
  const ui = asSchema(manifest.output.ui) ?? {};
  const part = keyAt(ui, 'valueFrom');
  if (part === undefined) return { at: '', schema: input, isOpen: false, input };
  const own = ofAuthor(params, keyAt(ui, 'schemaFrom'));
  const schema = own ?? drawnSchema(params[part] ?? {});
  const isOpen = own === undefined || own.additionalProperties !== false;
  const properties = { ...asSchema(input.properties), ...(own === undefined ? {} : { [part]: own }) };
  return { at: `/${part}`, schema: { type: 'object', ...schema }, isOpen, input: { ...input, properties } };
};
