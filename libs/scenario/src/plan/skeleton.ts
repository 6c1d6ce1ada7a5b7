import type { SkeletonGraph, SkeletonNode } from '@potok/contracts';
import type { DrawnNode } from '../analysis/graph-model.js';
import type { LiveGraph } from '../analysis/live-graph.js';
import type { Scopes } from '../analysis/scopes.js';
import { byText } from './canonical.js';

type JoinNode = Extract<SkeletonNode, { kind: 'join' }>;

const numberIn = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);

const joinOf = ({ id, node }: DrawnNode, arms: number): JoinNode => {
  switch (node.params.mode) {
    case 'any':
      return { id, kind: 'join', mode: 'any', need: 1, arms };
    case 'some':
      return { id, kind: 'join', mode: 'some', need: numberIn(node.params.need, arms), arms };
    default:
      return { id, kind: 'join', mode: 'all', need: arms, arms };
  }
};

const nodeOf = (drawn: DrawnNode, scopes: Scopes): SkeletonNode => {
  const { id, role, node, ports } = drawn;
  switch (drawn.isSkipped ? 'step' : role) {
    case 'fork':
      return { id, kind: 'fork', branches: ports.filter((port) => port !== 'error') };
    case 'join':
      return joinOf(drawn, scopes.arms.get(id)?.branches.size ?? 0);
    case 'each':
      return { id, kind: 'each', window: numberIn(node.params.window, 1) };
    case 'wait':
      return { id, kind: 'wait' };
    case 'call':
      return { id, kind: 'call' };
    case 'stop':
      return { id, kind: 'stop' };
    case 'step':
    case 'trigger':
      return { id, kind: 'step' };
  }
};

/** What the interpreter needs of a graph: nodes by id, edges by ends. */
export const skeletonOf = (graph: LiveGraph, scopes: Scopes): SkeletonGraph => ({
  entry: graph.entry,
  nodes: [...graph.nodes.values()].map((node) => nodeOf(node, scopes)).sort((a, b) => byText(a.id, b.id)),
  edges: graph.edges.map(({ from, port, to }) => ({ from, port, to })),
});
