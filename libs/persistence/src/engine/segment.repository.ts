import { WAKE_CALLER } from './wake-caller.js';
import type { BlobRef } from '@potok/contracts';
import type { EngineDatabase } from './engine-database.js';
import { CALLS_KEPT, type ChangeRows, type RunContextRow } from './step-rows.js';

const STEP_COLUMNS = `node_id text, visit text, seq int, status text, effect text, key text, input jsonb, output jsonb, port text, attempt int,
  attempts jsonb, fault jsonb, undo_fault jsonb, next_try_at timestamptz, started_at timestamptz, ended_at timestamptz`;
const STEP_NAMES =
  'node_id, visit, seq, status, effect, key, input, output, port, attempt, attempts, fault, undo_fault, next_try_at, started_at, ended_at';
const WAIT_COLUMNS =
  'id uuid, node_id text, visit text, event text, key text, token text, status text, deadline_at timestamptz, offers jsonb, facts jsonb';

// The fence: whoever begins last holds it, and only the holder can write. Steps are read with it, in one round trip.
const BEGIN = `
WITH fence AS (
  INSERT INTO segment_fence (run_id, launch, workspace_id, fence) VALUES ($1, $2, $3, 1)
  ON CONFLICT (run_id, launch) DO UPDATE SET fence = segment_fence.fence + 1 RETURNING fence
), told AS (
  UPDATE run SET status = 'running', waiting = NULL, fault = NULL, updated_at = now()
  WHERE id = $1 AND $4 AND ended_at IS NULL AND status <> 'running' RETURNING id
)
SELECT fence.fence, r.origin_run_id, r.again, r.mode, r.started_at, r.ended_at, r.trigger, b.parameters, b.slots,
  coalesce((SELECT jsonb_agg(to_jsonb(s) - 'run_id' - 'workspace_id') FROM step s WHERE s.run_id = r.id), '[]') AS steps,
  coalesce((SELECT jsonb_agg(to_jsonb(w) - 'run_id' - 'workspace_id') FROM wait w WHERE w.run_id = r.id AND w.status = 'open'), '[]') AS waits,
  (SELECT count(*) FROM told) AS told
FROM run r JOIN binding b ON b.id = r.binding_id CROSS JOIN fence WHERE r.id = $1`;

const COMMIT = `
WITH held AS (
  SELECT 1 FROM segment_fence WHERE run_id = $1 AND launch = $3 AND fence = $4 FOR SHARE
), written AS (
  INSERT INTO step (run_id, workspace_id, ${STEP_NAMES})
  SELECT $1, $2, ${STEP_NAMES} FROM jsonb_to_recordset($5::jsonb) AS x(${STEP_COLUMNS}) WHERE EXISTS (SELECT FROM held)
  ON CONFLICT (run_id, node_id, visit) DO UPDATE SET
    status = excluded.status, key = excluded.key, input = excluded.input, output = excluded.output, port = excluded.port, attempt = excluded.attempt,
    attempts = excluded.attempts, fault = excluded.fault, undo_fault = excluded.undo_fault, next_try_at = excluded.next_try_at, ended_at = excluded.ended_at
), opened AS (
  INSERT INTO wait (run_id, workspace_id, id, node_id, visit, event, key, token, status, deadline_at, offers, facts)
  SELECT $1, $2, id, node_id, visit, event, key, token, status, deadline_at, offers, facts
  FROM jsonb_to_recordset($6::jsonb) AS x(${WAIT_COLUMNS}) WHERE EXISTS (SELECT FROM held)
  ON CONFLICT (run_id, node_id, visit) DO NOTHING RETURNING id, event, token
), endpoints AS (
  INSERT INTO endpoint (id, workspace_id, kind, token, wait_id)
  SELECT id, $2, 'callback', token, id FROM opened WHERE event = 'callback'
), closed AS (
  UPDATE wait SET status = x.status, closed_at = now()
  FROM jsonb_to_recordset($7::jsonb) AS x(id uuid, status text) WHERE wait.id = x.id AND EXISTS (SELECT FROM held)
), called AS (
  INSERT INTO step_calls (run_id, workspace_id, node_id, visit, calls, at)
  SELECT $1, $2, node_id, visit, calls, now()
  FROM jsonb_to_recordset($10::jsonb) AS x(node_id text, visit text, calls jsonb) WHERE EXISTS (SELECT FROM held)
  ON CONFLICT (run_id, node_id, visit) DO UPDATE SET at = excluded.at,
    calls = jsonb_path_query_array(step_calls.calls || excluded.calls, '$[last - ${CALLS_KEPT - 1} to last]')
), run_told AS (
  UPDATE run SET
    status = $8::jsonb ->> 'status', waiting = nullif($8::jsonb -> 'waiting', 'null'::jsonb), fault = nullif($8::jsonb -> 'fault', 'null'::jsonb),
    ended_at = CASE WHEN ($8::jsonb ->> 'isEnd')::boolean THEN now() ELSE ended_at END,
    updated_at = now()
  WHERE id = $1 AND ended_at IS NULL AND EXISTS (SELECT FROM held) AND $8::jsonb IS NOT NULL
  RETURNING id
), left_open AS (
  -- A wait that was opened ahead of its turn, on a way that the run did not take.
  UPDATE wait SET status = 'closed', closed_at = now() FROM run_told
  WHERE wait.run_id = run_told.id AND wait.status = 'open' AND ($8::jsonb ->> 'isEnd')::boolean
    AND NOT EXISTS (SELECT FROM jsonb_to_recordset($7::jsonb) AS x(id uuid) WHERE x.id = wait.id)
), woken AS (
  ${WAKE_CALLER({ run: '$1', workspace: '$2', news: "'ended'", when: "EXISTS (SELECT FROM run_told) AND ($8::jsonb ->> 'isEnd')::boolean" })}
)
SELECT (SELECT count(*) FROM held)::int AS held, CASE WHEN EXISTS (SELECT FROM woken) THEN pg_notify('potok_outbox', '') END AS relayed, CASE WHEN EXISTS (SELECT FROM held) THEN pg_notify('potok_live', $9) END AS told`;

interface Place {
  readonly workspaceId: string;
  readonly runId: string;
  readonly launch: number;
}

/** What came for a wait: plain data, or a file. */
export interface NewsRow {
  readonly inbox_id: string;
  readonly at: Date;
  readonly body: { readonly body?: unknown; readonly file?: BlobRef };
}

/** The rows of one run as one segment reads and writes them. */
export class SegmentRepository {
  constructor(private readonly db: EngineDatabase) {}

  /** Takes the fence and reads the run. Throws RUN_NOT_FOUND. */
  async begin(place: Place, isAlone: boolean): Promise<RunContextRow> {
    const rows = await this.db.query<RunContextRow>(place.workspaceId, {
      name: 'segment-begin',
      text: BEGIN,
      values: [place.runId, place.launch, place.workspaceId, isAlone],
    });
    if (rows[0] === undefined) throw new Error(`RUN_NOT_FOUND ${place.runId}`);
    return rows[0];
  }

  /** Writes everything, or nothing and answers false when another attempt holds the fence. */
  async commit(place: Place, fence: number, changes: ChangeRows): Promise<boolean> {
    const live = JSON.stringify({ workspaceId: place.workspaceId, kind: 'run', id: place.runId, runId: place.runId });
    const rows = await this.db.query<{ held: number }>(place.workspaceId, {
      name: 'segment-commit',
      text: COMMIT,
      values: [
        place.runId,
        place.workspaceId,
        place.launch,
        fence,
        JSON.stringify(changes.steps),
        JSON.stringify(changes.openWaits),
        JSON.stringify(changes.closeWaits),
        changes.run === undefined ? null : JSON.stringify(changes.run),
        live,
        changes.calls.length === 0 ? null : JSON.stringify(changes.calls),
      ],
    });
    return rows[0]?.held === 1;
  }

  /** In the run itself or in any that it has called, directly or through others. */
  async isPastNoReturn(place: Place): Promise<boolean> {
    const rows = await this.db.query(place.workspaceId, {
      name: 'segment-no-return',
      text: `WITH RECURSIVE family AS (
               SELECT $1::uuid AS id UNION SELECT w.key::uuid FROM family JOIN wait w ON w.run_id = family.id AND w.event = 'run'
             )
             SELECT 1 FROM family JOIN step s ON s.run_id = family.id
             WHERE s.effect IN ('legal', 'final') AND s.status NOT IN ('faulted', 'skipped') LIMIT 1`,
      values: [place.runId],
    });
    return rows.length > 0;
  }

  async listNews(workspaceId: string, waitId: string): Promise<NewsRow[]> {
    return this.db.query(workspaceId, {
      name: 'wait-news',
      text: 'SELECT inbox_id, at, body FROM wait_news WHERE wait_id = $1 AND NOT is_taken ORDER BY at, inbox_id',
      values: [waitId],
    });
  }

  async markTaken(workspaceId: string, waitId: string, inboxIds: readonly string[]): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'wait-news-taken',
      text: 'UPDATE wait_news SET is_taken = true WHERE wait_id = $1 AND inbox_id = ANY($2::uuid[])',
      values: [waitId, [...inboxIds]],
    });
  }
}
