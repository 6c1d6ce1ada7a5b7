import type { ReconciliationCounts } from '@potok/contracts';
import { LessThan, type EntityManager } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';
import { countUpTo, type Counted } from '../counted.js';
import { ReconciliationFindingRow } from './reconciliation-finding.entity.js';
import { ReconciliationRow } from './reconciliation.entity.js';

export interface NewReconciliation {
  readonly id: string;
  readonly workspaceId: string;
  readonly askedBy: NamedActor;
  readonly since: Date | undefined;
  readonly now: Date;
}

const NOTHING_FOUND: ReconciliationCounts = { found: 0, new: 0, mended: 0, parked: 0, open: 0 };

/** Reports of reconciliations, as people order and read them. */
export class ReconciliationRepository {
  constructor(private readonly db: EntityManager) {}

  /** Orders one for now. One that is ordered or under way stands for it; answers which, and whether it is new. */
  async order(order: NewReconciliation): Promise<{ readonly id: string; readonly isNew: boolean }> {
    const made = await this.db.query<{ id: string }[]>(
      `INSERT INTO reconciliation (id, workspace_id, asked_by, since, ordered_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id) WHERE status IN ('ordered', 'running') DO NOTHING RETURNING id`,
      [order.id, order.workspaceId, JSON.stringify(order.askedBy), order.since ?? null, order.now],
    );
    if (made[0] === undefined) {
      const open = await this.db.query<{ id: string }[]>(
        `SELECT id FROM reconciliation WHERE status IN ('ordered', 'running')`,
      );
      return open[0] === undefined ? this.order(order) : { id: open[0].id, isNew: false };
    }
    await this.db.query(
      `WITH due AS (
         INSERT INTO reconciliation_due (workspace_id, next_at) VALUES ($1, 'epoch')
         ON CONFLICT (workspace_id) DO UPDATE SET next_at = excluded.next_at RETURNING 1
       ) SELECT pg_notify('potok_request', '') FROM due`,
      [order.workspaceId],
    );
    return { id: made[0].id, isNew: true };
  }

  async find(id: string): Promise<ReconciliationRow | undefined> {
    return (await this.db.findOne(ReconciliationRow, { where: { id } })) ?? undefined;
  }

  /** Newest first. */
  list({ before, limit }: { before?: string; limit: number }): Promise<ReconciliationRow[]> {
    return this.db.find(ReconciliationRow, {
      where: before === undefined ? {} : { id: LessThan(before) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  count(): Promise<Counted> {
    return countUpTo(this.db, { text: 'SELECT 1 FROM reconciliation', values: [] });
  }

  async counts(ids: readonly string[]): Promise<ReadonlyMap<string, ReconciliationCounts>> {
    const rows = await this.db.query<(ReconciliationCounts & { id: string })[]>(
      `SELECT reconciliation_id AS id, count(*)::int AS found, count(*) FILTER (WHERE is_new)::int AS new,
              count(*) FILTER (WHERE state = 'mended')::int AS mended, count(*) FILTER (WHERE state = 'parked')::int AS parked,
              count(*) FILTER (WHERE state = 'open')::int AS open
         FROM reconciliation_finding WHERE reconciliation_id = ANY($1) GROUP BY 1`,
      [ids],
    );
    const found = new Map(rows.map(({ id, ...counts }) => [id, counts]));
    return new Map(ids.map((id) => [id, found.get(id) ?? NOTHING_FOUND]));
  }

  /** The latest first, as every list. */
  listFindings(of: { reconciliationId: string; before?: string; limit: number }): Promise<ReconciliationFindingRow[]> {
    const { reconciliationId, before, limit } = of;
    return this.db.find(ReconciliationFindingRow, {
      where: { reconciliationId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
