import type { StepStatus, StepView } from '@potok/contracts';
import type { Graph } from './graph.js';

/** What a run has done at one node. */
export interface NodeTrace {
  readonly status: StepStatus;
  readonly attempts: number;
  readonly visits: number;
  readonly startedAt: string;
  readonly endedAt?: string;
}

/** A run laid over its drawing: states of nodes by id, and ports that were left by, as `node/port`. */
export interface Overlay {
  readonly nodes: ReadonlyMap<string, NodeTrace>;
  readonly taken: ReadonlySet<string>;
}

export const portKey = (node: string, port: string): string => `${node}/${port}`;

const traceOf = (last: StepView, visits: number): NodeTrace => ({
  status: last.status,
  attempts: last.attempts.length,
  visits,
  startedAt: last.startedAt,
  ...(last.endedAt === undefined ? {} : { endedAt: last.endedAt }),
});

/** The trigger is no step of a run: it has done its part before. */
const startTraces = (graph: Graph, startedAt: string): readonly (readonly [string, NodeTrace])[] => {
  const targets = new Set(graph.edges.map(({ to }) => to.node));
  return graph.nodes
    .filter(({ id }) => !targets.has(id))
    .map(({ id }) => [id, { status: 'done', attempts: 1, visits: 1, startedAt, endedAt: startedAt }]);
};

/** Ways out of the trigger that led to a node which the run has come to. */
const startPorts = ({ edges }: Graph, starts: ReadonlyMap<string, NodeTrace>, steps: readonly StepView[]) =>
  edges
    .filter(({ from, to }) => starts.has(from.node) && steps.some(({ node }) => node === to.node))
    .map(({ from }) => portKey(from.node, from.port));

/** The last visit of each node speaks for it. */
export const overlayOf = (steps: readonly StepView[], graph: Graph, startedAt: string): Overlay => {
  const starts = new Map(startTraces(graph, startedAt));
  const nodes = new Map<string, NodeTrace>(starts);
  const visits = new Map<string, number>();
  const taken = new Set(startPorts(graph, starts, steps));
  for (const step of [...steps].sort((a, b) => a.seq - b.seq)) {
    visits.set(step.node, (visits.get(step.node) ?? 0) + 1);
    nodes.set(step.node, traceOf(step, visits.get(step.node) ?? 1));
    if (step.port !== undefined) taken.add(portKey(step.node, step.port));
  }
  return { nodes, taken };
};
