import type { Effect, OutsideCall, RunId, StepStatus, WorkspaceId } from '@potok/contracts';
import {
  FenceLost,
  type Changes,
  type HeardNews,
  type RunContext,
  type RunPatch,
  type StepPlace,
  type StepRecord,
  type StepStore,
  type WaitRecord,
  type Wants,
} from '@potok/execution';
import type {
  NewsJson,
  OutputJson,
  RunContextRow,
  RunPatchJson,
  SegmentRepository,
  StepJson,
  WaitJson,
} from '@potok/persistence/engine';
import type { LiveTeller } from '../live/live-teller.js';
import type { FreshRuns } from './fresh-runs.js';
import type { KeptValues } from './kept-values.js';
import { NotedCalls } from './noted-calls.js';

interface Place {
  readonly workspaceId: WorkspaceId;
  readonly runId: RunId;
  readonly launch: number;
}

export interface StoreParts {
  readonly segments: SegmentRepository;
  readonly fresh: Pick<FreshRuns, 'take' | 'begun'>;
  readonly kept: KeptValues;
  readonly live: Pick<LiveTeller, 'runChanged'>;
}

/** The step store over PostgreSQL, for one attempt of one segment. */
export class PostgresStepStore implements StepStore {
  private fence = 0;
  /** Nothing was read and nothing written yet: the first write takes the fence. */
  private isFirst = false;
  private begun: RunContextRow | undefined;
  private readonly calls = new NotedCalls();

  constructor(
    private readonly parts: StoreParts,
    private readonly place: Place,
    private readonly isAlone: boolean,
  ) {}

  /** Which connection fills each slot of this run; known once the segment has begun. */
  get slots(): Readonly<Record<string, string>> {
    return this.begun?.slots ?? {};
  }

  async begin(wants: Wants): Promise<RunContext> {
    const { kept } = this.parts;
    const { runId, launch } = this.place;
    const held = kept.of(runId);
    const fresh = launch === 1 ? this.parts.fresh.take(runId) : undefined;
    const row =
      fresh ?? (await this.parts.segments.begin({ ...this.place, isAlone: this.isAlone }, wants, [...held.keys()]));
    this.isFirst = fresh !== undefined;
    this.fence = row.fence;
    this.begun = row;
    this.keep(row);
    return {
      workspaceId: this.place.workspaceId,
      runId: this.place.runId,
      originRunId: row.origin_run_id as RunId,
      again: row.again,
      mode: row.mode,
      startedAt: row.started_at,
      trigger: row.trigger_size === null ? held.get(TRIGGER) : row.trigger,
      parameters: row.parameters,
      isEnded: row.ended_at !== null,
      // What a step of this segment's own may be asked is more than its output.
      steps: [...row.outputs.map((one) => asDone(one, held)), ...row.steps.map(asStep)],
      waits: row.waits.map(asWait),
    };
  }

  private keep(row: RunContextRow): void {
    const { runId } = this.place;
    const { kept } = this.parts;
    if (row.trigger_size !== null) kept.keep(runId, TRIGGER, { value: row.trigger, bytes: row.trigger_size });
    for (const one of row.outputs)
      if (one.size !== null) kept.keep(runId, placeOf(one), { value: one.output, bytes: one.size });
  }

  /** What a step asks of an outside system travels with the next write. */
  note(place: StepPlace, call: OutsideCall): void {
    this.calls.note(place, call);
  }

  async commit(changes: Changes): Promise<readonly HeardNews[]> {
    const { workspaceId, runId, launch } = this.place;
    const place = { runId, launch, fence: this.fence, isFirst: this.isFirst };
    const news = await this.parts.segments.commit(workspaceId, place, {
      steps: changes.steps.map(asStepJson),
      openWaits: changes.openWaits.map(asWaitJson),
      closeWaits: changes.closeWaits,
      calls: this.calls.take(),
      run: this.patchOf(changes.run),
      hear: changes.hear,
    });
    if (news === undefined) throw new FenceLost(`Another attempt has begun (fence ${this.fence})`);
    if (this.isFirst) this.parts.fresh.begun(runId);
    this.isFirst = false;
    this.parts.live.runChanged(workspaceId, runId);
    return news.map(asNews);
  }

  newsAtBegin(waitId: string): readonly HeardNews[] {
    return (this.begun?.news ?? []).filter((news) => news.wait_id === waitId).map(asNews);
  }

  async markTaken(waitId: string, newsIds: readonly string[]): Promise<void> {
    await this.parts.segments.markTaken(this.place.workspaceId, waitId, newsIds);
  }

  async isPastNoReturn(): Promise<boolean> {
    return this.parts.segments.isPastNoReturn(this.place);
  }

  private patchOf(patch: RunPatch | undefined): RunPatchJson | undefined {
    if (patch !== undefined) return asRunPatch(patch);
    return this.isFirst && this.isAlone ? RUNNING : undefined;
  }
}

const RUNNING: RunPatchJson = { status: 'running', waiting: null, fault: null, isEnd: false };

const asNews = (row: NewsJson): HeardNews => ({
  id: row.inbox_id,
  kind: 'event',
  event: '',
  at: new Date(row.at).toISOString(),
  body: row.body.body ?? null,
  ...(row.body.file === undefined ? {} : { file: row.body.file }),
});

const TRIGGER = 'trigger';
const placeOf = ({ node_id, visit }: OutputJson): string => `${node_id}@${visit}`;

const asDone = (row: OutputJson, held: ReadonlyMap<string, unknown>): StepRecord => {
  const output = held.has(placeOf(row)) ? held.get(placeOf(row)) : row.output;
  return {
    node: row.node_id,
    visit: row.visit,
    seq: row.seq,
    status: 'done',
    effect: 'reads',
    key: '',
    attempt: 1,
    attempts: [],
    startedAt: new Date(0),
    ...present({ output, port: row.port }),
  };
};

const asRunPatch = (patch: RunPatch): RunPatchJson => {
  switch (patch.kind) {
    case 'done':
      return { status: 'done', waiting: null, fault: null, isEnd: true };
    case 'parked':
      return {
        status: 'needs-a-person',
        waiting: null,
        fault: { node: patch.node, visit: patch.visit, fault: patch.fault },
        isEnd: false,
      };
    case 'waiting':
      return {
        status: 'waiting',
        waiting: {
          node: patch.node,
          kind: patch.waitKind,
          since: patch.since.toISOString(),
          deadline: patch.deadline?.toISOString(),
        },
        fault: null,
        isEnd: false,
      };
  }
};

const asStep = (row: StepJson): StepRecord => ({
  node: row.node_id,
  visit: row.visit,
  seq: row.seq,
  status: row.status as StepStatus,
  effect: row.effect as Effect,
  key: row.key,
  attempt: row.attempt,
  attempts: row.attempts,
  startedAt: new Date(row.started_at),
  ...present({
    input: row.input,
    output: row.output,
    port: row.port,
    fault: row.fault,
    undoFault: row.undo_fault,
    nextTryAt: row.next_try_at === null ? null : new Date(row.next_try_at),
    endedAt: row.ended_at === null ? null : new Date(row.ended_at),
  }),
});

const asStepJson = (step: StepRecord): StepJson => ({
  node_id: step.node,
  visit: step.visit,
  seq: step.seq,
  status: step.status,
  effect: step.effect,
  key: step.key,
  input: step.input ?? null,
  output: step.output ?? null,
  port: step.port ?? null,
  attempt: step.attempt,
  attempts: step.attempts,
  fault: step.fault ?? null,
  undo_fault: step.undoFault ?? null,
  next_try_at: step.nextTryAt?.toISOString() ?? null,
  started_at: step.startedAt.toISOString(),
  ended_at: step.endedAt?.toISOString() ?? null,
});

const asWait = (row: WaitJson): WaitRecord => ({
  id: row.id,
  node: row.node_id,
  visit: row.visit,
  event: row.event,
  key: row.key,
  token: row.token,
  status: row.status,
  offers: row.offers,
  facts: row.facts,
  ...(row.deadline_at === null ? {} : { deadlineAt: new Date(row.deadline_at) }),
});

const asWaitJson = (wait: WaitRecord): WaitJson => ({
  id: wait.id,
  node_id: wait.node,
  visit: wait.visit,
  event: wait.event,
  key: wait.key,
  token: wait.token,
  status: wait.status,
  deadline_at: wait.deadlineAt?.toISOString() ?? null,
  offers: wait.offers,
  facts: wait.facts,
});

type Present<T> = { [K in keyof T]?: Exclude<T[K], null> };
const present = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<T>;
