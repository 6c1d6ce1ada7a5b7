import type { RunStatus } from '@potok/contracts';
import { RUN_END_STATUSES } from '@potok/contracts/names';
import type { EngineDatabase } from './engine-database.js';

export interface NewRun {
  readonly id: string;
  readonly scenarioId: string;
  readonly versionId: string;
  readonly bindingId: string;
  readonly planHash: string;
  readonly graph: string;
  readonly engine: number;
  readonly mode: string;
  readonly startedBy: string;
  readonly inboxId: string;
  readonly sameAs: string | undefined;
  readonly trigger: unknown;
  readonly dealId: string | undefined;
  readonly now: Date;
}

/** Runs as admission, outbox and the workflow's own status writes see them. */
export class RunRepository {
  constructor(private readonly db: EngineDatabase) {}

  /**
   * Admits an inbox row: its run and the order to start it, in one statement. A run of the same scenario with the same
   * `sameAs` makes it a repeat. Answers the run that now stands for the row.
   */
  async admit(workspaceId: string, run: NewRun): Promise<{ runId: string; isRepeat: boolean }> {
    const rows = await this.db.query<{ run_id: string; is_repeat: boolean }>(workspaceId, {
      name: 'run-admit',
      text: ADMIT,
      values: [
        run.id,
        workspaceId,
        run.scenarioId,
        run.versionId,
        run.bindingId,
        run.planHash,
        run.graph,
        run.engine,
        run.mode,
        run.startedBy,
        run.inboxId,
        run.sameAs ?? null,
        JSON.stringify(run.trigger),
        run.dealId ?? null,
        run.now,
        JSON.stringify({ workspaceId, kind: 'run', id: run.id, runId: run.id }),
      ],
    });
    const made = rows[0];
    if (made !== undefined) return { runId: made.run_id, isRepeat: made.is_repeat };
    // The other run was being written at this very moment: it can be seen now.
    return this.admit(workspaceId, run);
  }

  /** The workflow's own word, where no segment can say it. End states never change. */
  async recordStatus(workspaceId: string, runId: string, status: RunStatus): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'run-status',
      text: `UPDATE run SET status = $2, ended_at = CASE WHEN $3 THEN now() END, updated_at = now(),
               waiting = CASE WHEN $2 IN ('waiting', 'needs-a-person') THEN waiting END, fault = CASE WHEN $2 = 'needs-a-person' THEN fault END
             WHERE id = $1 AND ended_at IS NULL`,
      values: [runId, status, (RUN_END_STATUSES as readonly string[]).includes(status)],
    });
    await this.db.query(workspaceId, {
      name: 'live',
      text: `SELECT pg_notify('potok_live', $1)`,
      values: [JSON.stringify({ workspaceId, kind: 'run', id: runId, runId })],
    });
  }

  async getStart(
    workspaceId: string,
    runId: string,
  ): Promise<{ plan_hash: string; graph: string; engine: number; mode: string; skeleton: unknown } | undefined> {
    const rows = await this.db.query<{
      plan_hash: string;
      graph: string;
      engine: number;
      mode: string;
      skeleton: unknown;
    }>(workspaceId, {
      name: 'run-start',
      text: `SELECT r.plan_hash, r.graph, r.engine, r.mode, p.skeleton FROM run r
             JOIN plan p ON p.workspace_id = r.workspace_id AND p.hash = r.plan_hash WHERE r.id = $1`,
      values: [runId],
    });
    return rows[0];
  }
}

const ADMIT = `
WITH made AS (
  INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, graph, engine, mode, status, started_by, inbox_id, same_as,
    origin_run_id, trigger, deal_id, started_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'accepted', $10, $11, $12, $1, $13, $14, $15, $15)
  ON CONFLICT (workspace_id, scenario_id, same_as) WHERE same_as IS NOT NULL DO NOTHING RETURNING id
), found AS (
  SELECT id, false AS is_repeat FROM made
  UNION ALL
  SELECT id, true FROM run WHERE workspace_id = $2 AND scenario_id = $3 AND same_as = $12 AND NOT EXISTS (SELECT FROM made)
), ordered AS (
  INSERT INTO outbox (workspace_id, run_id, kind) SELECT $2, id, 'start' FROM made RETURNING id
), settled AS (
  UPDATE inbox SET status = CASE WHEN found.is_repeat THEN 'repeat' ELSE 'admitted' END, run_id = found.id FROM found WHERE inbox.id = $11 RETURNING inbox.id
)
SELECT found.id AS run_id, found.is_repeat, pg_notify('potok_outbox', ''), pg_notify('potok_live', $16), (SELECT count(*) FROM ordered), (SELECT count(*) FROM settled)
FROM found`;
