import {
  CancellationScope,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import { WAKE_SIGNAL } from '@potok/contracts/names';
import type { RunActivities, RunEnded, RunStart, SegmentOrder, SegmentResult, Wake } from '@potok/contracts';
import { GraphCore, type CoreEnd, type Launch } from '@potok/scenario/interpreter';
import { RollOver } from './roll-over.js';

// The policy of a step is counted in Postgres: the activity itself is tried without end, with the delay that the failing
// step asks for. A worker that dies is noticed by its heartbeat.
const { runSegment, undoRun } = proxyActivities<RunActivities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
// The first try answers by itself long before this; what it does not answer is tried as an activity of its own.
const { trySegment } = proxyLocalActivities<Pick<RunActivities, 'trySegment'>>({
  startToCloseTimeout: '15 seconds',
  retry: { maximumAttempts: 1 },
});
const { recordStatus } = proxyLocalActivities<Pick<RunActivities, 'recordStatus'>>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '10 seconds' },
});

const wakeSignal = defineSignal<[Wake]>(WAKE_SIGNAL);
/** From this engine on. */
const LOCAL_FIRST = 2;

/** One run: walks the skeleton from segment to segment, waits for what they wait for, and ends as they end. */
export async function scenarioRun(start: RunStart): Promise<RunEnded> {
  return CancellationScope.nonCancellable(() => new Run(start).play());
}

class Run {
  private readonly core: GraphCore;
  private readonly rollOver: RollOver;
  /** What is ready waits for the roll-over. */
  private isHeld = false;
  /** Raised by everything that can change what is to be done next. */
  private news = 0;
  private told: string | undefined;

  constructor(private readonly start: RunStart) {
    const { skeleton, graph, resume, begin, engine } = start;
    this.core = GraphCore.at(skeleton, graph, { resume, begin, engine });
    this.rollOver = new RollOver(start);
    setHandler(wakeSignal, (wake) => {
      this.core.take(wake);
      this.news += 1;
    });
  }

  async play(): Promise<RunEnded> {
    for (;;) {
      const seen = this.news;
      this.isHeld = this.rollOver.holds(Date.now());
      if (!this.isHeld) for (const launch of this.core.takeReady()) this.launch(launch);
      const ended = this.core.end === undefined ? undefined : await this.end(this.core.end);
      if (ended !== undefined) return ended;
      await this.tell();
      if (this.isDueToRoll) await this.roll();
      await this.untilNewsOrDeadline(seen);
    }
  }

  private launch(launch: Launch) {
    this.walk(this.orderOf(launch)).then(
      (result) => {
        this.core.leave(launch, result);
        this.news += 1;
      },
      () => {
        // Only what no retry can mend comes here; the step's row says what it was.
        this.core.leave(launch, { kind: 'parked', at: launch.from, visit: launch.atVisit ?? launch.visit });
        this.news += 1;
      },
    );
  }

  /** A local activity costs the server one event and no task; only what fails or takes long pays for one of its own. */
  private async walk(order: SegmentOrder): Promise<SegmentResult> {
    if (this.start.engine < LOCAL_FIRST) return runSegment(order);
    const first = await trySegment(order).catch(() => ({ kind: 'goes-on' as const, delayMs: 0 }));
    return first.kind === 'goes-on' ? runSegment({ ...order, delayMs: first.delayMs }) : first;
  }

  private orderOf({ token: _token, ...launch }: Launch): SegmentOrder {
    const { workspaceId, runId, planHash, graph, mode } = this.start;
    return { workspaceId, runId, planHash, graph, mode, ...launch };
  }

  private async end(end: CoreEnd): Promise<RunEnded | undefined> {
    const { workspaceId, runId, planHash, mode } = this.start;
    switch (end.kind) {
      case 'done':
        if (!end.isSettled) await recordStatus({ workspaceId, runId, status: 'done' });
        return { status: 'done' };
      case 'closed':
        await recordStatus({ workspaceId, runId, status: 'closed-by-person' });
        return { status: 'closed-by-person' };
      case 'undo': {
        await this.tell();
        const { kind: _kind, ...order } = end;
        const result = await undoRun({ workspaceId, runId, planHash, mode, launch: this.core.startUndo(), ...order });
        if (result.kind === 'undone') return { status: end.as };
        this.core.leaveUndo(result);
        return undefined;
      }
    }
  }

  /** Writes the run's status where no segment can: several tokens decide it, or a person held or turned the run. */
  private async tell() {
    const status = this.core.status;
    const isOurs = this.core.isShared || status === 'paused' || status === 'undoing' || this.told !== undefined;
    if (!isOurs || status === this.told) return;
    this.told = this.core.isShared || status === 'paused' || status === 'undoing' ? status : undefined;
    await recordStatus({ workspaceId: this.start.workspaceId, runId: this.start.runId, status });
  }

  private get isDueToRoll(): boolean {
    const canLeave = this.core.isIdle && (this.rollOver.takesReady || !this.core.hasReady);
    return canLeave && this.core.end === undefined && this.rollOver.isDue;
  }

  private async roll(): Promise<void> {
    await condition(allHandlersFinished);
    await continueAsNew<typeof scenarioRun>({ ...this.start, resume: this.core.snapshot() });
  }

  private async untilNewsOrDeadline(seen: number) {
    const hasReady = () => !this.isHeld && this.core.hasReady;
    const isNews = () => this.news !== seen || hasReady() || this.core.end !== undefined;
    if (isNews()) return;
    const times = [this.core.nearestDeadline(), this.isHeld ? this.rollOver.heldUntil : undefined];
    const deadline = Math.min(...times.map((time) => time ?? Infinity));
    if (deadline === Infinity) await condition(isNews);
    else if (!(await condition(isNews, Math.max(1, deadline - Date.now())))) this.core.expire(Date.now());
  }
}
