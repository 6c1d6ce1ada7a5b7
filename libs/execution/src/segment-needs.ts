import type { NodeId, Plan, SegmentOrder, SkeletonGraph, Visit } from '@potok/contracts';
import { collectReferences } from '@potok/scenario';
import { backEdges, eachesAround, itemAround } from '@potok/scenario/interpreter';

/** Rows of one node within these visits, compared byte by byte: `from` belongs to them, `to` does not. */
export interface VisitRange {
  readonly node: NodeId;
  readonly from: string;
  readonly to: string;
}

/** What a segment can ask of its run, whatever way it takes. A store may give more. */
export interface SegmentWants {
  readonly kind: 'segment';
  /** Every name below is seen from here. */
  readonly seenFrom: Visit;
  /** Steps that it may come to, in any state, at these visits. */
  readonly own: { readonly nodes: readonly NodeId[]; readonly visits: readonly Visit[] };
  /** Steps whose output its values refer to: of each the nearest that is done. */
  readonly outputs: readonly VisitRange[];
  /** Waits that it may come to, open, or refer to. */
  readonly waits: readonly VisitRange[];
  readonly hasTrigger: boolean;
}

/** An undo goes over everything that has begun and can be undone, and over the runs that were called by these nodes. */
export interface UndoWants {
  readonly kind: 'undo';
  readonly calls: readonly NodeId[];
}

export type Wants = SegmentWants | UndoWants;

/** What the nodes between one place and the next boundary refer to. */
interface Reach {
  readonly nodes: readonly NodeId[];
  readonly outputs: readonly NodeId[];
  readonly waits: readonly NodeId[];
  readonly hasTrigger: boolean;
}

interface Reader {
  readonly depths: ReadonlyMap<NodeId, number>;
  readonly reachOf: (from: NodeId) => Reach;
}

const readers = new WeakMap<Plan, Map<SkeletonGraph, Reader>>();

/** A run of ten thousand items has tens of thousands of rows, and each of its segments needs a few of them. */
export const wantsOf = (
  plan: Plan,
  graph: SkeletonGraph,
  order: Pick<SegmentOrder, 'from' | 'visit' | 'atVisit'>,
): SegmentWants => {
  const { depths, reachOf } = readerOf(plan, graph);
  const reach = reachOf(order.from);
  const visits = [...new Set([order.visit, order.atVisit ?? order.visit])];
  const rangesOf = (nodes: readonly NodeId[]) => {
    return nodes.flatMap((node) => rangeOf(node, itemAround(order.visit, depths.get(node) ?? 0)));
  };
  return {
    kind: 'segment',
    seenFrom: order.visit,
    own: { nodes: reach.nodes, visits },
    outputs: rangesOf(reach.outputs),
    waits: rangesOf(reach.waits),
    hasTrigger: reach.hasTrigger,
  };
};

// The character after '/' is '0'; every visit begins with a digit, and ':' comes after them.
const rangeOf = (node: NodeId, item: string | undefined): VisitRange[] => {
  if (item === undefined) return [];
  return [item === '' ? { node, from: '', to: ':' } : { node, from: `${item}/`, to: `${item}0` }];
};

const readerOf = (plan: Plan, graph: SkeletonGraph): Reader => {
  const ofPlan = readers.get(plan) ?? new Map<SkeletonGraph, Reader>();
  readers.set(plan, ofPlan);
  const known = ofPlan.get(graph);
  if (known !== undefined) return known;
  const around = eachesAround(graph);
  const reaches = new Map<NodeId, Reach>();
  const made: Reader = {
    depths: new Map([...around].map(([node, eaches]) => [node, eaches.length])),
    reachOf: (from) => {
      const reach = reaches.get(from) ?? reachFrom(plan, graph, { from, each: around.get(from)?.at(-1) });
      reaches.set(from, reach);
      return reach;
    },
  };
  ofPlan.set(graph, made);
  return made;
};

const reachFrom = (
  plan: Plan,
  graph: SkeletonGraph,
  at: { readonly from: NodeId; readonly each: NodeId | undefined },
): Reach => {
  const walked = walkedFrom(graph, at.from);
  const ahead = walked.flatMap((node) => plan.steps.nodes[node]?.opensBefore ?? []);
  const nodes = [...new Set([...walked, ...ahead])];
  const references = nodes.flatMap((node) => collectReferences(plan.steps.nodes[node]?.params));
  const all = graph.nodes.map(({ id }) => id);
  const named = (root: string) =>
    references.flatMap((one) => {
      if (one.root !== root) return [];
      const [node = '*'] = one.path;
      return node === '*' ? all : [node];
    });
  const hasItem = references.some(({ root }) => root === 'item' || root === 'itemIndex');
  const lists = hasItem && at.each !== undefined ? [at.each] : [];
  return {
    nodes,
    outputs: [...new Set([...named('steps'), ...lists])],
    waits: [...new Set([...nodes.filter((node) => isAwaited(graph, node)), ...named('waits')])],
    hasTrigger: references.some(({ root }) => root === 'trigger'),
  };
};

const isAwaited = (graph: SkeletonGraph, node: NodeId): boolean =>
  graph.nodes.some(({ id, kind }) => id === node && (kind === 'wait' || kind === 'call'));

/** Every node that a segment may come to from here: to the next boundary, and no further round a loop. */
const walkedFrom = (graph: SkeletonGraph, from: NodeId): readonly NodeId[] => {
  const kinds = new Map(graph.nodes.map(({ id, kind }) => [id, kind]));
  const back = backEdges(graph);
  const found = new Set([from]);
  for (const node of found) {
    if (['fork', 'join', 'each', 'stop'].includes(kinds.get(node) ?? '')) continue;
    for (const edge of graph.edges) {
      if (edge.from === node && !back.has(`${edge.from}\n${edge.to}`)) found.add(edge.to);
    }
  }
  return [...found];
};
