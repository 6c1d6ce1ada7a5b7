import type { RunStatus } from '@potok/contracts';
import { RUN_END_STATUSES } from '@potok/contracts/names';
import type { EngineDatabase } from './engine-database.js';
import { WAKE_CALLER } from './wake-caller.js';

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

export interface NewChild {
  readonly id: string;
  readonly scenarioId: string;
  readonly planHash: string;
  readonly engine: number;
  readonly mode: string;
  readonly input: unknown;
  readonly now: Date;
  readonly ofRunId: string;
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
      text: RECORD_STATUS,
      values: [
        runId,
        status,
        (RUN_END_STATUSES as readonly string[]).includes(status),
        workspaceId,
        JSON.stringify({ workspaceId, kind: 'run', id: runId, runId }),
      ],
    });
  }

  /** Starts a pinned plan of another scenario under an id of the caller's making; a known id is left alone. */
  async startChild(workspaceId: string, order: NewChild): Promise<boolean> {
    const rows = await this.db.query(workspaceId, {
      name: 'run-child',
      text: START_CHILD,
      values: [
        order.id,
        workspaceId,
        order.scenarioId,
        order.planHash,
        order.engine,
        order.mode,
        JSON.stringify(order.input),
        order.now,
        order.ofRunId,
      ],
    });
    return rows.length > 0;
  }

  async findEnd(workspaceId: string, runId: string): Promise<{ status: string } | undefined> {
    const rows = await this.db.query<{ status: string }>(workspaceId, {
      name: 'run-end',
      text: 'SELECT status FROM run WHERE id = $1 AND ended_at IS NOT NULL',
      values: [runId],
    });
    return rows[0];
  }

  /** Does it exist and go on? */
  async isOpen(workspaceId: string, runId: string): Promise<boolean> {
    const rows = await this.db.query(workspaceId, {
      name: 'run-open',
      text: 'SELECT 1 FROM run WHERE id = $1 AND ended_at IS NULL',
      values: [runId],
    });
    return rows.length > 0;
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

const RECORD_STATUS = `
WITH told AS (
  UPDATE run SET status = $2, ended_at = CASE WHEN $3 THEN now() END, updated_at = now(),
    waiting = CASE WHEN $2 IN ('waiting', 'needs-a-person', 'paused') THEN waiting END,
    fault = CASE WHEN $2 IN ('needs-a-person', 'paused') THEN fault END
  WHERE id = $1 AND ended_at IS NULL RETURNING id
), closed AS (
  UPDATE wait SET status = 'closed', closed_at = now() WHERE run_id = $1 AND status = 'open' AND $3 AND EXISTS (SELECT FROM told)
), woken AS (
  ${WAKE_CALLER({ run: '$1', workspace: '$4', news: "'ended'", when: 'EXISTS (SELECT FROM told) AND $3' })}
)
SELECT pg_notify('potok_live', $5), CASE WHEN EXISTS (SELECT FROM woken) THEN pg_notify('potok_outbox', '') END, (SELECT count(*) FROM told)`;

// The version that was pinned, with the binding that is newest beside it.
const START_CHILD = `
WITH pinned AS (
  SELECT v.id AS version_id, b.id AS binding_id FROM scenario_version v
  JOIN LATERAL (SELECT id FROM binding WHERE version_id = v.id ORDER BY created_at DESC, id DESC LIMIT 1) b ON true
  WHERE v.scenario_id = $3 AND v.plan_hash = $4 ORDER BY v.number DESC LIMIT 1
), made AS (
  INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, of_run_id, trigger, started_at, updated_at)
  SELECT $1, $2, $3, version_id, binding_id, $4, $5, $6, 'accepted', 'call', $1, $9, $7, $8, $8 FROM pinned ON CONFLICT (id) DO NOTHING RETURNING id
), ordered AS (
  INSERT INTO outbox (workspace_id, run_id, kind) SELECT $2, id, 'start' FROM made RETURNING 1
)
SELECT version_id, CASE WHEN EXISTS (SELECT FROM ordered) THEN pg_notify('potok_outbox', '') END FROM pinned`;
