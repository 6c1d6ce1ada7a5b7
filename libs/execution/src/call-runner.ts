import {
  asFault,
  NodeFault,
  uuidOf,
  type PlanStep,
  type PlanSteps,
  type SegmentEntry,
  type Skeleton,
  type Visit,
} from '@potok/contracts';
import { effectKey } from './effect-key.js';
import { evaluate } from './evaluate.js';
import type { Host } from './host.js';
import { settledMove, type Move } from './move.js';
import type { RunState } from './run-state.js';
import { settleFault } from './settle-fault.js';
import type { StepRecord } from './step-store.js';

interface Call {
  readonly scenarioId: string;
  readonly input: unknown;
}

/**
 * Calls another scenario: a run of its own, whose id is made of the visit's key, so that a repeat calls nobody twice. The
 * wait is written before the child exists, so that its end cannot be missed; the end wakes this run.
 */
export class CallRunner {
  constructor(
    readonly host: Host,
    readonly state: RunState,
    private readonly plan: { readonly steps: PlanSteps; readonly skeleton: Skeleton },
  ) {}

  async run(step: PlanStep, visit: Visit, entry: SegmentEntry): Promise<Move> {
    const known = this.state.step(step.id, visit);
    const settled = settledMove(known, entry);
    if (settled !== undefined) return settled;
    if (step.isSkipped || entry.kind === 'skip') return this.leave(step, visit, { status: 'skipped' });
    try {
      return await this.attend(step, visit, known);
    } catch (error) {
      this.host.signal.throwIfAborted();
      return await settleFault(this, { step, ports: () => ['done'], known: this.known(step, visit) }, asFault(error));
    }
  }

  private async attend(step: PlanStep, visit: Visit, known: StepRecord | undefined): Promise<Move> {
    const { sha256 } = this.host;
    const key = effectKey(sha256, this.state.run, { node: step.id, visit, type: step.type, sameAs: 'visit' });
    const runId = uuidOf(key);
    if (known?.status !== 'waiting') await this.begin(step, visit, { key, runId });
    const end = await this.host.findEnd(runId);
    if (end !== undefined) return this.leave(step, visit, { status: 'done', output: { runId, status: end.status } });
    return {
      kind: 'waiting',
      isTold: false,
      visit,
      event: 'run',
      since: this.state.step(step.id, visit)?.startedAt ?? this.host.now(),
    };
  }

  private async begin(
    step: PlanStep,
    visit: Visit,
    { key, runId }: { readonly key: string; readonly runId: string },
  ): Promise<void> {
    const now = this.host.now();
    const call = evaluate(step.params, this.state.scopeAt(visit, this.plan.steps), now) as Call;
    const planHash = this.plan.skeleton.calls[step.id];
    if (planHash === undefined) throw new NodeFault('broken', 'CALL_NOT_PINNED', { facts: { node: step.id } });
    this.state.openWait({
      id: this.host.newId(),
      node: step.id,
      visit,
      event: 'run',
      key: runId,
      token: '',
      status: 'open',
      offers: {},
      facts: { runId },
    });
    this.state.record({
      node: step.id,
      visit,
      status: 'waiting',
      effect: 'reads',
      key,
      input: call,
      attempt: 1,
      attempts: [],
      startedAt: now,
    });
    await this.host.store.commit(this.state.take());
    await this.host.startChild({ runId, scenarioId: call.scenarioId, planHash, input: call.input ?? {} });
  }

  private leave(
    step: PlanStep,
    visit: Visit,
    of: { readonly status: 'done' | 'skipped'; readonly output?: unknown },
  ): Move {
    const wait = this.state.wait(step.id, visit);
    if (wait !== undefined) this.state.closeWait(wait, of.status === 'done' ? 'answered' : 'closed');
    this.settle(step, visit, { port: 'done', ...of });
    return { kind: 'go', port: 'done' };
  }

  private settle(step: PlanStep, visit: Visit, as: Pick<StepRecord, 'status'> & Partial<StepRecord>): void {
    this.state.record({ ...this.known(step, visit), ...as, endedAt: this.host.now() });
  }

  private known(step: PlanStep, visit: Visit): Omit<StepRecord, 'seq'> {
    const fresh = { effect: 'reads', key: '', attempt: 1, attempts: [], startedAt: this.host.now() } as const;
    return { status: 'faulted', ...fresh, ...this.state.step(step.id, visit), node: step.id, visit };
  }
}
