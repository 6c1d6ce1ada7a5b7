import type { NodeId, PlanSteps, Visit } from '@potok/contracts';
import { boundParameters, type Scope } from '@potok/scenario';
import { nearestVisit } from '@potok/scenario/interpreter';
import type { Changes, RunContext, RunPatch, StepRecord, WaitRecord } from './step-store.js';

const placeOf = (node: NodeId, visit: Visit) => `${node}@${visit}`;

/**
 * What a segment knows and has not yet written. Finished reads and pure steps travel with the next write; `take` empties
 * the list for it.
 */
export class RunState {
  private readonly steps = new Map<string, StepRecord>();
  private readonly waits = new Map<string, WaitRecord>();
  private dirtySteps = new Map<string, StepRecord>();
  private dirtyWaits: WaitRecord[] = [];
  private closing: { id: string; status: 'answered' | 'closed' }[] = [];
  private nextSeq: number;

  constructor(
    readonly run: RunContext,
    launch: number,
    /** No other token decides: the run's own status may be written with the steps. */
    private readonly isAlone = false,
  ) {
    for (const step of run.steps) this.steps.set(placeOf(step.node, step.visit), step);
    for (const wait of run.waits) this.waits.set(placeOf(wait.node, wait.visit), wait);
    // Leaves room for the steps of one segment, so that no counter is shared between branches.
    this.nextSeq = launch * 10_000;
  }

  step(node: NodeId, visit: Visit): StepRecord | undefined {
    return this.steps.get(placeOf(node, visit));
  }

  record(step: Omit<StepRecord, 'seq'>): StepRecord {
    const place = placeOf(step.node, step.visit);
    const known = this.steps.get(place);
    const kept = { ...step, seq: known?.seq ?? (this.nextSeq += 1) };
    this.steps.set(place, kept);
    this.dirtySteps.set(place, kept);
    return kept;
  }

  /** The wait of this node that can be seen from here: its own, or one that was opened earlier for a step before it. */
  wait(node: NodeId, from: Visit): WaitRecord | undefined {
    const visits = [...this.waits.values()]
      .filter((wait) => wait.node === node && wait.status === 'open')
      .map((wait) => wait.visit);
    const visit = nearestVisit(from, visits);
    return visit === undefined ? undefined : this.waits.get(placeOf(node, visit));
  }

  openWait(wait: WaitRecord): void {
    this.waits.set(placeOf(wait.node, wait.visit), wait);
    this.dirtyWaits.push(wait);
  }

  closeWait(wait: WaitRecord, status: 'answered' | 'closed'): void {
    this.waits.set(placeOf(wait.node, wait.visit), { ...wait, status });
    this.dirtyWaits = this.dirtyWaits.filter((open) => open.id !== wait.id);
    this.closing.push({ id: wait.id, status });
  }

  get isDirty(): boolean {
    return this.dirtySteps.size + this.dirtyWaits.length + this.closing.length > 0;
  }

  /** `hear`: the wait whose news are to be answered with the write. */
  take(patch?: RunPatch, hear?: string): Changes {
    const run = this.isAlone ? patch : undefined;
    const changes: Changes = {
      steps: [...this.dirtySteps.values()],
      openWaits: this.dirtyWaits,
      closeWaits: this.closing,
      ...(run === undefined ? {} : { run }),
      ...(hear === undefined ? {} : { hear }),
    };
    this.dirtySteps = new Map();
    this.dirtyWaits = [];
    this.closing = [];
    return changes;
  }

  /** The names that expressions see at a visit. */
  scopeAt(visit: Visit, plan: PlanSteps): Omit<Scope, 'now'> {
    const outputs: Record<string, unknown> = {};
    for (const [node, visits] of this.visitsByNode()) {
      const nearest = nearestVisit(visit, visits);
      const step = nearest === undefined ? undefined : this.steps.get(placeOf(node, nearest));
      if (step?.output !== undefined) outputs[node] = step.output;
    }
    const offers: Record<string, unknown> = {};
    for (const wait of this.waits.values()) {
      if (nearestVisit(visit, [wait.visit]) !== undefined) offers[wait.node] = wait.offers;
    }
    return {
      trigger: this.run.trigger,
      params: boundParameters(plan.parameters, this.run.parameters),
      run: { id: this.run.runId, startedAt: this.run.startedAt.toISOString(), mode: this.run.mode },
      steps: outputs,
      waits: offers,
      ...this.itemAt(visit),
    };
  }

  private visitsByNode() {
    const byNode = new Map<NodeId, Visit[]>();
    for (const step of this.steps.values()) {
      if (step.status !== 'done') continue;
      const visits = byNode.get(step.node);
      if (visits === undefined) byNode.set(step.node, [step.visit]);
      else visits.push(step.visit);
    }
    return byNode;
  }

  /** The innermost item of a for-each that this visit lies in: the list was fixed when the for-each was reached. */
  private itemAt(visit: Visit): Partial<Pick<Scope, 'item' | 'itemIndex'>> {
    const parts = visit.split('/');
    for (let at = parts.length - 2; at > 0; at -= 2) {
      const part = parts[at] ?? '';
      if (part.startsWith('~')) continue;
      const outer = parts.slice(0, at).join('/');
      const each = [...this.steps.values()].find((step) => step.visit === outer && isItems(step.output));
      if (each !== undefined && isItems(each.output))
        return { item: each.output.items[Number(part)], itemIndex: Number(part) };
    }
    return {};
  }
}

/** The list of a for-each, as it was fixed when the for-each was reached. */
export const isItems = (output: unknown): output is { readonly items: readonly unknown[] } =>
  typeof output === 'object' &&
  output !== null &&
  'items' in output &&
  'isForEach' in output &&
  Array.isArray(output.items);
