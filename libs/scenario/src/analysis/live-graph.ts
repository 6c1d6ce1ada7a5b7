import { liveEdgesFrom, reachableFrom, type DrawnEdge, type DrawnNode, type GraphModel } from './graph-model.js';

/** What a run can really walk: reachable nodes, edges that can be taken, the node where it begins. */
export interface LiveGraph extends GraphModel {
  readonly entry: string;
  readonly trigger?: DrawnNode;
}

const triggersOf = (model: GraphModel): readonly DrawnNode[] =>
  [...model.nodes.values()].filter(({ role }) => role === 'trigger');

const startsOf = (model: GraphModel): readonly string[] => [...model.nodes.keys()].filter((id) => !model.into.has(id));

/** The trigger's target, or the one node of a path that nothing leads to. */
const entryOf = (model: GraphModel): string | undefined => {
  if (model.id !== 'main') {
    const starts = startsOf(model);
    return starts.length === 1 ? starts[0] : undefined;
  }
  const [trigger, second] = triggersOf(model);
  if (trigger === undefined || second !== undefined) return undefined;
  return model.out.get(trigger.id)?.[0]?.to;
};

const keep = (model: GraphModel, ids: ReadonlySet<string>): GraphModel => {
  const out = new Map([...model.nodes.keys()].filter((id) => ids.has(id)).map((id) => [id, liveEdgesFrom(model, id)]));
  const edges = [...out.values()].flat();
  const into = new Map<string, DrawnEdge[]>();
  for (const edge of edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
  return { id: model.id, nodes: new Map([...model.nodes].filter(([id]) => ids.has(id))), edges, out, into };
};

/** What can be walked from a node on, as if a run began there. */
export const liveGraphFrom = (model: GraphModel, entry: string): LiveGraph => {
  const [trigger] = model.id === 'main' ? triggersOf(model) : [];
  const live = keep(
    model,
    reachableFrom(entry, (id) => liveEdgesFrom(model, id)),
  );
  return { ...live, entry, ...(trigger === undefined ? {} : { trigger }) };
};

/** Absent when there is no single beginning; the rules say why. */
export const liveGraphOf = (model: GraphModel): LiveGraph | undefined => {
  const entry = entryOf(model);
  return entry === undefined ? undefined : liveGraphFrom(model, entry);
};
