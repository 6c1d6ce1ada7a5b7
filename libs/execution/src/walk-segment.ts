import {
  NodeFault,
  asFault,
  type Plan,
  type PlanStep,
  type SegmentOrder,
  type SegmentResult,
  type SkeletonGraph,
} from '@potok/contracts';
import { mapGraph, type GraphMap } from '@potok/scenario/interpreter';
import { CallRunner } from './call-runner.js';
import { decide, evaluate } from './evaluate.js';
import type { Host } from './host.js';
import type { Move } from './move.js';
import { isItems, RunState } from './run-state.js';
import { wantsOf } from './segment-needs.js';
import { settleFault } from './settle-fault.js';
import { StepRunner } from './step-runner.js';
import type { RunPatch } from './step-store.js';
import { WaitRunner } from './wait-runner.js';

/**
 * Walks the steps of one segment until a wait, a branch, a fault or the end stops it. Every write is conditional on the
 * fence; a retry goes on after the last written step. Throws TryLater (all is written, come back), FenceLost, or the
 * reason of the host's signal.
 */
export const walkSegment = async (plan: Plan, order: SegmentOrder, host: Host): Promise<SegmentResult> => {
  const graph =
    order.graph === 'main' ? plan.skeleton.main : plan.skeleton.paths.find((path) => path.id === order.graph)?.graph;
  if (graph === undefined) throw new NodeFault('broken', 'PATH_UNKNOWN', { facts: { path: order.graph } });
  const context = await host.store.begin(wantsOf(plan, graph, order));
  // The answer to the workflow was lost after the run had ended.
  if (context.isEnded) return { kind: 'ended', at: order.from, hasSettledRun: true };
  return new Walk(plan, order, { host, state: new RunState(context, order.launch, order.isAlone), graph }).go();
};

class Walk {
  private readonly map: GraphMap;
  private readonly steps: StepRunner;
  private readonly waits: WaitRunner;
  private readonly calls: CallRunner;
  readonly host: Host;
  readonly state: RunState;

  constructor(
    private readonly plan: Plan,
    private readonly order: SegmentOrder,
    given: { readonly host: Host; readonly state: RunState; readonly graph: SkeletonGraph },
  ) {
    this.host = given.host;
    this.state = given.state;
    this.map = mapGraph(given.graph);
    this.waits = new WaitRunner(this.host, this.state, plan.steps);
    this.steps = new StepRunner(this.host, this.state, { plan: plan.steps, waits: this.waits });
    this.calls = new CallRunner(this.host, this.state, plan);
  }

  async go(): Promise<SegmentResult> {
    let at = this.order.from;
    for (let isFirst = true; ; isFirst = false) {
      this.host.signal.throwIfAborted();
      const move = await this.visit(at, isFirst);
      if (move.kind !== 'go') return this.stop(at, move);
      const next = this.map.next(at, move.port);
      if (next === undefined) return this.end(at);
      if (this.map.isBack(at, next)) return this.stopped({ kind: 'left', at, port: move.port });
      at = next;
    }
  }

  private async visit(at: string, isFirst: boolean): Promise<Move> {
    const node = this.map.node(at);
    // A wait that was opened ahead of its turn is recorded where it was opened.
    const visit = isFirst ? (this.order.atVisit ?? this.order.visit) : this.order.visit;
    const entry = isFirst ? this.order.entry : ({ kind: 'enter' } as const);
    switch (node.kind) {
      case 'fork':
      case 'join':
        return { kind: 'boundary' };
      case 'each':
        return this.atForEach(this.stepOf(at));
      case 'stop':
        this.note(this.stepOf(at), { port: 'done', output: this.evaluated(this.stepOf(at)) });
        return { kind: 'stopped' };
      case 'wait':
        return this.waits.run(this.stepOf(at), visit, entry);
      case 'call':
        return this.calls.run(this.stepOf(at), visit, entry);
      case 'step':
        return this.atStep(this.stepOf(at), entry);
    }
  }

  private atStep(step: PlanStep, entry: SegmentOrder['entry']): Promise<Move> {
    return step.type === 'flow.decide' ? this.decide(step) : this.steps.run(step, this.order.visit, entry);
  }

  private async decide(step: PlanStep): Promise<Move> {
    const known = this.state.step(step.id, this.order.visit);
    if (known?.status === 'done') return { kind: 'go', port: known.port ?? 'otherwise' };
    try {
      await this.steps.openAhead(step, this.order.visit);
      const taken = decide(step.params, this.state.scopeAt(this.order.visit, this.plan.steps), this.host.now());
      this.note(step, { port: taken, output: { port: taken } });
      return { kind: 'go', port: taken };
    } catch (error) {
      return await this.fail(step, error, 'otherwise');
    }
  }

  /** The list is fixed here, once: items are then taken from it by index, whatever happens to what it was made from. */
  private async atForEach(step: PlanStep): Promise<Move> {
    const known = this.state.step(step.id, this.order.visit);
    if (known?.status === 'done')
      return isItems(known.output)
        ? { kind: 'boundary', count: known.output.items.length }
        : { kind: 'go', port: known.port ?? 'done' };
    try {
      const items = this.evaluated(step, step.params['items']);
      if (!Array.isArray(items)) throw new NodeFault('invalid', 'NOT_A_LIST', { facts: { node: step.id } });
      this.note(step, { port: 'done', output: { isForEach: true, count: items.length, items } });
      return { kind: 'boundary', count: items.length };
    } catch (error) {
      return await this.fail(step, error, 'done');
    }
  }

  private fail(step: PlanStep, error: unknown, port: string): Promise<Move> {
    const { visit } = this.order;
    const startedAt = this.host.now();
    const fresh = { status: 'faulted', effect: 'reads', key: '', attempt: 1, attempts: [], startedAt } as const;
    return settleFault(this, { step, ports: () => [port], known: { ...fresh, node: step.id, visit } }, asFault(error));
  }

  private note(step: PlanStep, done: { readonly port: string; readonly output: unknown }) {
    if (this.state.step(step.id, this.order.visit)?.status === 'done') return;
    const now = this.host.now();
    this.state.record({
      node: step.id,
      visit: this.order.visit,
      status: 'done',
      effect: 'reads',
      key: '',
      attempt: 1,
      attempts: [],
      startedAt: now,
      endedAt: now,
      ...done,
    });
  }

  private evaluated(step: PlanStep, value: unknown = step.params): unknown {
    return evaluate(value, this.state.scopeAt(this.order.visit, this.plan.steps), this.host.now());
  }

  private stepOf(id: string): PlanStep {
    const step = this.plan.steps.nodes[id];
    if (step === undefined) throw new NodeFault('broken', 'STEP_UNKNOWN', { facts: { node: id } });
    return step;
  }

  private async stop(at: string, move: Exclude<Move, { kind: 'go' }>): Promise<SegmentResult> {
    switch (move.kind) {
      case 'boundary':
        return this.stopped({ kind: 'boundary', at, ...(move.count === undefined ? {} : { count: move.count }) });
      case 'stopped':
        return this.stopped({ kind: 'stopped', at, hasSettledRun: this.order.isAlone }, { kind: 'done' });
      case 'undo':
        return this.stopped({ kind: 'undo', at });
      case 'parked':
        return this.stopped(
          { kind: 'parked', at, visit: move.visit },
          { kind: 'parked', node: move.node, visit: move.visit, fault: move.fault },
        );
      case 'waiting':
        return this.stopped(
          {
            kind: 'waiting',
            at,
            visit: move.visit,
            ...(move.deadline === undefined ? {} : { deadlineAt: move.deadline.getTime() }),
          },
          {
            kind: 'waiting',
            node: at,
            waitKind: move.event,
            since: move.since,
            ...(move.deadline === undefined ? {} : { deadline: move.deadline }),
          },
          move.isTold,
        );
    }
  }

  private end(at: string): Promise<SegmentResult> {
    return this.stopped({ kind: 'ended', at, hasSettledRun: this.order.isAlone }, { kind: 'done' });
  }

  /** `isTold`: the run's status was written with the last steps. */
  private async stopped(result: SegmentResult, run?: RunPatch, isTold = false): Promise<SegmentResult> {
    const patch = this.order.isAlone && !isTold ? run : undefined;
    if (patch !== undefined || this.state.isDirty) await this.host.store.commit(this.state.take(patch));
    return result;
  }
}
