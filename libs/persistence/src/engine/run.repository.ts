import type { RunStatus, StepPlace } from '@potok/contracts';
import { RUN_END_STATUSES } from '@potok/contracts/names';
import type { EngineDatabase } from './engine-database.js';
import { Gathered } from '../gathered.js';
import type { OutboxRow } from './relay.repository.js';
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
  /** For so long nobody else carries the order to start: the caller does. */
  readonly leaseMs: number;
}

/** What became of an admission; `stale`: another version or binding is published by now. */
export type Admitted =
  | { readonly kind: 'run'; readonly runId: string; readonly order: OutboxRow; readonly startedAt: Date }
  | { readonly kind: 'repeat'; readonly runId: string }
  | { readonly kind: 'stale' }
  /** Another worker has settled the row meanwhile. */
  | { readonly kind: 'settled' };

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

interface StartRow {
  readonly plan_hash: string;
  readonly graph: string;
  readonly engine: number;
  readonly mode: string;
  /** Where it begins, when not at the entry. */
  readonly begin_at: StepPlace | null;
  readonly skeleton: unknown;
}

/** Runs as admission, outbox and the workflow's own status writes see them. */
export class RunRepository {
  private readonly admitted = new Gathered<NewRun, Admitted | undefined>((workspaceId, runs) =>
    this.admitAll(workspaceId, runs),
  );

  constructor(private readonly db: EngineDatabase) {}

  /**
   * Admits an inbox row: its run and the order to start it, in one statement, together with others that are admitted at the
   * same time. A run of the same scenario with the same `sameAs` makes it a repeat.
   */
  async admit(workspaceId: string, run: NewRun): Promise<Admitted> {
    return (await this.admitted.one(workspaceId, run)) ?? this.admit(workspaceId, run);
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

  async getStart(workspaceId: string, runId: string): Promise<StartRow | undefined> {
    const rows = await this.db.query<StartRow>(workspaceId, {
      name: 'run-start',
      text: `SELECT r.plan_hash, r.graph, r.engine, r.mode, r.begin_at, p.skeleton FROM run r
             JOIN plan p ON p.workspace_id = r.workspace_id AND p.hash = r.plan_hash WHERE r.id = $1`,
      values: [runId],
    });
    return rows[0];
  }

  private async admitAll(workspaceId: string, runs: readonly NewRun[]): Promise<(Admitted | undefined)[]> {
    const rows = await this.db.query<AdmittedRow>(workspaceId, {
      name: 'run-admit',
      text: ADMIT,
      values: [workspaceId, JSON.stringify(runs.map((run, n) => newRunJson(run, n)))],
    });
    const byPlace = new Map(rows.map((row) => [row.n, row]));
    return runs.map((_, n) => admittedOf(byPlace.get(n)));
  }
}

interface AdmittedRow {
  readonly n: number;
  readonly is_stale: boolean;
  readonly is_settled: boolean;
  readonly run_id: string | null;
  readonly started_at: Date | null;
  readonly order: OutboxRow | null;
}

const admittedOf = (row: AdmittedRow | undefined): Admitted | undefined => {
  if (row === undefined) return undefined;
  if (row.is_settled) return { kind: 'settled' };
  if (row.is_stale) return { kind: 'stale' };
  const { run_id: runId, order, started_at: startedAt } = row;
  if (runId === null) return undefined;
  return order === null || startedAt === null ? { kind: 'repeat', runId } : { kind: 'run', runId, order, startedAt };
};

const newRunJson = (run: NewRun, n: number) => ({
  n,
  id: run.id,
  scenario_id: run.scenarioId,
  version_id: run.versionId,
  binding_id: run.bindingId,
  plan_hash: run.planHash,
  graph: run.graph,
  engine: run.engine,
  mode: run.mode,
  started_by: run.startedBy,
  inbox_id: run.inboxId,
  same_as: run.sameAs ?? null,
  trigger: run.trigger,
  deal_id: run.dealId ?? null,
  now: run.now,
  lease_sec: run.leaseMs / 1000,
});

// What is published may be known from a cache: it is looked at once more here, in the statement that counts. So is the inbox row: a
// worker that hung after reading it may come when another has settled it, and makes no second run of it. A run that is there already is
// written as it was, which answers its id: asking for it would be a second look, at another moment.
const ADMIT = `
WITH asked AS (
  SELECT x.*, NOT EXISTS (
    SELECT FROM scenario s WHERE s.id = x.scenario_id AND s.published_version_id = x.version_id AND s.is_enabled AND s.archived_at IS NULL
      AND x.binding_id = (SELECT id FROM binding WHERE version_id = x.version_id ORDER BY id DESC LIMIT 1)
  ) AS is_stale
  FROM jsonb_to_recordset($2::jsonb) AS x(n int, id uuid, scenario_id uuid, version_id uuid, binding_id uuid, plan_hash text, graph text, engine int,
    mode text, started_by text, inbox_id uuid, same_as text, trigger jsonb, deal_id text, now timestamptz, lease_sec float8)
), fresh AS (
  SELECT id FROM inbox WHERE id IN (SELECT inbox_id FROM asked) AND status = 'new' ORDER BY id FOR UPDATE
), made AS (
  INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, graph, engine, mode, status, started_by, inbox_id, same_as,
    origin_run_id, trigger, deal_id, started_at, updated_at)
  SELECT id, $1, scenario_id, version_id, binding_id, plan_hash, graph, engine, mode, 'accepted', started_by, inbox_id, same_as,
    id, trigger, deal_id, now, now FROM (
      SELECT DISTINCT ON (scenario_id, coalesce(same_as, id::text)) * FROM asked WHERE NOT is_stale AND inbox_id IN (SELECT id FROM fresh)
      ORDER BY scenario_id, coalesce(same_as, id::text), n
    ) first
  ON CONFLICT (workspace_id, scenario_id, same_as) WHERE same_as IS NOT NULL DO UPDATE SET same_as = excluded.same_as
  RETURNING id, scenario_id, same_as, started_at
), found AS (
  SELECT asked.n, asked.inbox_id, asked.is_stale, asked.lease_sec, coalesce(made.id, twin.id) AS run_id, made.id AS made_id, made.started_at,
    asked.inbox_id NOT IN (SELECT id FROM fresh) AS is_settled
  FROM asked LEFT JOIN made ON made.id = asked.id
  LEFT JOIN made twin ON made.id IS NULL AND twin.scenario_id = asked.scenario_id AND twin.same_as = asked.same_as
), ordered AS (
  INSERT INTO outbox (workspace_id, run_id, kind, next_try_at)
  SELECT $1, made_id, 'start', now() + make_interval(secs => lease_sec) FROM found WHERE made_id IS NOT NULL
  RETURNING id, workspace_id, run_id, kind, wake, attempts
), settled AS (
  UPDATE inbox SET status = CASE WHEN found.made_id IS NULL THEN 'repeat' ELSE 'admitted' END, run_id = found.run_id
  FROM found WHERE inbox.id = found.inbox_id AND inbox.status = 'new' AND found.run_id IS NOT NULL AND NOT found.is_stale
)
SELECT found.n, found.is_stale, found.is_settled, found.run_id, found.started_at, to_jsonb(ordered) || jsonb_build_object('id', ordered.id::text) AS order
FROM found LEFT JOIN ordered ON ordered.run_id = found.made_id`;

const RECORD_STATUS = `
WITH told AS (
  UPDATE run SET status = $2, ended_at = CASE WHEN $3 THEN now() END, updated_at = now(),
    waiting = CASE WHEN $2 IN ('waiting', 'needs-a-person', 'paused') THEN waiting END,
    fault = CASE WHEN $2 IN ('needs-a-person', 'paused') THEN fault END
  WHERE id = $1 AND ended_at IS NULL RETURNING id
), closed AS (
  UPDATE wait SET status = 'closed', closed_at = now() FROM told WHERE wait.run_id = told.id AND wait.status = 'open' AND $3
), woken AS (
  ${WAKE_CALLER({ run: '$1', workspace: '$4', news: "'ended'", when: 'EXISTS (SELECT FROM told) AND $3' })}
)
SELECT pg_notify('potok_live', $5), CASE WHEN EXISTS (SELECT FROM woken) THEN pg_notify('potok_outbox', '') END, (SELECT count(*) FROM told)`;

// The version that was pinned, with the binding that is newest beside it.
const START_CHILD = `
WITH pinned AS (
  SELECT v.id AS version_id, b.id AS binding_id FROM scenario_version v
  JOIN LATERAL (SELECT id FROM binding WHERE version_id = v.id ORDER BY created_at DESC, id DESC LIMIT 1) b ON true
  WHERE v.scenario_id = $3 AND v.plan_hash = $4 AND v.kind = 'published' ORDER BY v.number DESC LIMIT 1
), made AS (
  INSERT INTO run (id, workspace_id, scenario_id, version_id, binding_id, plan_hash, engine, mode, status, started_by, origin_run_id, of_run_id, trigger, started_at, updated_at)
  SELECT $1, $2, $3, version_id, binding_id, $4, $5, $6, 'accepted', 'call', $1, $9, $7, $8, $8 FROM pinned ON CONFLICT (id) DO NOTHING RETURNING id
), ordered AS (
  INSERT INTO outbox (workspace_id, run_id, kind) SELECT $2, id, 'start' FROM made RETURNING 1
)
SELECT version_id, CASE WHEN EXISTS (SELECT FROM ordered) THEN pg_notify('potok_outbox', '') END FROM pinned`;
