import type { DrawnEdge } from './graph-model.js';
import type { LiveGraph } from './live-graph.js';

type Steps = ReadonlyMap<string, readonly string[]>;

const stepsWithoutWaits = (graph: LiveGraph, backEdges: ReadonlySet<DrawnEdge>): Steps => {
  const isBusy = (id: string): boolean =>
    graph.nodes.get(id)?.role !== 'wait' || graph.nodes.get(id)?.isSkipped === true;
  const ids = [...graph.nodes.keys()].filter(isBusy);
  return new Map(
    ids.map((id) => [
      id,
      (graph.out.get(id) ?? []).filter((edge) => !backEdges.has(edge) && isBusy(edge.to)).map(({ to }) => to),
    ]),
  );
};

const reversed = (steps: Steps): Steps => {
  const back = new Map([...steps.keys()].map((id): [string, string[]] => [id, []]));
  for (const [from, targets] of steps) for (const to of targets) back.get(to)?.push(from);
  return back;
};

/** Nodes in the order in which a depth-first walk leaves them; a stack of its own, so that depth has no limit. */
const leavingOrder = (steps: Steps): readonly string[] => {
  const seen = new Set<string>();
  const order: string[] = [];
  for (const root of steps.keys()) {
    const stack = [{ id: root, isDone: false }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (top.isDone) order.push(top.id);
      if (top.isDone || seen.has(top.id)) continue;
      seen.add(top.id);
      stack.push({ id: top.id, isDone: true });
      for (const next of steps.get(top.id) ?? []) stack.push({ id: next, isDone: false });
    }
  }
  return order;
};

const groupAround = (root: string, steps: Steps, taken: Set<string>): readonly string[] => {
  const group: string[] = [];
  const stack = [root];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (taken.has(id)) continue;
    taken.add(id);
    group.push(id);
    stack.push(...(steps.get(id) ?? []));
  }
  return group;
};

/** Loops that would turn for ever at full speed: strongly connected nodes with no wait among them. */
export const cyclesWithoutWait = (
  graph: LiveGraph,
  backEdges: ReadonlySet<DrawnEdge>,
): readonly (readonly string[])[] => {
  const steps = stepsWithoutWaits(graph, backEdges);
  const back = reversed(steps);
  const taken = new Set<string>();
  return [...leavingOrder(steps)]
    .reverse()
    .map((root) => groupAround(root, back, taken))
    .filter(([only, second]) => only !== undefined && (second !== undefined || (steps.get(only) ?? []).includes(only)))
    .map((group) => [...group].sort());
};
