import type { JsonSchema, Manifest, Scenario } from '@potok/contracts';
import { catalogueOf, graphsOf, modelOfDrawing, type DrawnNode, type GraphModel } from '../analysis/graph-model.js';
import { objectSchema } from '../analysis/schema-path.js';
import { runSchema } from '../analysis/surroundings.js';
import { inputOf } from '../rules/call-input.js';
import type { CallPlans } from '../rules/calls.js';
import { offeredSchema, type OwnFields } from './offered-schema.js';
import { type Seen, seenFrom, withEarlier } from './seen-steps.js';

/** A step whose output an expression may use. */
export interface PlaceStep {
  readonly node: string;
  readonly name: string;
  readonly type: string;
  /** False: only in some runs, so it is written with `.?` or `def`. */
  readonly isSure: boolean;
  /** Of its output, with what its own parameters say of an open one. */
  readonly schema: JsonSchema;
}

/** What an expression at one node of a drawing may use. */
export interface PlaceScope {
  /** Schemas of the names an expression at this node may use, as the compiler checks them. */
  readonly roots: Readonly<Record<string, JsonSchema>>;
  readonly trigger?: {
    readonly node: string;
    readonly name: string;
    readonly type: string;
    readonly schema: JsonSchema;
  };
  /** Earlier steps in walking order; `isSure` false: only in some runs. */
  readonly steps: readonly PlaceStep[];
  /** Waits that offer something (a URL, a key) that this node may hand out. */
  readonly waits: readonly PlaceStep[];
  /** Of the node's own params; a call's data must fit the scenario that it calls. Absent for an unknown type. */
  readonly input?: JsonSchema;
}

interface Place {
  readonly manifest: Manifest;
  readonly callPlans?: CallPlans;
  /** `main`, or the id of a path. */
  readonly graph: string;
  readonly node: string;
  readonly ownFields?: OwnFields | undefined;
}

const ofNode = (drawn: DrawnNode, isSure: boolean, schema: JsonSchema): PlaceStep => ({
  node: drawn.id,
  name: drawn.node.name,
  type: drawn.node.type,
  isSure,
  schema,
});

const allOf = (fields: Readonly<Record<string, JsonSchema>>): JsonSchema => objectSchema(fields, Object.keys(fields));

const triggerOf = (main: GraphModel | undefined): DrawnNode | undefined =>
  [...(main?.nodes.values() ?? [])].find(({ role }) => role === 'trigger');

const nothing: Seen = { steps: [], waits: [], item: undefined };

const seenAt = (scenario: Scenario, models: readonly GraphModel[], { graph, node }: Place): Seen => {
  const model = models.find(({ id }) => id === graph);
  if (model === undefined) return nothing;
  const path = (scenario.paths ?? []).find(({ id }) => id === graph);
  const main = models[0];
  const earlier = path === undefined || main === undefined ? nothing : withEarlier(main, path.ofNode);
  return seenFrom(model, node, earlier);
};

/**
 * What an expression at a node may use: the same steps, schemas and items that the compiler will allow it. A drawing may
 * be half done (no trigger, cycles, unknown types): then it gives what can be given, and never throws.
 */
export const placeScope = (scenario: Scenario, of: Place): PlaceScope => {
  const catalogue = catalogueOf(of.manifest);
  const models = graphsOf(scenario).map((drawn) => modelOfDrawing(drawn, catalogue));
  const params = allOf(Object.fromEntries(scenario.parameters.map(({ id, schema }) => [id, schema])));
  const trigger = triggerOf(models[0]);
  const self = models.find(({ id }) => id === of.graph)?.nodes.get(of.node);
  const input = self === undefined ? {} : { input: inputOf(self, of.callPlans ?? {}) };
  if (self?.role === 'trigger') return { roots: { params }, steps: [], waits: [], ...input };
  const seen = seenAt(scenario, models, of);
  const offered = trigger && ofNode(trigger, true, offeredSchema(trigger, of.ownFields));
  const base = {
    trigger: trigger?.manifest.output ?? {},
    steps: allOf(Object.fromEntries(seen.steps.map(({ drawn }) => [drawn.id, drawn.manifest.output]))),
    params,
    run: runSchema,
    waits: allOf(Object.fromEntries(seen.waits.map(({ drawn, schema }) => [drawn.id, schema]))),
  };
  return {
    roots: { ...base, ...itemRoots(seen, base) },
    ...(offered === undefined
      ? {}
      : { trigger: { node: offered.node, name: offered.name, type: offered.type, schema: offered.schema } }),
    steps: seen.steps.map(({ drawn, isSure }) => ofNode(drawn, isSure, offeredSchema(drawn, of.ownFields))),
    waits: seen.waits.map(({ drawn, schema }) => ofNode(drawn, true, schema)),
    ...input,
  };
};

const itemRoots = (
  { item }: Seen,
  roots: Readonly<Record<string, JsonSchema>>,
): Readonly<Record<string, JsonSchema>> =>
  item === undefined ? {} : { item: item(roots), itemIndex: { type: 'integer' } };
