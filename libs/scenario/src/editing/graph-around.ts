import type { DrawnEdge, GraphModel } from '../analysis/graph-model.js';
import { reachableFrom } from '../analysis/graph-model.js';
import { liveGraphFrom, liveGraphOf, type LiveGraph } from '../analysis/live-graph.js';

const noEdges: readonly DrawnEdge[] = [];

/** Everything from which a node can be reached, the node itself left out. */
export const nodesBefore = (model: GraphModel, id: string): ReadonlySet<string> => {
  const back = (at: string): readonly DrawnEdge[] =>
    (model.into.get(at) ?? noEdges).map((edge) => ({ ...edge, from: edge.to, to: edge.from }));
  return new Set([...reachableFrom(id, back)].filter((one) => one !== id));
};

const isTrigger = (model: GraphModel, id: string): boolean => model.nodes.get(id)?.role === 'trigger';

/** Where the drawing around a node begins, when it begins at one place. */
const beginningOf = (model: GraphModel, id: string): string | undefined => {
  const before = [...nodesBefore(model, id)].filter((one) => !isTrigger(model, one));
  const starts = [...before, id].filter((one) =>
    (model.into.get(one) ?? []).every(({ from }) => isTrigger(model, from)),
  );
  return starts.length === 1 ? starts[0] : undefined;
};

/**
 * The graph in which a node stands: the live one where a run can reach the node, else a half-drawn piece as if it were
 * begun where nothing leads to it. `undefined` for a piece without a single beginning.
 */
export const graphAround = (model: GraphModel, id: string): LiveGraph | undefined => {
  const live = liveGraphOf(model);
  if (live?.nodes.has(id) === true) return live;
  const beginning = beginningOf(model, id);
  return beginning === undefined ? undefined : liveGraphFrom(model, beginning);
};

/** Nodes in the order of a walk: a node after those that lead to it. */
export const walkingOrder = (
  graph: GraphModel,
  start: string,
  backEdges: ReadonlySet<DrawnEdge>,
): readonly string[] => {
  const seen = new Set<string>();
  const left: string[] = [];
  const stack = [{ id: start, isDone: false }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.isDone) left.push(top.id);
    if (top.isDone || seen.has(top.id)) continue;
    seen.add(top.id);
    stack.push({ id: top.id, isDone: true });
    for (const edge of graph.out.get(top.id) ?? noEdges)
      if (!backEdges.has(edge)) stack.push({ id: edge.to, isDone: false });
  }
  return left.reverse();
};
