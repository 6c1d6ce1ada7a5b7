import type { JsonSchema } from '@potok/contracts';
import { availabilityOf, type Availability } from './availability.js';
import type { DrawnNode } from './graph-model.js';
import type { LiveGraph } from './live-graph.js';
import { objectSchema } from './schema-path.js';
import { eachesAround, type Scopes } from './scopes.js';

export interface Earlier {
  readonly node: DrawnNode;
  readonly isSure: boolean;
}

/** What the nodes of a graph may refer to. */
export interface Surroundings {
  readonly graph: LiveGraph;
  readonly scopes: Scopes;
  readonly availability: Availability;
  /** Steps of the main graph, seen from a path. */
  readonly earlier: ReadonlyMap<string, Earlier>;
  /** Schemas of the scope's roots. */
  readonly roots: Readonly<Record<string, JsonSchema>>;
}

const text: JsonSchema = { type: 'string' };
/** Of `run`. */
export const runSchema = objectSchema({ id: text, startedAt: text, mode: text }, ['id', 'startedAt', 'mode']);

const allKeys = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema =>
  objectSchema(properties, Object.keys(properties));

interface Given {
  readonly graph: LiveGraph;
  readonly scopes: Scopes;
  readonly trigger: DrawnNode | undefined;
  readonly parameters: Readonly<Record<string, JsonSchema>>;
  readonly earlier: ReadonlyMap<string, Earlier>;
}

export const surroundingsOf = ({ graph, scopes, trigger, parameters, earlier }: Given): Surroundings => {
  const before = [...earlier.values()].map(({ node }) => node);
  const nodes = [...before, ...graph.nodes.values()];
  const offers = nodes.flatMap(({ id, manifest }) =>
    manifest.kind === 'wait' && manifest.offers !== undefined ? [[id, manifest.offers] as const] : [],
  );
  const roots = {
    trigger: trigger?.manifest.output ?? {},
    steps: allKeys(Object.fromEntries(nodes.map(({ id, manifest }) => [id, manifest.output]))),
    params: allKeys(parameters),
    run: runSchema,
    waits: allKeys(Object.fromEntries(offers)),
  };
  return { graph, scopes, availability: availabilityOf(graph, scopes), earlier, roots };
};

/** Main steps that a path sees: those before the node that it belongs to, that node itself, and, unsurely, the rest. */
export const earlierFor = (ofNode: string, main: Surroundings): ReadonlyMap<string, Earlier> => {
  const { graph, scopes, availability } = main;
  const around = new Set(eachesAround(scopes.frames.get(ofNode)));
  const isSeen = (id: string): boolean => eachesAround(scopes.frames.get(id)).every((each) => around.has(each));
  const seen = [...graph.nodes.values()].filter(({ id }) => isSeen(id));
  return new Map(
    seen.map((node) => [node.id, { node, isSure: node.id === ofNode || availability.isSure(ofNode, node.id) }]),
  );
};
