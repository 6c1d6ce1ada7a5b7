import type { StepStatus, StepView } from '@potok/contracts';

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

/** The last visit of each node speaks for it. */
export const overlayOf = (steps: readonly StepView[]): Overlay => {
  const nodes = new Map<string, NodeTrace>();
  const taken = new Set<string>();
  for (const step of [...steps].sort((a, b) => a.seq - b.seq)) {
    nodes.set(step.node, traceOf(step, (nodes.get(step.node)?.visits ?? 0) + 1));
    if (step.port !== undefined) taken.add(portKey(step.node, step.port));
  }
  return { nodes, taken };
};
