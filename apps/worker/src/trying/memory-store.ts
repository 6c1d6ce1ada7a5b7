import type { RunId, WorkspaceId } from '@potok/contracts';
import type { RunContext, StepRecord, StepStore, WaitRecord } from '@potok/execution';

export interface Beginning {
  readonly workspaceId: string;
  readonly runId: string;
  readonly startedAt: Date;
  readonly trigger: unknown;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What steps outside the walked part gave. */
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly offers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The rows of one try, in memory: nothing of them outlives it. */
export class MemoryStore implements StepStore {
  private readonly steps = new Map<string, StepRecord>();
  private readonly context: Omit<RunContext, 'steps'>;

  constructor(
    private readonly beginning: Beginning,
    private readonly onVisits: (count: number) => void,
  ) {
    const { workspaceId, runId, startedAt, trigger, parameters, offers } = beginning;
    this.context = {
      workspaceId: workspaceId as WorkspaceId,
      runId: runId as RunId,
      originRunId: runId as RunId,
      again: 0,
      mode: 'dry',
      startedAt,
      trigger,
      parameters,
      isEnded: false,
      waits: Object.entries(offers).map(([node, offered]) => openWait(node, offered)),
    };
  }

  /** In the order in which they began. */
  get records(): readonly StepRecord[] {
    return [...this.steps.values()].sort((a, b) => a.seq - b.seq);
  }

  async begin(): Promise<RunContext> {
    const given = Object.entries(this.beginning.outputs).map(([node, output]) =>
      doneBefore(node, output, this.beginning.startedAt),
    );
    return { ...this.context, steps: [...given, ...this.steps.values()] };
  }

  async commit({ steps }: Parameters<StepStore['commit']>[0]): Promise<readonly never[]> {
    for (const step of steps) this.steps.set(`${step.node}@${step.visit}`, step);
    this.onVisits(this.steps.size);
    return [];
  }

  newsAtBegin(): readonly never[] {
    return [];
  }
  async markTaken(): Promise<void> {
    // Nothing waits in a try.
  }
  async isPastNoReturn(): Promise<boolean> {
    return false;
  }
}

const doneBefore = (node: string, output: unknown, at: Date): StepRecord => ({
  node,
  visit: '0',
  seq: 0,
  status: 'done',
  effect: 'reads',
  key: '',
  output,
  attempt: 1,
  attempts: [],
  startedAt: at,
  endedAt: at,
});

const openWait = (node: string, offers: Readonly<Record<string, unknown>>): WaitRecord => ({
  id: node,
  node,
  visit: '0',
  event: 'callback',
  key: node,
  token: '',
  status: 'open',
  offers,
  facts: {},
});
