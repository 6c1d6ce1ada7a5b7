import type { JsonSchema } from '@potok/contracts';
import type { DrawnNode, GraphModel } from '../analysis/graph-model.js';
import { reachableFrom } from '../analysis/graph-model.js';
import type { LiveGraph } from '../analysis/live-graph.js';
import { eachesAround, scopesOf, type Scopes } from '../analysis/scopes.js';
import { earlierFor, surroundingsOf, type Earlier, type Surroundings } from '../analysis/surroundings.js';
import { graphAround, nodesBefore, walkingOrder } from './graph-around.js';
import { itemSchemaOfParam } from './list-schema.js';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** What a node sees of the graph that it stands in. */
export interface Seen {
  readonly steps: readonly { readonly drawn: DrawnNode; readonly isSure: boolean }[];
  readonly waits: readonly { readonly drawn: DrawnNode; readonly schema: JsonSchema }[];
  /** Inside the body of a for-each: the schema of its item over the other names. */
  readonly item: ((roots: Schemas) => JsonSchema) | undefined;
}

interface Stand {
  readonly graph: LiveGraph;
  readonly scopes: Scopes;
  readonly around: Surroundings;
}

const standOf = (model: GraphModel, node: string): Stand | undefined => {
  const graph = graphAround(model, node);
  if (graph === undefined) return undefined;
  const scopes = scopesOf(graph);
  const around = surroundingsOf({ graph, scopes, trigger: graph.trigger, parameters: {}, earlier: new Map() });
  return { graph, scopes, around };
};

const orderOf = ({ graph, scopes }: Stand): readonly string[] => walkingOrder(graph, graph.entry, scopes.backEdges);

const nodesIn = (model: GraphModel, ids: readonly string[]): readonly DrawnNode[] =>
  ids.flatMap((id) => model.nodes.get(id) ?? []);

/** Without one beginning nothing is sure. */
const unsure = (model: GraphModel, node: string): Seen['steps'] =>
  nodesIn(model, [...nodesBefore(model, node)].sort())
    .filter(({ role }) => role !== 'trigger')
    .map((drawn) => ({ drawn, isSure: false }));

/** A body's steps are not seen from outside it, nor is a for-each's own output from inside. */
const isOutOfSight = ({ scopes }: Stand, from: string, to: string): boolean => {
  const around = new Set(eachesAround(scopes.frames.get(from)));
  return around.has(to) || eachesAround(scopes.frames.get(to)).some((each) => !around.has(each));
};

const stepsOf = (stand: Stand, node: string): Seen['steps'] => {
  const { isSure, isMaybe } = stand.around.availability;
  return nodesIn(stand.graph, orderOf(stand))
    .filter(({ id, role }) => role !== 'trigger' && isMaybe(node, id) && id !== node && !isOutOfSight(stand, node, id))
    .map((drawn) => ({ drawn, isSure: isSure(node, drawn.id) }));
};

const offersOf = ({ manifest, isSkipped }: DrawnNode): JsonSchema | undefined =>
  manifest.kind === 'wait' && !isSkipped ? manifest.offers : undefined;

const isAhead = ({ graph, scopes }: Stand, from: string, wait: string): boolean => {
  const edgesFrom = (id: string) => (graph.out.get(id) ?? []).filter((edge) => !scopes.backEdges.has(edge));
  const loops = (id: string): string => eachesAround(scopes.frames.get(id)).join();
  return from !== wait && reachableFrom(from, edgesFrom).has(wait) && loops(from) === loops(wait);
};

const waitsOf = (stand: Stand, node: string): Seen['waits'] =>
  nodesIn(stand.graph, orderOf(stand)).flatMap((drawn) => {
    const schema = offersOf(drawn);
    if (schema === undefined) return [];
    const isOpen = stand.around.availability.isSure(node, drawn.id) || isAhead(stand, node, drawn.id);
    return isOpen ? [{ drawn, schema }] : [];
  });

const itemOf = ({ graph, scopes }: Stand, node: string): Seen['item'] => {
  const eaches = eachesAround(scopes.frames.get(node));
  if (eaches.length === 0) return undefined;
  return (roots) => {
    const outsideIn = [...eaches].reverse();
    return outsideIn.reduce<JsonSchema>(
      (outer, each) => itemSchemaOfParam(graph.nodes.get(each)?.node.params.items, { ...roots, item: outer }),
      {},
    );
  };
};

/** What a node sees of its own graph, with what a path sees of the main one in front. */
export const seenFrom = (model: GraphModel, node: string, earlier: Seen): Seen => {
  const stand = standOf(model, node);
  if (stand === undefined) return { ...earlier, steps: [...earlier.steps, ...unsure(model, node)] };
  return {
    steps: [...earlier.steps, ...stepsOf(stand, node)],
    waits: [...earlier.waits, ...waitsOf(stand, node)],
    item: itemOf(stand, node),
  };
};

const ofEarlier = ({ node, isSure }: Earlier) => ({ drawn: node, isSure });

/** What a path sees of the main graph: as the compiler has it, in walking order. */
export const withEarlier = (main: GraphModel, ofNode: string): Seen => {
  const stand = standOf(main, ofNode);
  if (stand === undefined) return { steps: unsure(main, ofNode), waits: [], item: undefined };
  const earlier = earlierFor(ofNode, stand.around);
  const steps = orderOf(stand).flatMap((id) => earlier.get(id) ?? []);
  const waits = steps.flatMap(({ node }) => {
    const schema = offersOf(node);
    return schema === undefined ? [] : [{ drawn: node, schema }];
  });
  return { steps: steps.map(ofEarlier), waits, item: undefined };
};
