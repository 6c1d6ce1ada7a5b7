import type { Comparison, GapCode, GapState } from '@potok/contracts';
import type { NamedActor } from '../audit/actor.js';
import type { EngineDatabase } from './engine-database.js';
import { NIGHT_AFTER } from './reconcile-night.js';

export interface ReconciliationTask {
  readonly id: string;
  readonly since: Date;
}
/** Who holds the reconciliation of a workspace. */
export interface ReconcileHold {
  readonly workspaceId: string;
  readonly fence: string;
}
export interface NewGap {
  readonly id: string;
  readonly code: GapCode;
  /** Names the gap: the same one has the same subject each time. */
  readonly subject: string;
  readonly state: GapState;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly runId?: string;
  readonly documentId?: string;
  readonly at: Date;
}

/** Reports older than the newest hundred go. */
const REPORTS_KEPT = 100;
/** The first report looks this far back, a later one to a little before the last that was completed. */
const FIRST_DAYS = 30;
const OVERLAP_DAYS = 2;

const BY_SCHEDULE: NamedActor = { kind: 'system', name: 'reconcile' };

/** Reports of reconciliations, and whose turn it is to write one. */
export class ReconcileRepository {
  constructor(private readonly db: EngineDatabase) {}

  /**
   * The report to be written: the one that was ordered, or that a dead worker has left, or a new one by the schedule. It looks back
   * from now at least: a report of a clock that ran ahead hides nothing.
   */
  async begin(
    workspaceId: string,
    { id, now }: { readonly id: string; readonly now: Date },
  ): Promise<ReconciliationTask> {
    const rows = await this.db.query<ReconciliationTask>(workspaceId, {
      name: 'reconciliation-begin',
      text: `WITH last AS (
               SELECT coalesce((SELECT max(least(started_at, $3::timestamptz)) FROM reconciliation WHERE status = 'done') - interval '${OVERLAP_DAYS} days', $3::timestamptz - interval '${FIRST_DAYS} days') AS since
             ), taken AS (
               UPDATE reconciliation SET status = 'running', started_at = $3, checks = '[]', since = coalesce(reconciliation.since, last.since)
               FROM last WHERE status IN ('ordered', 'running') RETURNING id, reconciliation.since
             ), made AS (
               INSERT INTO reconciliation (id, workspace_id, status, asked_by, since, ordered_at, started_at)
               SELECT $2, $1, 'running', $4, last.since, $3, $3 FROM last WHERE NOT EXISTS (SELECT FROM taken)
               RETURNING id, since
             )
             SELECT * FROM taken UNION ALL SELECT * FROM made`,
      values: [workspaceId, id, now, JSON.stringify(BY_SCHEDULE)],
    });
    const [task] = rows;
    if (task === undefined) throw new Error(`RECONCILIATION_NOT_BEGUN ${workspaceId}`);
    return task;
  }

  /** Prolongs the hold; false when another worker has it. */
  async renew({ workspaceId, fence }: ReconcileHold, leaseMs: number): Promise<boolean> {
    const rows = await this.db.query(workspaceId, {
      name: 'reconciliation-renew',
      text: `UPDATE reconciliation_due SET lease_until = now() + make_interval(secs => $3)
             WHERE workspace_id = $1 AND fence = $2 RETURNING 1`,
      values: [workspaceId, fence, leaseMs / 1000],
    });
    return rows.length > 0;
  }

  /** Lets another worker go on with it at once. */
  async release({ workspaceId, fence }: ReconcileHold): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'reconciliation-release',
      text: 'UPDATE reconciliation_due SET lease_until = NULL, lease_holder = NULL WHERE workspace_id = $1 AND fence = $2',
      values: [workspaceId, fence],
    });
  }

  /** Writes a finding into the report, once; `is_new` when no earlier report had it. Only the holder writes. */
  async record({ workspaceId, fence }: ReconcileHold, reconciliationId: string, gap: NewGap): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'reconciliation-record',
      text: `INSERT INTO reconciliation_finding (id, workspace_id, reconciliation_id, code, subject, facts, state, is_new, run_id, document_id, found_at)
             SELECT $3, $1, $4, $5, $6, $7, $8, NOT EXISTS (
               SELECT FROM reconciliation_finding f WHERE f.workspace_id = $1 AND f.code = $5 AND f.subject = $6 AND f.reconciliation_id <> $4
             ), $9, $10, $11
             WHERE EXISTS (SELECT FROM reconciliation_due WHERE workspace_id = $1 AND fence = $2)
             ON CONFLICT (reconciliation_id, code, subject) DO UPDATE SET state = excluded.state, facts = excluded.facts`,
      values: [
        workspaceId,
        fence,
        gap.id,
        reconciliationId,
        gap.code,
        gap.subject,
        JSON.stringify(gap.facts),
        gap.state,
        gap.runId ?? null,
        gap.documentId ?? null,
        gap.at,
      ],
    });
  }

  /** Ends the report, sets the next one for the coming night, and forgets the oldest. */
  async finish(
    { workspaceId, fence }: ReconcileHold,
    of: { readonly id: string; readonly now: Date; readonly checks: readonly Comparison[]; readonly fault?: unknown },
  ): Promise<void> {
    await this.db.transaction(workspaceId, async (tx) => {
      const { rowCount } = await tx.query(
        `UPDATE reconciliation_due SET next_at = ${NIGHT_AFTER('$3::timestamptz', 'workspace_id')}, lease_until = NULL, lease_holder = NULL
         WHERE workspace_id = $1 AND fence = $2`,
        [workspaceId, fence, of.now],
      );
      if (rowCount !== 1) return;
      await tx.query('UPDATE reconciliation SET status = $2, ended_at = $3, checks = $4, fault = $5 WHERE id = $1', [
        of.id,
        of.fault === undefined ? 'done' : 'failed',
        of.now,
        JSON.stringify(of.checks),
        of.fault === undefined ? null : JSON.stringify(of.fault),
      ]);
      await tx.query(
        `DELETE FROM reconciliation WHERE workspace_id = $1 AND id IN
           (SELECT id FROM reconciliation WHERE workspace_id = $1 ORDER BY id DESC OFFSET ${REPORTS_KEPT})`,
        [workspaceId],
      );
    });
  }
}
