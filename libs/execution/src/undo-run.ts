import {
  asFault,
  NodeFault,
  uuidOf,
  type Fault,
  type Plan,
  type RunCommandKind,
  type StepPlace,
  type UndoOrder,
  type UndoResult,
} from '@potok/contracts';
import type { CalledRun, UndoFailure, UndoHost } from './called-runs.js';
import { retryDelayMs, TryLater } from './retry.js';
import { RunState } from './run-state.js';
import type { RunContext, StepRecord } from './step-store.js';
import { timeLimit } from './time-limit.js';

/** What a person has said of a step whose undo failed. */
type Said = Extract<RunCommandKind, 'retry-step' | 'skip-step'>;
type PassResult = Exclude<UndoResult, { readonly kind: 'failed' }> | ({ readonly kind: 'failed' } & UndoFailure);

/** An ended run has no launches of its own any more: the passes of its caller share this one, each taking its fence. */
const CALLED_LAUNCH = 0;
/** How often to look at a called run whose end wakes nobody. */
const LOOK_MS = 5000;

/**
 * Undoes a run backwards: every undoable visit that ever `started`, the latest first, each once by its key. Runs that it has
 * called and that still go on are stopped first and waited for; into those that are done the undo goes in their place of the
 * order. Goes on after an interruption with what is not yet undone. A failure stops it with both causes kept.
 */
export const undoRun = async (
  plan: Plan,
  host: UndoHost,
  given: Pick<UndoOrder, 'launch' | 'as' | 'passOver' | 'again'>,
): Promise<UndoResult> => {
  const said = (step: StepRecord): Said | undefined => {
    if (isAt(step, given.passOver)) return 'skip-step';
    return isAt(step, given.again) ? 'retry-step' : undefined;
  };
  const result = await pass(plan, host, { launch: given.launch, as: given.as, said, isNested: false });
  return result.kind === 'failed' ? { kind: 'failed', at: result.at.node, visit: result.at.visit } : result;
};

interface PassOrder {
  readonly launch: number;
  readonly as: UndoOrder['as'];
  readonly said: (step: StepRecord) => Said | undefined;
  /** In a run that has ended, under the undo of its caller. */
  readonly isNested: boolean;
}

const pass = async (plan: Plan, host: UndoHost, order: PassOrder): Promise<PassResult> =>
  new UndoPass(plan, host, {
    order,
    context: await host.store.begin({ kind: 'undo', calls: Object.keys(plan.skeleton.calls) }),
  }).go();

class UndoPass {
  private readonly order: PassOrder;
  private readonly context: RunContext;
  private readonly state: RunState;

  constructor(
    private readonly plan: Plan,
    private readonly host: UndoHost,
    given: { readonly order: PassOrder; readonly context: RunContext },
  ) {
    this.order = given.order;
    this.context = given.context;
    this.state = new RunState(given.context, given.order.launch, true);
  }

  async go(): Promise<PassResult> {
    const stopped = await this.stopCalled();
    if (stopped !== undefined) return stopped;
    for (const step of this.backwards()) {
      const failed = this.isCall(step) ? await this.undoCall(step) : await this.undoStep(step);
      if (failed !== undefined) return failed;
    }
    return { kind: 'undone' };
  }

  /** Called runs that still go on: all are told at once, and one whose undo has failed stops this undo too. */
  private async stopCalled(): Promise<PassResult | undefined> {
    const open: StepRecord[] = [];
    let failed: { readonly call: StepRecord; readonly failure: UndoFailure } | undefined;
    for (const call of this.backwards().filter((step) => this.isCall(step))) {
      const called = await this.host.called.find(calledBy(call));
      if (called === undefined || called.isEnded) continue;
      open.push(call);
      const failure = await this.stop(call, called);
      if (failure !== undefined) failed ??= { call, failure };
    }
    if (failed !== undefined) return this.failCall(failed.call, failed.failure);
    const unheard = open.find((call) => this.order.isNested || this.waitOf(call) === undefined);
    if (unheard !== undefined) throw stillOpen(unheard);
    return open.length === 0 ? undefined : { kind: 'waiting' };
  }

  private async stop(call: StepRecord, { failure }: CalledRun): Promise<UndoFailure | undefined> {
    const told = `caller/${this.context.runId}`;
    if (failure === undefined) {
      const kind = this.order.as === 'cancelled' ? 'cancel' : 'undo';
      await this.host.called.order(calledBy(call), { id: `${told}/stop`, kind });
      return undefined;
    }
    const said = this.order.said(call);
    if (said === undefined) return failure;
    // What a person says of the call is meant for the step of the called run at which its undo stands.
    await this.host.called.order(calledBy(call), { id: `${told}/${this.order.launch}`, kind: said });
    return undefined;
  }

  private async undoCall(call: StepRecord): Promise<PassResult | undefined> {
    const called = await this.host.called.find(calledBy(call));
    // What a person has closed is that person's to settle.
    if (called === undefined || called.status === 'closed-by-person') return undefined;
    if (called.status === 'done') {
      const { plan, host } = await this.host.called.open(calledBy(call), CALLED_LAUNCH);
      const said = this.order.said(call);
      const result = await pass(plan, host, {
        launch: CALLED_LAUNCH,
        as: this.order.as,
        said: (step) => (step.status === 'undo-failed' ? said : undefined),
        isNested: true,
      });
      if (result.kind === 'failed') return this.failCall(call, result);
    }
    const wait = this.waitOf(call);
    if (wait !== undefined) this.state.closeWait(wait, 'closed');
    await this.settle(call, 'undone');
    return undefined;
  }

  private async failCall(call: StepRecord, { at, fault }: UndoFailure): Promise<PassResult> {
    const facts = { runId: calledBy(call), node: at.node, visit: at.visit, code: fault.code };
    return this.park(call, { kind: fault.kind, code: 'CALLED_UNDO_FAILED', facts });
  }

  private async undoStep(step: StepRecord): Promise<PassResult | undefined> {
    const isPassedOver = this.order.said(step) === 'skip-step';
    const fault = isPassedOver ? undefined : await compensate(this.plan, this.host, step);
    if (fault !== undefined) return this.failStep(step, fault);
    await this.settle(step, isPassedOver ? 'skipped' : 'undone');
    return undefined;
  }

  /** Tries again while the policy allows; then a person is needed, and both causes stay in the row. */
  private async failStep(step: StepRecord, fault: Fault): Promise<PassResult> {
    const attempt = step.status === 'undo-failed' ? step.attempt + 1 : 1;
    const policy = this.plan.steps.nodes[step.node]?.retry;
    const delayMs = policy === undefined ? undefined : retryDelayMs(fault, policy, attempt);
    if (delayMs === undefined) return this.park({ ...step, attempt }, fault);
    this.state.record({ ...step, status: 'undo-failed', undoFault: fault, attempt });
    await this.host.store.commit(this.state.take());
    throw new TryLater(delayMs, fault);
  }

  private async park(step: StepRecord, fault: Fault): Promise<PassResult> {
    this.state.record({ ...step, status: 'undo-failed', undoFault: fault });
    const { node, visit } = step;
    await this.host.store.commit(
      this.state.take(this.order.isNested ? undefined : { kind: 'parked', node, visit, fault }),
    );
    return { kind: 'failed', at: { node, visit }, fault };
  }

  private async settle(step: StepRecord, status: 'undone' | 'skipped'): Promise<void> {
    this.state.record({ ...step, status, endedAt: this.host.now() });
    await this.host.store.commit(this.state.take());
  }

  private backwards(): readonly StepRecord[] {
    return (
      this.context.steps
        .filter((step) => step.key !== '' && step.status !== 'undone')
        // A call that was skipped has begun all the same: what it has started goes on without being waited for.
        .filter((step) => this.isCall(step) || (step.effect === 'undoable' && step.status !== 'skipped'))
        .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime() || b.seq - a.seq)
    );
  }

  private isCall({ node }: StepRecord): boolean {
    return this.plan.skeleton.calls[node] !== undefined;
  }

  /** The wait through which the end of the called run wakes this one. */
  private waitOf({ node, visit }: StepRecord) {
    return this.context.waits.find((wait) => isAt(wait, { node, visit }));
  }
}

const calledBy = (call: StepRecord): string => uuidOf(call.key);

const isAt = (step: StepPlace, place: StepPlace | undefined): boolean =>
  place?.node === step.node && place.visit === step.visit;

const stillOpen = (call: StepRecord): TryLater =>
  new TryLater(LOOK_MS, { kind: 'unavailable', code: 'CALLED_RUN_OPEN', facts: { runId: calledBy(call) } });

const compensate = async (plan: Plan, host: UndoHost, record: StepRecord): Promise<Fault | undefined> => {
  try {
    const step = plan.steps.nodes[record.node];
    if (step === undefined) throw new NodeFault('broken', 'STEP_UNKNOWN', { facts: { node: record.node } });
    const definition = host.find(step.type, step.typeVersion);
    const compensate = definition.kind === 'node' ? definition.compensate : undefined;
    if (definition.kind !== 'node' || compensate === undefined)
      throw new NodeFault('broken', 'NO_UNDO', { facts: { type: step.type } });
    const client = definition.gateway === undefined ? undefined : await host.connect(step);
    const limit = timeLimit(host.signal, step.timeoutMs);
    try {
      const undoing = host.inStep({ node: step.id, visit: record.visit, isUndo: true }, () =>
        compensate({
          input: record.input,
          output: record.port === undefined ? undefined : record.output,
          client,
          services: host.services(definition.needs, { node: step.id, key: record.key }),
          key: record.key,
          signal: limit.signal,
          log: (event, facts) => host.log(event, { node: step.id, ...facts }),
        }),
      );
      await Promise.race([undoing, limit.over]);
    } finally {
      limit.clear();
    }
    return undefined;
  } catch (error) {
    host.signal.throwIfAborted();
    return asFault(error);
  }
};
