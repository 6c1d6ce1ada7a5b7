import { asFault, isNodeFault, type Comparison, type NodeFault, type PlanStep } from '@potok/contracts';
import type {
  DocumentStore,
  GapPage,
  MendTrail,
  NewGap,
  ReconcileGapsRepository,
  ReconcileHold,
  ReconcileMendsRepository,
  ReconcileOutsideRepository,
  ReconcileRepository,
  ReconciliationTask,
} from '@potok/persistence/engine';
import { newId } from '../services/new-id.js';

export type Gap = Omit<NewGap, 'id' | 'at'>;

export interface ReconcileParts {
  readonly reports: ReconcileRepository;
  readonly gaps: ReconcileGapsRepository;
  readonly mends: ReconcileMendsRepository;
  readonly outside: ReconcileOutsideRepository;
  readonly documents: DocumentStore;
  readonly connections: { open(workspaceId: string, connectionId: string): Promise<unknown> };
  readonly plans: {
    getPlan(
      workspaceId: string,
      hash: string,
    ): Promise<{ readonly steps: { readonly nodes: Readonly<Record<string, PlanStep>> } }>;
  };
  /** Whether a step of this type works with accounting. */
  readonly isPosting: (step: PlanStep) => boolean;
  /** How Temporal has the workflow: RUNNING, COMPLETED, TERMINATED…; undefined when it knows none. */
  readonly workflowState: (workflowId: string) => Promise<string | undefined>;
  readonly leaseMs: number;
  /** The worker is to end: the rest is left for another. */
  readonly isStopping: () => boolean;
  /** What is younger may still be on its way, and is no gap. */
  readonly graceMs: number;
  readonly now: () => Date;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

/** Another worker has taken the reconciliation, or is to: this one says nothing more. */
export class HoldLost extends Error {
  readonly code = 'HOLD_LOST';
}

const PAGE = 100;
// A page of an operator's events is many calls. Less than a lease: the hold is prolonged between them.
const CALL_MS = 120_000;

/** One reconciliation under way: what it compares, what it has found so far. */
export class Reconciling {
  readonly comparisons: Comparison[] = [];
  /** What has not moved since then should fit together. */
  readonly before: Date;
  readonly since: Date;
  readonly workspaceId: string;

  constructor(
    readonly parts: ReconcileParts,
    private readonly hold: ReconcileHold,
    private readonly task: ReconciliationTask,
  ) {
    this.workspaceId = hold.workspaceId;
    this.since = task.since;
    this.before = new Date(parts.now().getTime() - parts.graceMs);
  }

  get id(): string {
    return this.task.id;
  }

  async found(gap: Gap): Promise<void> {
    const { parts, hold, task } = this;
    parts.log('reconcile.found', { code: gap.code, subject: gap.subject, state: gap.state });
    await parts.reports.record(hold, task.id, { ...gap, id: newId(), at: parts.now() });
  }

  /** The row of the trail for what is mended about this gap. */
  trail(gap: Gap, object: MendTrail['object']): MendTrail {
    const facts = { ...gap.facts, reconciliationId: this.task.id };
    return { id: newId(), act: `reconciliation.${gap.state}`, object, facts: { ...facts, code: gap.code } };
  }

  /** Goes through a list of ours page by page and prolongs the hold with each; answers how many rows there were. */
  async eachRow<Row>(of: {
    readonly first: string;
    readonly list: (page: GapPage) => Promise<readonly Row[]>;
    readonly idOf: (row: Row) => string;
    readonly page: (rows: readonly Row[]) => Promise<void>;
  }): Promise<number> {
    let after = of.first;
    let count = 0;
    for (;;) {
      await this.beat();
      const rows = await of.list({ after, before: this.before, limit: PAGE });
      await of.page(rows);
      count += rows.length;
      const last = rows.at(-1);
      if (rows.length < PAGE || last === undefined) return count;
      after = of.idOf(last);
    }
  }

  /** Goes through a list of an outside system page by page. */
  async eachPage<Page extends { readonly cursor?: string; readonly hasMore: boolean }>(of: {
    readonly list: (place: { readonly cursor?: string; readonly limit: number }, signal: AbortSignal) => Promise<Page>;
    readonly page: (page: Page) => Promise<number>;
  }): Promise<number> {
    let place: { readonly cursor?: string; readonly limit: number } = { limit: PAGE };
    let count = 0;
    for (;;) {
      await this.beat();
      const page = await of.list(place, this.signal());
      count += await of.page(page);
      if (!page.hasMore || page.cursor === undefined || page.cursor === place.cursor) return count;
      place = { cursor: page.cursor, limit: PAGE };
    }
  }

  /** One line of the report. A system that cannot be asked now spoils its own line and no other. */
  async compare(
    about: Pick<Comparison, 'what' | 'connectionId' | 'subject'>,
    work: () => Promise<number | 'not-offered'>,
  ): Promise<void> {
    try {
      const compared = await work();
      const isOffered = compared !== 'not-offered';
      this.comparisons.push({ ...about, state: isOffered ? 'done' : compared, compared: isOffered ? compared : 0 });
    } catch (error) {
      if (!isNodeFault(error)) throw error;
      this.comparisons.push({ ...about, state: 'failed', compared: 0, fault: told(error) });
    }
  }

  /** Old enough to have come; a moment ahead of our clock is told by another clock, and says nothing of how young it is. */
  isSettled(instant: string): boolean {
    const at = new Date(instant);
    return at < this.before || at > this.parts.now();
  }

  signal(): AbortSignal {
    return AbortSignal.timeout(CALL_MS);
  }

  async beat(): Promise<void> {
    const { isStopping, reports, leaseMs } = this.parts;
    if (isStopping() || !(await reports.renew(this.hold, leaseMs))) throw new HoldLost();
  }
}

const told = (error: NodeFault) => {
  const { code, facts } = asFault(error);
  return { code, facts };
};
