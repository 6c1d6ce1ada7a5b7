import type { Scenario, TriedView, TryOrder } from '@potok/contracts';
import { type NodeTrace, type Overlay, portKey } from '../../canvas/overlay.js';

export type TryDraft = (order: TryOrder) => Promise<TriedView>;

const STATUSES = { done: 'done', failed: 'faulted', skipped: 'skipped' } as const;
/** A trial has no clock of its own: only order counts. */
const AT = '1970-01-01T00:00:00.000Z';

const traceOf = (status: NodeTrace['status'], visits: number): NodeTrace => ({
  status,
  attempts: 1,
  maxAttempts: 1,
  waiting: 0,
  visits,
  startedAt: AT,
  endedAt: AT,
});

/** The first steps of a trial laid over the drawing; the one after them is under way. */
export const overlayUpTo = ({ steps }: TriedView, count: number, starts: readonly string[]): Overlay => {
  const nodes = new Map<string, NodeTrace>(starts.map((id) => [id, traceOf('done', 1)]));
  const taken = new Map<string, number>(starts.map((id) => [portKey(id, 'done'), 1]));
  const visits = new Map<string, number>();
  for (const { node, status, port } of steps.slice(0, count)) {
    const times = (visits.get(node) ?? 0) + 1;
    visits.set(node, times);
    nodes.set(node, traceOf(STATUSES[status], times));
    if (port !== undefined) taken.set(portKey(node, port), (taken.get(portKey(node, port)) ?? 0) + 1);
  }
  const next = steps[count]?.node;
  if (next !== undefined) nodes.set(next, traceOf('started', (visits.get(next) ?? 0) + 1));
  return { nodes, taken };
};

/** The trigger: it is no step of a trial, its data are given. */
export const startsOf = ({ nodes, edges }: Scenario): readonly string[] => {
  const targets = new Set(edges.map(({ to }) => to.node));
  return nodes.filter(({ id, type }) => type.startsWith('trigger.') && !targets.has(id)).map(({ id }) => id);
};
