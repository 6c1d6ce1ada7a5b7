import {
  CancellationScope,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { WAKE_SIGNAL } from '@potok/contracts/names';
import type { RunActivities, RunEnded, RunStart, SegmentOrder, Wake } from '@potok/contracts';
import { GraphCore, type CoreEnd, type Launch } from '@potok/scenario/interpreter';

// The policy of a step is counted in Postgres: the activity itself is tried without end, with the delay that the failing
// step asks for. A worker that dies is noticed by its heartbeat.
const { runSegment, undoRun } = proxyActivities<RunActivities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
  // Only a run that rolls over calls a segment back, and it may be launched again when nobody is in it any more.
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
});
const { recordStatus } = proxyLocalActivities<Pick<RunActivities, 'recordStatus'>>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '10 seconds' },
});

const wakeSignal = defineSignal<[Wake]>(WAKE_SIGNAL);
const HISTORY_CAP = 2000;
/** From here on a run does not wait until it happens to be idle: Temporal warns at 10,240 events and ends a run at 51,200. */
const DRAIN_CAP = 4000;
const DRAIN_BYTES = 4 * 1024 * 1024;
/** What is still in flight then (an operator that is down for days) is called back. */
const DRAIN_TIME = '20 seconds';

/** One run: walks the skeleton from segment to segment, waits for what they wait for, and ends as they end. */
export async function scenarioRun(start: RunStart): Promise<RunEnded> {
  return CancellationScope.nonCancellable(() => new Run(start).play());
}

class Run {
  private readonly core: GraphCore;
  /** Raised by everything that can change what is to be done next. */
  private news = 0;
  private told: string | undefined;
  private readonly inFlight = new Set<CancellationScope>();
  private isDraining = false;

  constructor(private readonly start: RunStart) {
    this.core = GraphCore.at(start.skeleton, start.graph, { resume: start.resume, engine: start.engine });
    setHandler(wakeSignal, (wake) => {
      this.core.take(wake);
      this.news += 1;
    });
  }

  async play(): Promise<RunEnded> {
    for (;;) {
      const seen = this.news;
      for (const launch of this.core.takeReady()) this.launch(launch);
      const ended = this.core.end === undefined ? undefined : await this.end(this.core.end);
      if (ended !== undefined) return ended;
      await this.tell();
      this.drainWhenLong();
      if (this.isDueToRoll) await this.roll();
      await this.untilNewsOrDeadline(seen);
    }
  }

  private launch(launch: Launch) {
    const scope = new CancellationScope();
    this.inFlight.add(scope);
    const back = (take: () => void) => {
      this.inFlight.delete(scope);
      take();
      this.news += 1;
    };
    scope
      .run(() => runSegment(this.orderOf(launch)))
      .then(
        (result) => {
          back(() => {
            this.core.leave(launch, result);
          });
        },
        (error: unknown) => {
          back(() => {
            if (scope.consideredCancelled && isCancellation(error)) this.core.giveBack(launch);
            // Only what no retry can mend comes here; the step's row says what it was.
            else this.core.leave(launch, { kind: 'parked', at: launch.from, visit: launch.atVisit ?? launch.visit });
          });
        },
      );
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
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return (
      this.core.isIdle &&
      !this.core.hasReady &&
      this.core.end === undefined &&
      (this.isDraining || continueAsNewSuggested || historyLength > HISTORY_CAP)
    );
  }

  /** A for-each whose window is full is never idle by itself: nothing more is launched, so that the run can roll over. */
  private drainWhenLong() {
    const { historyLength, historySize } = workflowInfo();
    if (this.isDraining || this.start.engine < 2 || this.core.end !== undefined) return;
    if (historyLength < DRAIN_CAP && historySize < DRAIN_BYTES) return;
    this.isDraining = true;
    this.core.drain();
    if (this.core.isIdle) return;
    void sleep(DRAIN_TIME).then(() => {
      for (const scope of this.inFlight) scope.cancel();
    });
  }

  private async roll(): Promise<void> {
    await condition(allHandlersFinished);
    await continueAsNew<typeof scenarioRun>({ ...this.start, resume: this.core.snapshot() });
  }

  private async untilNewsOrDeadline(seen: number) {
    const isNews = () => this.news !== seen || this.core.hasReady || this.core.end !== undefined;
    if (isNews()) return;
    const deadline = this.core.nearestDeadline();
    if (deadline === undefined) await condition(isNews);
    else if (!(await condition(isNews, Math.max(1, deadline - Date.now())))) this.core.expire(Date.now());
  }
}
