import {
  asFault,
  NodeFault,
  type Fault,
  type PlanStep,
  type PlanSteps,
  type RunMode,
  type SegmentEntry,
  type Visit,
} from '@potok/contracts';
import type { NodeDefinition } from '@potok/node-sdk';
import { closedAttempts, crashesOf, nextAttempt } from './attempt.js';
import { effectKey } from './effect-key.js';
import { evaluate } from './evaluate.js';
import type { Host } from './host.js';
import { settledMove, type Move } from './move.js';
import { CRASH_CAP, retryDelayMs, TryLater } from './retry.js';
import type { RunState } from './run-state.js';
import { settleFault } from './settle-fault.js';
import type { StepRecord } from './step-store.js';
import { timeLimit } from './time-limit.js';
import type { WaitRunner } from './wait-runner.js';

/** Executes one visit of a node of the registry: key, `started`, act, result, fault. */
export class StepRunner {
  constructor(
    readonly host: Host,
    readonly state: RunState,
    private readonly given: { readonly plan: PlanSteps; readonly waits: WaitRunner },
  ) {}

  async run(step: PlanStep, visit: Visit, entry: SegmentEntry): Promise<Move> {
    const known = this.state.step(step.id, visit);
    const settled = settledMove(known, entry);
    if (settled !== undefined) return settled;
    const definition = this.definitionOf(step);
    if (step.isSkipped || entry.kind === 'skip')
      return this.skip(step, visit, entry.kind === 'skip' ? entry.port : undefined);
    try {
      // Told by a person to try again: that counts anew once, not at each further try of the same order.
      const isFreshStart = entry.kind === 'retry' && known?.status === 'faulted';
      return await this.attempt({ step, visit, definition, known, isFreshStart });
    } catch (error) {
      if (error instanceof TryLater) throw error;
      this.host.signal.throwIfAborted();
      return await this.fail(step, visit, asFault(error));
    }
  }

  /** A person, or the drawing, passes over this step. */
  skip(step: PlanStep, visit: Visit, port?: string): Move {
    const known = this.state.step(step.id, visit);
    const now = this.host.now();
    const chosen = port ?? this.portsOf(step)[0] ?? 'done';
    this.state.record({
      ...(known ?? { node: step.id, visit, effect: step.effect, key: '', attempt: 0, attempts: [], startedAt: now }),
      status: 'skipped',
      port: chosen,
      endedAt: now,
    });
    return { kind: 'go', port: chosen };
  }

  /** Opens the waits whose key or address the step's values refer to. */
  async openAhead(step: PlanStep, visit: Visit): Promise<void> {
    const { plan, waits } = this.given;
    for (const id of step.opensBefore) {
      const wait = plan.nodes[id];
      if (wait === undefined) throw new NodeFault('broken', 'STEP_UNKNOWN', { facts: { node: id } });
      await waits.open(wait, visit);
    }
  }

  private async attempt(of: {
    step: PlanStep;
    visit: Visit;
    definition: NodeDefinition;
    known: StepRecord | undefined;
    isFreshStart: boolean;
  }): Promise<Move> {
    const { step, visit, definition } = of;
    if (of.known !== undefined && crashesOf(of.known.attempts) >= CRASH_CAP && !of.isFreshStart)
      throw new NodeFault('broken', 'STEP_CRASHES', { facts: { times: CRASH_CAP } });
    refuseUnvouched(this.state.run.mode, step, definition);
    await this.openAhead(step, visit);
    const scope = this.state.scopeAt(visit, this.given.plan);
    const input = of.known?.input ?? evaluate(step.params, scope, this.host.now());
    definition.checkInput(input);
    const key = effectKey(this.host.sha256, this.state.run, {
      node: step.id,
      visit,
      type: step.type,
      sameAs: definition.sameAs(input),
    });
    const started = this.state.record(
      nextAttempt(of.known, { step, visit, key, input, now: this.host.now(), isFreshStart: of.isFreshStart }),
    );
    // The undo is noted before the act, because a time-out can hide a success.
    if (definition.effect !== 'reads') await this.host.store.commit(this.state.take());
    const { output, port } = await this.act(definition, step, started);
    const now = this.host.now();
    this.state.record({
      ...withoutFault(started),
      status: 'done',
      output,
      port,
      attempts: closedAttempts(started.attempts, now),
      endedAt: now,
    });
    return { kind: 'go', port };
  }

  private async act(definition: NodeDefinition, step: PlanStep, started: StepRecord) {
    const client = definition.gateway === undefined ? undefined : await this.host.connect(step);
    const limit = timeLimit(this.host.signal, step.timeoutMs);
    try {
      const acting = this.host.inStep({ node: step.id, visit: started.visit, attempt: triesOf(started) }, () =>
        definition.run({
          input: started.input,
          client,
          services: this.host.services(definition.needs, { node: step.id, key: started.key }),
          key: started.key,
          signal: limit.signal,
          log: (event, facts) => this.host.log(event, { runId: this.state.run.runId, node: step.id, ...facts }),
        }),
      );
      return await Promise.race([acting, limit.over]);
    } finally {
      limit.clear();
    }
  }

  private async fail(step: PlanStep, visit: Visit, fault: Fault): Promise<Move> {
    const now = this.host.now();
    const known =
      this.state.step(step.id, visit) ??
      this.state.record(nextAttempt(undefined, { step, visit, key: '', input: undefined, now, isFreshStart: true }));
    const attempts = closedAttempts(known.attempts, now, fault);
    const delayMs = retryDelayMs(fault, step.retry, known.attempt);
    if (delayMs !== undefined) {
      this.state.record({
        ...known,
        status: 'retrying',
        fault,
        attempts,
        nextTryAt: new Date(now.getTime() + delayMs),
      });
      await this.host.store.commit(this.state.take());
      throw new TryLater(delayMs, fault);
    }
    return settleFault(this, { step, ports: () => this.portsOf(step), known: { ...known, attempts } }, fault);
  }

  private definitionOf(step: PlanStep): NodeDefinition {
    const definition = this.host.find(step.type, step.typeVersion);
    if (definition.kind !== 'node') throw new NodeFault('broken', 'NOT_A_NODE', { facts: { type: step.type } });
    return definition;
  }

  private portsOf(step: PlanStep): readonly string[] {
    return this.host.find(step.type, step.typeVersion).ports;
  }
}

const triesOf = ({ attempts }: StepRecord): number => attempts.at(-1)?.number ?? 1;

const withoutFault = ({ fault: _fault, nextTryAt: _nextTryAt, ...rest }: StepRecord) => rest;

/** A trial acts through accounts that are marked as a test contour; what acts through none, nobody vouches for. */
const refuseUnvouched = (mode: RunMode, step: PlanStep, { gateway, effect }: NodeDefinition): void => {
  if (mode === 'trial' && gateway === undefined && effect !== 'reads')
    throw new NodeFault('refused', 'TRIAL_ACTS_OUTSIDE', { facts: { steps: [step.name] } });
};
