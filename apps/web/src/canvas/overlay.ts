import type { RunDetailView, RunWaitView, ScenarioNode, StepStatus, StepView } from '@potok/contracts';
import { DEFAULT_RETRY } from '@potok/scenario';
import type { Graph } from './graph.js';

/** What a run has done at one node. */
export interface NodeTrace {
  readonly status: StepStatus;
  readonly attempts: number;
  /** How often it is tried at most. */
  readonly maxAttempts: number;
  readonly visits: number;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly nextTryAt?: string;
  /** What is waited for here; of several visits the one that is over first. */
  readonly wait?: Pick<RunWaitView, 'kind' | 'since' | 'until'>;
  /** How many visits wait here at once. */
  readonly waiting: number;
  /** It leaves no step: what follows it tells of it. */
  readonly isSilent?: true;
}

/** A run laid over its drawing: states of nodes by id, and how often a port was left by, as `node/port`. */
export interface Overlay {
  readonly nodes: ReadonlyMap<string, NodeTrace>;
  readonly taken: ReadonlyMap<string, number>;
}

export type LaidRun = Pick<RunDetailView, 'steps' | 'startedAt' | 'waits' | 'passes' | 'fault'>;

const ITEM_PORT = 'item';

export const portKey = (node: string, port: string): string => `${node}/${port}`;

const isOpen = ({ status }: StepView): boolean => status === 'started' || status === 'waiting' || status === 'retrying';

/** The visit that the run stands at speaks for its node, else the last that still goes on, else the last. */
const speaker = (visits: readonly StepView[], { fault }: LaidRun): StepView | undefined => {
  const stuck =
    fault === undefined ? undefined : visits.findLast((one) => one.node === fault.node && one.fault !== undefined);
  return stuck ?? visits.findLast(isOpen) ?? visits.at(-1);
};

const waitOf = (run: LaidRun, node: string, visits: readonly StepView[]): Pick<NodeTrace, 'wait' | 'waiting'> => {
  const isWaiting = new Set(visits.filter(({ status }) => status === 'waiting').map(({ visit }) => visit));
  const waits = run.waits.filter((one) => one.node === node && isWaiting.has(one.visit));
  const [first] = waits;
  if (first === undefined) return { waiting: 0 };
  const { kind, since, until } = first;
  return { wait: { kind, since, ...(until === undefined ? {} : { until }) }, waiting: waits.length };
};

/** What a run has done in one visit of a node. */
export const traceOfStep = (step: StepView, node: ScenarioNode | undefined, run: LaidRun): NodeTrace => ({
  status: step.status,
  attempts: step.attempts.length,
  maxAttempts: (node?.retry ?? DEFAULT_RETRY).maxAttempts,
  visits: 1,
  startedAt: step.startedAt,
  ...(step.endedAt === undefined ? {} : { endedAt: step.endedAt }),
  ...(step.nextTryAt === undefined ? {} : { nextTryAt: step.nextTryAt }),
  ...waitOf(run, step.node, [step]),
});

const traceOf = (node: ScenarioNode, visits: readonly StepView[], run: LaidRun): NodeTrace | undefined => {
  const step = speaker(visits, run);
  if (step === undefined) return undefined;
  const counted = run.passes?.filter((pass) => pass.node === node.id).reduce((sum, { total }) => sum + total, 0);
  return {
    ...traceOfStep(step, node, run),
    visits: counted ?? visits.length,
    ...waitOf(run, node.id, visits),
  };
};

const passed = (startedAt: string): NodeTrace => ({
  status: 'done',
  attempts: 1,
  maxAttempts: 1,
  visits: 1,
  startedAt,
  endedAt: startedAt,
  waiting: 0,
  isSilent: true,
});

/**
 * Nodes that leave no step of their own (the trigger, forks, joins) have done their part when the run has come to what
 * follows them. Goes backwards until nothing more follows.
 */
const fillSilent = ({ edges }: Graph, nodes: Map<string, NodeTrace>, run: LaidRun): void => {
  for (let before = -1; before !== nodes.size;) {
    before = nodes.size;
    for (const { from, to } of edges)
      if (!nodes.has(from.node) && nodes.has(to.node)) nodes.set(from.node, passed(run.startedAt));
  }
};

/** The run has begun: its first node has done its part, whatever follows. */
const fillStarts = ({ nodes: all, edges }: Graph, nodes: Map<string, NodeTrace>, run: LaidRun): void => {
  const targets = new Set(edges.map(({ to }) => to.node));
  for (const { id } of all) if (!targets.has(id) && !nodes.has(id)) nodes.set(id, passed(run.startedAt));
};

const exitsOf = ({ steps, passes }: LaidRun): Map<string, number> => {
  const counts = new Map<string, number>();
  const add = (node: string, port: string | undefined, total: number) => {
    if (port === undefined) return;
    counts.set(portKey(node, port), (counts.get(portKey(node, port)) ?? 0) + total);
  };
  if (passes === undefined) steps.forEach(({ node, port }) => add(node, port, 1));
  else passes.forEach(({ node, port, total }) => add(node, port, total));
  return counts;
};

/** In order of their start. */
const visitsByNode = ({ steps }: LaidRun): ReadonlyMap<string, readonly StepView[]> => {
  const visits = new Map<string, StepView[]>();
  for (const step of [...steps].sort((a, b) => a.seq - b.seq)) {
    const known = visits.get(step.node);
    if (known === undefined) visits.set(step.node, [step]);
    else known.push(step);
  }
  return visits;
};

/** Ways that no step tells of: out of a silent node, and into the body of a for-each; counted by the visits they led to. */
const addToldByTarget = (taken: Map<string, number>, graph: Graph, nodes: ReadonlyMap<string, NodeTrace>) => {
  const silent = new Set(graph.nodes.filter(({ id }) => nodes.get(id)?.isSilent).map(({ id }) => id));
  for (const { from, to } of graph.edges) {
    const target = nodes.get(to.node);
    const isTold = silent.has(from.node) || (from.port === ITEM_PORT && nodes.has(from.node));
    if (isTold && target !== undefined) taken.set(portKey(from.node, from.port), target.visits);
  }
};

/** A run as it lies on its drawing. */
export const overlayOf = (run: LaidRun, graph: Graph): Overlay => {
  const byNode = visitsByNode(run);
  const nodes = new Map<string, NodeTrace>();
  for (const node of graph.nodes) {
    const trace = traceOf(node, byNode.get(node.id) ?? [], run);
    if (trace !== undefined) nodes.set(node.id, trace);
  }
  fillSilent(graph, nodes, run);
  fillStarts(graph, nodes, run);
  const taken = exitsOf(run);
  addToldByTarget(taken, graph, nodes);
  return { nodes, taken };
};
