import type { NodeId, SkeletonEdge, SkeletonGraph, SkeletonNode } from '@potok/contracts';

/** A graph of the skeleton made quick to ask. Pure; the same graph always answers the same. */
export interface GraphMap {
  readonly entry: NodeId;
  node(id: NodeId): SkeletonNode;
  /** Where an edge from this port leads; undefined ends the token. */
  next(from: NodeId, port: string): NodeId | undefined;
  /** Does following this edge begin another pass of a loop? */
  isBack(from: NodeId, to: NodeId): boolean;
}

const edgeKey = (from: string, to: string) => `${from}\n${to}`;

export const mapGraph = (graph: SkeletonGraph): GraphMap => {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const ports = new Map(graph.edges.map((edge) => [edgeKey(edge.from, edge.port), edge.to]));
  const back = backEdges(graph);
  return {
    entry: graph.entry,
    node: (id) => {
      const node = nodes.get(id);
      if (node === undefined) throw new Error(`The plan has no node ${id}`);
      return node;
    },
    next: (from, port) => ports.get(edgeKey(from, port)),
    isBack: (from, to) => back.has(edgeKey(from, to)),
  };
};

/**
 * Edges to a node that is still being walked in a depth-first walk from the entry: exactly those that close a cycle.
 * The order is that of the skeleton's arrays, so every process finds the same ones.
 */
export const backEdges = (graph: SkeletonGraph): ReadonlySet<string> => {
  const out = new Map<NodeId, SkeletonEdge[]>();
  for (const edge of graph.edges) out.set(edge.from, [...(out.get(edge.from) ?? []), edge]);
  const found = new Set<string>();
  const open = new Set<NodeId>();
  const closed = new Set<NodeId>();
  const stack: { readonly node: NodeId; at: number }[] = [{ node: graph.entry, at: 0 }];
  open.add(graph.entry);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const edge = out.get(top.node)?.[top.at];
    top.at += 1;
    if (edge === undefined) {
      open.delete(top.node);
      closed.add(top.node);
      stack.pop();
    } else if (open.has(edge.to)) {
      found.add(edgeKey(edge.from, edge.to));
    } else if (!closed.has(edge.to)) {
      open.add(edge.to);
      stack.push({ node: edge.to, at: 0 });
    }
  }
  return found;
};

/**
 * For each node the for-eaches whose bodies it stands in, from the outside in. A node has one such place: the checks of a
 * drawing see to it.
 */
export const eachesAround = (graph: SkeletonGraph): ReadonlyMap<NodeId, readonly NodeId[]> => {
  const eaches = new Set(graph.nodes.filter(({ kind }) => kind === 'each').map(({ id }) => id));
  const out = new Map<NodeId, SkeletonEdge[]>();
  for (const edge of graph.edges) {
    const known = out.get(edge.from);
    if (known === undefined) out.set(edge.from, [edge]);
    else known.push(edge);
  }
  const found = new Map<NodeId, readonly NodeId[]>([[graph.entry, []]]);
  for (const [node, around] of found) {
    for (const { port, to } of out.get(node) ?? []) {
      const inside = port === 'item' && eaches.has(node) ? [...around, node] : around;
      // A Map walks what is added while it is walked.
      if (!found.has(to)) found.set(to, inside);
    }
  }
  return found;
};
