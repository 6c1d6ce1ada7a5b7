import { asFault, NodeFault, type PlanStep, type PlanSteps, type SegmentEntry, type Visit } from '@potok/contracts';
import type { AnyWork, OpenedWait, WaitAnswer, WaitDefinition, WaitNews } from '@potok/node-sdk';
import { effectKey } from './effect-key.js';
import { evaluate } from './evaluate.js';
import type { Host } from './host.js';
import { settledMove, type Move } from './move.js';
import { retryDelayMs, TryLater } from './retry.js';
import type { RunState } from './run-state.js';
import { settleFault } from './settle-fault.js';
import type { StepRecord, WaitRecord } from './step-store.js';

interface Until {
  readonly since: Date;
  readonly deadline?: Date;
}

/** Opens waits, hands them their news, closes them. */
export class WaitRunner {
  constructor(
    readonly host: Host,
    readonly state: RunState,
    private readonly plan: PlanSteps,
  ) {}

  async run(step: PlanStep, visit: Visit, entry: SegmentEntry): Promise<Move> {
    const known = this.state.step(step.id, visit);
    const settled = settledMove(known, entry);
    if (settled !== undefined) return settled;
    if (step.isSkipped) return this.skip(step, visit, undefined);
    try {
      return await this.attend(step, visit, entry);
    } catch (error) {
      if (error instanceof TryLater) throw error;
      this.host.signal.throwIfAborted();
      return await this.fail(step, visit, error);
    }
  }

  /** Opens the wait, if it is not open: also ahead of its turn, for a step that refers to its key or address. */
  async open(
    step: PlanStep,
    visit: Visit,
  ): Promise<{ readonly wait: WaitRecord; readonly opened: OpenedWait<unknown> | undefined }> {
    const existing = this.state.wait(step.id, visit);
    if (existing !== undefined) return { wait: existing, opened: undefined };
    const work = this.workOf(step, visit);
    const token = this.host.newToken();
    const opened = await this.definitionOf(step).open({
      ...work,
      now: this.host.now(),
      token,
      callbackUrl: this.host.callbackUrl(token),
    });
    const wait: WaitRecord = {
      id: this.host.newId(),
      node: step.id,
      visit,
      event: this.definitionOf(step).event,
      key: opened.key,
      token,
      status: 'open',
      ...(opened.deadline === undefined ? {} : { deadlineAt: opened.deadline }),
      offers: opened.offers ?? {},
      facts: opened.facts ?? {},
    };
    this.state.openWait(wait);
    return { wait, opened };
  }

  private async attend(step: PlanStep, visit: Visit, entry: SegmentEntry): Promise<Move> {
    if (entry.kind === 'skip') return this.skip(step, visit, entry.port);
    const { wait, opened } = await this.open(step, visit);
    this.noteWaiting(step, visit, wait);
    const hasExpired = entry.kind === 'expire';
    const until = this.untilWhen(step, visit, { wait, hasExpired });
    const isExpired = hasExpired || this.isOver(wait);
    const isNew = this.state.isDirty;
    const answer = opened?.answer ?? (await this.hear(step, visit, { wait, isExpired, isNew, until }));
    if (answer !== undefined) {
      this.state.closeWait(wait, 'answered');
      return this.leave(step, visit, { ...answer, status: 'done' });
    }
    return { kind: 'waiting', visit: wait.visit, event: wait.event, ...until, isTold: isNew && !looksAgain(wait) };
  }

  private untilWhen(
    step: PlanStep,
    visit: Visit,
    { wait, hasExpired }: { readonly wait: WaitRecord; readonly hasExpired: boolean },
  ): Until {
    const since = this.state.step(step.id, visit)?.startedAt ?? this.host.now();
    return { since, ...(hasExpired || wait.deadlineAt === undefined ? {} : { deadline: wait.deadlineAt }) };
  }

  /**
   * Writes the open wait and hears with it what came meanwhile: an event that was handled before the wait could be seen has
   * left its mark in what `open` reads, one that came after has left news, and one that comes from now on wakes the run. So
   * none is missed.
   */
  private async hear(
    step: PlanStep,
    visit: Visit,
    of: { wait: WaitRecord; isExpired: boolean; isNew: boolean; until: Until },
  ): Promise<WaitAnswer<unknown> | undefined> {
    const { wait, isNew } = of;
    const waiting = { kind: 'waiting', node: step.id, waitKind: wait.event, ...of.until } as const;
    const heard = isNew
      ? await this.host.store.commit(this.state.take(looksAgain(wait) ? undefined : waiting, wait.id))
      : this.host.store.newsAtBegin(wait.id);
    const definition = this.definitionOf(step);
    const work = this.workOf(step, visit);
    for (const { id, ...news } of heard) {
      const answer = await definition.take({ ...work, now: this.host.now() }, news);
      if (answer !== undefined) return answer;
      await this.host.store.markTaken(wait.id, [id]);
    }
    if (of.isExpired) return this.takeDeadline(definition, work);
    if (isNew && looksAgain(wait)) {
      const again = await definition.open({
        ...work,
        now: this.host.now(),
        token: wait.token,
        callbackUrl: this.host.callbackUrl(wait.token),
      });
      return again.answer;
    }
    return undefined;
  }

  private isOver(wait: WaitRecord): boolean {
    return wait.deadlineAt !== undefined && wait.deadlineAt <= this.host.now();
  }

  private async takeDeadline(definition: WaitDefinition, work: AnyWork): Promise<WaitAnswer<unknown> | undefined> {
    const news: WaitNews = { kind: 'deadline', at: this.host.now().toISOString() };
    return definition.take({ ...work, now: this.host.now() }, news);
  }

  private noteWaiting(step: PlanStep, visit: Visit, wait: WaitRecord) {
    const known = this.state.step(step.id, visit);
    if (known?.status === 'waiting') return;
    const now = this.host.now();
    this.state.record({
      node: step.id,
      visit,
      status: 'waiting',
      effect: step.effect,
      key: this.keyOf(step, visit),
      input: this.inputOf(step, visit),
      attempt: known?.attempt ?? 1,
      attempts: known?.attempts ?? [],
      output: { offers: wait.offers },
      startedAt: known?.startedAt ?? now,
    });
  }

  private skip(step: PlanStep, visit: Visit, port: string | undefined): Move {
    const open = this.state.wait(step.id, visit);
    if (open !== undefined) this.state.closeWait(open, 'closed');
    return this.leave(step, visit, {
      port: port ?? this.definitionOf(step).ports[0] ?? 'done',
      output: undefined,
      status: 'skipped',
    });
  }

  private leave(
    step: PlanStep,
    visit: Visit,
    { status, ...answer }: { readonly port: string; readonly output: unknown; readonly status: 'done' | 'skipped' },
  ): Move {
    const now = this.host.now();
    const known = this.state.step(step.id, visit);
    const { fault: _fault, output: _output, ...kept }: Partial<StepRecord> = known ?? {};
    this.state.record({
      effect: step.effect,
      key: '',
      attempt: 1,
      attempts: [],
      startedAt: now,
      ...kept,
      node: step.id,
      visit,
      status,
      port: answer.port,
      endedAt: now,
      ...(answer.output === undefined ? {} : { output: answer.output }),
    });
    return { kind: 'go', port: answer.port };
  }

  private async fail(step: PlanStep, visit: Visit, error: unknown): Promise<Move> {
    const fault = asFault(error);
    const now = this.host.now();
    const known = this.state.step(step.id, visit);
    const attempt = (known?.attempt ?? 0) + 1;
    const record: Omit<StepRecord, 'seq'> = {
      status: 'faulted',
      node: step.id,
      visit,
      effect: step.effect,
      key: known?.key ?? '',
      attempts: [],
      startedAt: now,
      ...known,
      attempt,
      fault,
    };
    const delayMs = retryDelayMs(fault, step.retry, attempt);
    if (delayMs !== undefined) {
      this.state.record({ ...record, status: 'retrying', nextTryAt: new Date(now.getTime() + delayMs) });
      await this.host.store.commit(this.state.take());
      throw new TryLater(delayMs, fault);
    }
    const move = await settleFault(this, { step, ports: () => this.definitionOf(step).ports, known: record }, fault);
    const open = move.kind === 'go' ? this.state.wait(step.id, visit) : undefined;
    if (open !== undefined) this.state.closeWait(open, 'closed');
    return move;
  }

  private workOf(step: PlanStep, visit: Visit): AnyWork {
    const key = this.keyOf(step, visit);
    return {
      input: this.inputOf(step, visit),
      client: undefined,
      services: this.host.services(this.definitionOf(step).needs, { node: step.id, key }),
      key,
      signal: this.host.signal,
      log: (event, facts) => this.host.log(event, { runId: this.state.run.runId, node: step.id, ...facts }),
    };
  }

  private inputOf(step: PlanStep, visit: Visit): unknown {
    return (
      this.state.step(step.id, visit)?.input ??
      evaluate(step.params, this.state.scopeAt(visit, this.plan), this.host.now())
    );
  }

  private keyOf(step: PlanStep, visit: Visit): string {
    return effectKey(this.host.sha256, this.state.run, { node: step.id, visit, type: step.type, sameAs: 'visit' });
  }

  private definitionOf(step: PlanStep): WaitDefinition {
    const definition = this.host.find(step.type, step.typeVersion);
    if (definition.kind !== 'wait') throw new NodeFault('broken', 'NOT_A_WAIT', { facts: { type: step.type } });
    return definition;
  }
}

/** What it waits for may have been there before the wait could be seen: it is looked for once more after the write. */
const looksAgain = (wait: WaitRecord): boolean => wait.event === 'docflow';
