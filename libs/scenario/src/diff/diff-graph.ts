import type { ScenarioEdge, ScenarioNode } from '@potok/contracts';
import { diffNode, isMoved } from './diff-nodes.js';
import type { GraphDiff, NodeKinds, NodesDiff } from './diff-types.js';

interface Graph {
  readonly nodes: readonly ScenarioNode[];
  readonly edges: readonly ScenarioEdge[];
}
interface Options {
  readonly graph: string;
  readonly kinds: NodeKinds | undefined;
}

const byId = (nodes: readonly ScenarioNode[]): ReadonlyMap<string, ScenarioNode> =>
  new Map(nodes.map((node) => [node.id, node]));

const diffNodes = (before: Graph, after: Graph, kinds: NodeKinds | undefined): NodesDiff => {
  const [old, fresh] = [byId(before.nodes), byId(after.nodes)];
  const kept = [...fresh.values()].flatMap((node) => {
    const was = old.get(node.id);
    return was === undefined ? [] : [{ id: node.id, before: was, after: node }];
  });
  return {
    added: [...fresh.values()].filter(({ id }) => !old.has(id)),
    removed: [...old.values()].filter(({ id }) => !fresh.has(id)),
    changed: kept.map((pair) => diffNode(pair.before, pair.after, kinds)).filter((one) => one !== undefined),
    moved: kept.filter((pair) => isMoved(pair.before, pair.after)),
  };
};

/** Where an edge goes from and to; its id says nothing. */
export const edgeEnds = ({ from, to }: ScenarioEdge): string =>
  [from.node, from.port, to.node, to.port ?? ''].map(encodeURIComponent).join(' ');

const without = (edges: readonly ScenarioEdge[], others: readonly ScenarioEdge[]): readonly ScenarioEdge[] => {
  const known = new Set(others.map(edgeEnds));
  return edges.filter((edge) => {
    const ends = edgeEnds(edge);
    const isNew = !known.has(ends);
    known.add(ends);
    return isNew;
  });
};

/** What differs between two states of one graph; `undefined` when nothing does. */
export const diffGraph = (before: Graph, after: Graph, { graph, kinds }: Options): GraphDiff | undefined => {
  const nodes = diffNodes(before, after, kinds);
  const edges = { added: without(after.edges, before.edges), removed: without(before.edges, after.edges) };
  const { added, removed, changed, moved } = nodes;
  const all: readonly (readonly unknown[])[] = [added, removed, changed, moved, edges.added, edges.removed];
  return all.every(({ length }) => length === 0) ? undefined : { graph, nodes, edges };
};
