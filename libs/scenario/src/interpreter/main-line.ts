import type { NodeId, SkeletonGraph, SkeletonNode } from '@potok/contracts';

/**
 * The outermost fork or for-each in which each node stands; a node of the main line has none. A join belongs to its fork. A run can
 * begin anew on the main line only: elsewhere it would be one branch, or one item, without the others.
 */
export const framesAround = (graph: SkeletonGraph): ReadonlyMap<NodeId, NodeId> => {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const around = new Map<NodeId, readonly NodeId[]>([[graph.entry, []]]);
  for (const [id, stack] of around) {
    for (const edge of graph.edges) {
      // A Map walks what is added while it is walked.
      if (edge.from === id && !around.has(edge.to)) around.set(edge.to, beyond(nodes.get(id), edge.port, stack));
    }
  }
  return new Map([...around].flatMap(([id, [outermost]]) => (outermost === undefined ? [] : [[id, outermost]])));
};

const beyond = (node: SkeletonNode | undefined, port: string, stack: readonly NodeId[]): readonly NodeId[] => {
  if (node?.kind === 'fork') return [...stack, node.id];
  if (node?.kind === 'each' && port === 'item') return [...stack, node.id];
  return node?.kind === 'join' ? stack.slice(0, -1) : stack;
};

/** The nodes that a run can come to from here, itself first, in the order in which they lie. */
export const nodesFrom = (graph: SkeletonGraph, from: NodeId): readonly NodeId[] => {
  const found = new Set([from]);
  for (const node of found) {
    for (const edge of graph.edges) if (edge.from === node) found.add(edge.to);
  }
  return [...found];
};
