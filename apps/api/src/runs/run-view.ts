import {
  RUN_END_STATUSES,
  type ChainRunView,
  type DocumentView,
  type Fault,
  type RunCommandKind,
  type RunDetailView,
  type RunPassView,
  type RunWaitView,
  type RunStatus,
  type RunView,
  type Scenario,
  type StepCall,
  type StepCallView,
  type StepDetailView,
  type StepView,
} from '@potok/contracts';
import type { ChainRun, RunSummary, StepRow, WaitRow } from '@potok/persistence';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import type { Language } from '../problems/texts.js';

type Nodes = Scenario['nodes'];

interface RunParts {
  readonly scenario: Scenario;
  readonly steps: readonly StepRow[];
  readonly stepCount: number;
  /** Given when not all steps are. */
  readonly passes: readonly { readonly node: string; readonly port: string | null; readonly total: number }[];
  readonly waits: readonly WaitRow[];
  readonly documents: readonly DocumentView[];
  readonly chain: readonly ChainRun[];
}

/** What the engine writes into `run.waiting` and `run.fault`. */
interface Waiting {
  readonly node: string;
  readonly kind: string;
  readonly since: string;
  readonly deadline?: string;
}
interface Parked {
  readonly node: string;
  readonly fault: Fault;
}

const filled = (pairs: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).filter((pair): pair is [string, string] => pair[1] !== null));

const nodeIn = (nodes: Nodes, id: string) => nodes.find((node) => node.id === id);

/** Rows of runs and steps as people see them, with sentences in their language. */
export class RunWords {
  constructor(
    private readonly catalogue: NodeCatalogue,
    private readonly language: Language,
  ) {}

  run(row: RunSummary): RunView {
    return {
      id: row.id,
      scenarioId: row.scenarioId,
      scenarioName: row.scenarioName,
      versionId: row.versionId,
      versionNumber: row.versionNumber,
      status: row.status,
      mode: row.mode,
      startedAt: row.startedAt.toISOString(),
      ...(row.endedAt === null ? {} : { endedAt: row.endedAt.toISOString() }),
      startedBy: row.startedBy,
      subject: filled({
        dealId: row.dealId,
        documentNumber: row.documentNumber,
        counterpartyInn: row.counterpartyInn,
        counterpartyName: row.counterpartyName,
      }),
      ...repeatsOf(row),
      ...this.waitingFor(row),
      ...this.parkedBy(row),
    };
  }

  detail(row: RunSummary, parts: RunParts): RunDetailView {
    const moreSteps = parts.stepCount - parts.steps.length;
    return {
      ...this.run(row),
      scenario: parts.scenario,
      graph: row.graph,
      steps: parts.steps.map((step) => this.step(step, nodesOf(parts.scenario))),
      ...(moreSteps > 0 ? { moreSteps, passes: parts.passes.map(asPassView) } : {}),
      waits: parts.waits.map(asRunWaitView),
      documents: parts.documents,
      commands: isLost(row) ? ['close'] : commandsOf(row.status),
      ...(row.inboxId === null ? {} : { deliveryId: row.inboxId }),
      ...(parts.chain.length < 2 ? {} : { chain: asChain(parts.chain, nodesOf(parts.scenario)) }),
    };
  }

  step(row: StepRow, nodes: Nodes): StepView {
    const node = nodeIn(nodes, row.nodeId);
    return {
      id: stepIdOf(row),
      node: row.nodeId,
      nodeName: node?.name ?? row.nodeId,
      type: node?.type ?? '',
      visit: row.visit,
      seq: row.seq,
      status: row.status,
      ...takenOver(row),
      ...(row.port === null ? {} : { port: row.port }),
      startedAt: row.startedAt.toISOString(),
      ...(row.endedAt === null ? {} : { endedAt: row.endedAt.toISOString() }),
      attempts: row.attempts,
      ...(row.nextTryAt === null ? {} : { nextTryAt: row.nextTryAt.toISOString() }),
      ...(row.fault === null ? {} : { fault: this.told(row.fault, node) }),
      ...(row.undoFault === null ? {} : { undoFault: this.told(row.undoFault, node) }),
    };
  }

  stepDetail(row: StepRow, nodes: Nodes): StepDetailView {
    return { ...this.step(row, nodes), input: row.input, output: row.output };
  }

  call({ failure, ...call }: StepCall): StepCallView {
    if (failure === undefined) return call;
    const detail = this.catalogue.sentence(failure.code, failure.facts, this.language);
    return { ...call, failure: { code: failure.code, detail } };
  }

  /** The node's own words first: two nodes may give one code different sentences. */
  told(fault: Fault, node: Nodes[number] | undefined): Fault & { readonly detail: string } {
    return { ...fault, detail: this.catalogue.stepSentence(node, fault, this.language) };
  }

  private waitingFor({ waiting, nodes }: RunSummary): Pick<RunView, 'waitingFor'> {
    const found = waiting as Waiting | null;
    if (found === null) return {};
    return { waitingFor: { ...found, nodeName: nodeIn(nodes, found.node)?.name ?? found.node } };
  }

  private parkedBy({ fault, nodes }: RunSummary): Pick<RunView, 'fault'> {
    const found = fault as Parked | null;
    if (found === null) return {};
    const { detail, ...inner } = this.told(found.fault, nodeIn(nodes, found.node));
    const nodeName = nodeIn(nodes, found.node)?.name ?? found.node;
    return { fault: { node: found.node, nodeName, fault: inner, detail } };
  }
}

const asPassView = ({ node, port, total }: RunParts['passes'][number]): RunPassView => ({
  node,
  total,
  ...(port === null ? {} : { port }),
});

const asRunWaitView = ({ nodeId, visit, event, openedAt, deadlineAt }: WaitRow): RunWaitView => ({
  node: nodeId,
  visit,
  kind: event,
  since: openedAt.toISOString(),
  ...(deadlineAt === null ? {} : { until: deadlineAt.toISOString() }),
});
/** What a run does itself is numbered from its first launch on. */
const takenOver = ({ seq }: StepRow): Pick<StepView, 'isTakenOver'> => (seq <= 0 ? { isTakenOver: true } : {});

const repeatsOf = (row: RunSummary): Pick<RunView, 'repeats'> => {
  const { rerunOf, beginAt, originRunId, again, againBefore, nodes } = row;
  if (rerunOf === null || beginAt === null) return {};
  const nodeName = nodeIn(nodes, beginAt.node)?.name ?? beginAt.node;
  return {
    repeats: { runId: rerunOf, originRunId, ...beginAt, nodeName, isSentAgain: again !== (againBefore ?? again) },
  };
};

const asChain = (chain: readonly ChainRun[], nodes: Nodes): ChainRunView[] => {
  const againOf = new Map(chain.map(({ id, again }) => [id, again]));
  return chain.map(({ id, status, startedAt, rerunOf, beginAt, again }) => ({
    runId: id,
    status,
    startedAt: startedAt.toISOString(),
    ...(beginAt === null
      ? {}
      : { from: { node: beginAt.node, nodeName: nodeIn(nodes, beginAt.node)?.name ?? beginAt.node } }),
    isSentAgain: rerunOf !== null && again !== (againOf.get(rerunOf) ?? again),
  }));
};

/** Main graph and paths: a path runs as a run of its own. */
export const nodesOf = ({ nodes, paths = [] }: Scenario): Nodes => [...nodes, ...paths.flatMap((path) => path.nodes)];

/** Its workflow is gone: nothing hears a command any more. */
const isLost = ({ fault, endedAt }: RunSummary): boolean =>
  endedAt === null && (fault as Parked | null)?.fault.code === 'RUN_LOST';

const ALWAYS: readonly RunCommandKind[] = ['cancel', 'close'];

/** What a run in this state may be told; the worker looks again before it obeys. */
export const commandsOf = (status: RunStatus): readonly RunCommandKind[] => {
  if ((RUN_END_STATUSES as readonly RunStatus[]).includes(status)) return [];
  if (status === 'needs-a-person') return ['retry-step', 'mend-and-go-on', 'skip-step', 'undo', ...ALWAYS];
  if (status === 'paused') return ['resume', 'undo', ...ALWAYS];
  if (status === 'waiting') return ['pause', 'skip-step', 'undo', ...ALWAYS];
  return status === 'undoing' ? ['close'] : ['pause', 'undo', ...ALWAYS];
};

/** `node~visit`, safe in an address: visits hold slashes. */
export const stepIdOf = ({ nodeId, visit }: { nodeId: string; visit: string }): string =>
  `${nodeId}~${visit.replaceAll('/', '.')}`;

export const readStepId = (id: string): { nodeId: string; visit: string } | undefined => {
  const [, nodeId, visit] = /^([a-zA-Z]\w{0,39})~([\d.~]{1,200})$/.exec(id) ?? [];
  return nodeId === undefined || visit === undefined ? undefined : { nodeId, visit: visit.replaceAll('.', '/') };
};
