import type { EngineDatabase } from './engine-database.js';
import { Gathered } from '../gathered.js';
import {
  CALLS_KEPT,
  type ChangeRows,
  type NewsJson,
  type RunContextRow,
  type RunPatchJson,
  type WritePlace,
} from './step-rows.js';

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
  ON CONFLICT (run_id, launch) DO UPDATE SET fence = segment_fence.fence + 1, at = now() RETURNING fence
), told AS (
  UPDATE run SET status = 'running', waiting = NULL, fault = NULL, updated_at = now()
  WHERE id = $1 AND $4 AND ended_at IS NULL AND status <> 'running' RETURNING id
)
SELECT fence.fence, r.origin_run_id, r.again, r.mode, r.started_at, r.ended_at, r.trigger, b.parameters, b.slots,
  coalesce((SELECT jsonb_agg(to_jsonb(s) - 'run_id' - 'workspace_id') FROM step s WHERE s.run_id = r.id), '[]') AS steps,
  coalesce((SELECT jsonb_agg(to_jsonb(w) - 'run_id' - 'workspace_id') FROM wait w WHERE w.run_id = r.id AND w.status = 'open'), '[]') AS waits,
  coalesce((SELECT jsonb_agg(to_jsonb(n) - 'workspace_id' ORDER BY n.at, n.inbox_id) FROM wait w JOIN wait_news n ON n.wait_id = w.id
            WHERE w.run_id = r.id AND w.status = 'open' AND NOT n.is_taken), '[]') AS news,
  (SELECT count(*) FROM told) AS told
FROM run r JOIN binding b ON b.id = r.binding_id CROSS JOIN fence WHERE r.id = $1`;

// For many runs of a workspace at once. What has no fence is left out, and its place does not come back.
const COMMIT = `
WITH place AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS x(n int, run_id uuid, launch int, fence int, is_first boolean)
), taken AS (
  INSERT INTO segment_fence (run_id, launch, workspace_id, fence) SELECT run_id, launch, $1, fence FROM place WHERE is_first
  ON CONFLICT (run_id, launch) DO NOTHING RETURNING run_id, launch
), kept AS (
  SELECT f.run_id, f.launch FROM segment_fence f JOIN place USING (run_id, launch)
  WHERE NOT place.is_first AND f.fence = place.fence FOR SHARE OF f
), held AS (
  SELECT place.n, place.run_id FROM place JOIN (SELECT run_id, launch FROM taken UNION ALL SELECT run_id, launch FROM kept) h USING (run_id, launch)
), written AS (
  INSERT INTO step (run_id, workspace_id, ${STEP_NAMES})
  SELECT held.run_id, $1, ${STEP_NAMES} FROM jsonb_to_recordset($3::jsonb) AS x(n int, ${STEP_COLUMNS}) JOIN held USING (n)
  ON CONFLICT (run_id, node_id, visit) DO UPDATE SET
    status = excluded.status, key = excluded.key, input = excluded.input, output = excluded.output, port = excluded.port, attempt = excluded.attempt,
    attempts = excluded.attempts, fault = excluded.fault, undo_fault = excluded.undo_fault, next_try_at = excluded.next_try_at, ended_at = excluded.ended_at
), opened AS (
  INSERT INTO wait (run_id, workspace_id, id, node_id, visit, event, key, token, status, deadline_at, offers, facts)
  SELECT held.run_id, $1, id, node_id, visit, event, key, token, status, deadline_at, offers, facts
  FROM jsonb_to_recordset($4::jsonb) AS x(n int, ${WAIT_COLUMNS}) JOIN held USING (n)
  ON CONFLICT (run_id, node_id, visit) DO NOTHING RETURNING id, event, token
), endpoints AS (
  INSERT INTO endpoint (id, workspace_id, kind, token, wait_id)
  SELECT id, $1, 'callback', token, id FROM opened WHERE event = 'callback'
), closed AS (
  UPDATE wait SET status = x.status, closed_at = now()
  FROM jsonb_to_recordset($5::jsonb) AS x(n int, id uuid, status text) JOIN held USING (n) WHERE wait.id = x.id
), called AS (
  INSERT INTO step_calls (run_id, workspace_id, node_id, visit, calls, at)
  SELECT held.run_id, $1, node_id, visit, calls, now()
  FROM jsonb_to_recordset($6::jsonb) AS x(n int, node_id text, visit text, calls jsonb) JOIN held USING (n)
  ON CONFLICT (run_id, node_id, visit) DO UPDATE SET at = excluded.at,
    calls = jsonb_path_query_array(step_calls.calls || excluded.calls, '$[last - ${CALLS_KEPT - 1} to last]')
), news AS (
  SELECT held.n, news.wait_id, news.inbox_id, news.at, news.body
  FROM jsonb_to_recordset($7::jsonb) AS x(n int, wait_id uuid) JOIN held USING (n) JOIN wait_news news ON news.wait_id = x.wait_id AND NOT news.is_taken
), told AS (
  UPDATE run SET status = x.status, waiting = nullif(x.waiting, 'null'::jsonb), fault = nullif(x.fault, 'null'::jsonb),
    ended_at = CASE WHEN x.is_end THEN now() ELSE ended_at END, updated_at = now()
  FROM jsonb_to_recordset($8::jsonb) AS x(n int, status text, waiting jsonb, fault jsonb, is_end boolean) JOIN held USING (n)
  WHERE run.id = held.run_id AND run.ended_at IS NULL AND NOT EXISTS (SELECT FROM news WHERE news.n = held.n)
  RETURNING run.id, x.is_end
), left_open AS (
  -- A wait that was opened ahead of its turn, on a way that the run did not take.
  UPDATE wait SET status = 'closed', closed_at = now() FROM told
  WHERE wait.run_id = told.id AND told.is_end AND wait.status = 'open'
    AND NOT EXISTS (SELECT FROM jsonb_to_recordset($5::jsonb) AS x(id uuid) WHERE x.id = wait.id)
), woken AS (
  INSERT INTO outbox (workspace_id, run_id, kind, wake)
  SELECT $1, w.run_id, 'wake', jsonb_build_object('id', 'ended/' || told.id, 'kind', 'event', 'node', w.node_id, 'visit', w.visit)
  FROM told JOIN wait w ON w.workspace_id = $1 AND w.event = 'run' AND w.key = told.id::text AND w.status = 'open' WHERE told.is_end RETURNING 1
)
SELECT coalesce((SELECT jsonb_agg(n) FROM held), '[]') AS held,
  coalesce((SELECT jsonb_agg(to_jsonb(news) ORDER BY at, inbox_id) FROM news), '[]') AS news,
  CASE WHEN EXISTS (SELECT FROM woken) THEN pg_notify('potok_outbox', '') END`;

interface Place {
  readonly workspaceId: string;
  readonly runId: string;
  readonly launch: number;
}

interface Write {
  readonly place: WritePlace;
  readonly changes: ChangeRows;
}

/** The rows of one run as one segment reads and writes them. Segments that write at the same time write as one. */
export class SegmentRepository {
  private readonly writes = new Gathered<Write, readonly NewsJson[] | undefined>((workspaceId, writes) =>
    this.commitAll(workspaceId, writes),
  );

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

  /** Writes everything and answers the news that were asked for, or nothing when another attempt holds the fence. */
  commit(workspaceId: string, place: WritePlace, changes: ChangeRows): Promise<readonly NewsJson[] | undefined> {
    return this.writes.one(workspaceId, { place, changes });
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

  async markTaken(workspaceId: string, waitId: string, inboxIds: readonly string[]): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'wait-news-taken',
      text: 'UPDATE wait_news SET is_taken = true WHERE wait_id = $1 AND inbox_id = ANY($2::uuid[])',
      values: [waitId, [...inboxIds]],
    });
  }

  private async commitAll(workspaceId: string, writes: readonly Write[]) {
    const rows = await this.db.query<{ held: number[]; news: readonly (NewsJson & { readonly n: number })[] }>(
      workspaceId,
      {
        name: 'segment-commit',
        text: COMMIT,
        values: [workspaceId, ...valuesOf(writes)],
      },
    );
    const { held = [], news = [] } = rows[0] ?? {};
    return writes.map((_, n) => (held.includes(n) ? news.filter((one) => one.n === n) : undefined));
  }
}

/** One JSON text a table, each row with the place of its write; nothing for a table that has none. */
const valuesOf = (writes: readonly Write[]): readonly (string | null)[] => {
  const table = (rowsOf: (write: Write) => readonly object[]) => {
    const rows = writes.flatMap((write, n) => rowsOf(write).map((row) => ({ n, ...row })));
    return rows.length === 0 ? null : JSON.stringify(rows);
  };
  return [
    table(({ place }) => [placeJson(place)]),
    table(({ changes }) => changes.steps),
    table(({ changes }) => changes.openWaits),
    table(({ changes }) => changes.closeWaits),
    table(({ changes }) => changes.calls),
    table(({ changes }) => (changes.hear === undefined ? [] : [{ wait_id: changes.hear }])),
    table(({ changes }) => (changes.run === undefined ? [] : [runJson(changes.run)])),
  ];
};

const placeJson = ({ runId, launch, fence, isFirst }: WritePlace) => ({
  run_id: runId,
  launch,
  fence,
  is_first: isFirst,
});

const runJson = ({ isEnd, ...patch }: RunPatchJson) => ({ ...patch, is_end: isEnd });
