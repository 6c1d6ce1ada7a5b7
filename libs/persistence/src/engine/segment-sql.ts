import { CALLS_KEPT } from './step-rows.js';

const STEP_COLUMNS = `node_id text, visit text, seq bigint, status text, effect text, key text, input jsonb, output jsonb, port text, attempt int,
  attempts jsonb, fault jsonb, undo_fault jsonb, next_try_at timestamptz, started_at timestamptz, ended_at timestamptz`;
const STEP_NAMES =
  'node_id, visit, seq, status, effect, key, input, output, port, attempt, attempts, fault, undo_fault, next_try_at, started_at, ended_at';
const WAIT_COLUMNS =
  'id uuid, node_id text, visit text, event text, key text, token text, status text, deadline_at timestamptz, offers jsonb, facts jsonb';

// The fence: whoever begins last holds it, and only the holder can write. What the segment may need is read with it, in one
// round trip, and nothing else: a run may have tens of thousands of rows.
const FENCE = `
WITH fence AS (
  INSERT INTO segment_fence (run_id, launch, workspace_id, fence) VALUES ($1, $2, $3, 1)
  ON CONFLICT (run_id, launch) DO UPDATE SET fence = segment_fence.fence + 1, at = now() RETURNING fence
), told AS (
  UPDATE run SET status = 'running', waiting = NULL, fault = NULL, updated_at = now()
  WHERE id = $1 AND $4 AND ended_at IS NULL AND status <> 'running' RETURNING id
)
SELECT fence.fence, r.origin_run_id, r.again, r.mode, r.started_at, r.ended_at, b.parameters, b.slots, (SELECT count(*) FROM told) AS told`;
const FROM_RUN = 'FROM run r JOIN binding b ON b.id = r.binding_id CROSS JOIN fence WHERE r.id = $1';
const WAIT = `to_jsonb(w) - 'run_id' - 'workspace_id'`;

// Of several visits of one node the nearest is seen: the deepest in common ($15: every place around), then the latest.
export const BEGIN = `${FENCE},
  CASE WHEN $13 AND NOT 'trigger' = ANY($14::text[]) THEN r.trigger END AS trigger,
  CASE WHEN $13 AND NOT 'trigger' = ANY($14::text[]) THEN pg_column_size(r.trigger) END AS trigger_size,
  coalesce((SELECT jsonb_agg(to_jsonb(s) - 'run_id' - 'workspace_id') FROM step s
    WHERE s.run_id = $1 AND s.node_id = ANY($5::text[]) AND s.visit = ANY($6::text[])), '[]') AS steps,
  coalesce((SELECT jsonb_agg(to_jsonb(seen)) FROM unnest($7::text[], $8::text[], $9::text[]) AS wanted (node, low, high) CROSS JOIN LATERAL (
    SELECT s.node_id, s.visit, s.seq, s.port, CASE WHEN NOT held.is_held THEN s.output END AS output, CASE WHEN NOT held.is_held THEN pg_column_size(s.output) END AS size
    FROM step s, LATERAL (SELECT s.node_id || '@' || s.visit = ANY($14::text[]) AS is_held) held
    WHERE s.run_id = $1 AND s.node_id = wanted.node AND s.visit >= wanted.low AND s.visit < wanted.high AND s.status = 'done'
    ORDER BY (SELECT count(*) FROM unnest($15::text[]) AS around WHERE starts_with(s.visit || '/', around)) DESC,
      string_to_array(translate(s.visit, '~', ''), '/')::int[] DESC LIMIT 1
  ) seen), '[]') AS outputs,
  coalesce((SELECT jsonb_agg(${WAIT}) FROM unnest($10::text[], $11::text[], $12::text[]) AS wanted (node, low, high) JOIN wait w
    ON w.run_id = $1 AND w.node_id = wanted.node AND w.visit >= wanted.low AND w.visit < wanted.high AND w.status = 'open'), '[]') AS waits,
  coalesce((SELECT jsonb_agg(to_jsonb(n) - 'workspace_id' ORDER BY n.at, n.inbox_id) FROM unnest($10::text[], $11::text[], $12::text[]) AS wanted (node, low, high)
    JOIN wait w ON w.run_id = $1 AND w.node_id = wanted.node AND w.visit >= wanted.low AND w.visit < wanted.high AND w.status = 'open'
    JOIN wait_news n ON n.wait_id = w.id AND NOT n.is_taken), '[]') AS news
${FROM_RUN}`;

export const BEGIN_UNDO = `${FENCE}, NULL AS trigger, NULL AS trigger_size, '[]'::jsonb AS outputs,
  coalesce((SELECT jsonb_agg(to_jsonb(s) - 'run_id' - 'workspace_id') FROM step s
    WHERE s.run_id = $1 AND s.key <> '' AND s.status <> 'undone' AND (s.effect = 'undoable' OR s.node_id = ANY($5::text[]))), '[]') AS steps,
  coalesce((SELECT jsonb_agg(${WAIT}) FROM wait w WHERE w.run_id = $1 AND w.node_id = ANY($5::text[]) AND w.status = 'open'), '[]') AS waits, '[]'::jsonb AS news
${FROM_RUN}`;

// For many runs of a workspace at once. What has no fence is left out, and its place does not come back.
export const COMMIT = `
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
), woken AS (
  INSERT INTO outbox (workspace_id, run_id, kind, wake)
  SELECT $1, w.run_id, 'wake', jsonb_build_object('id', 'ended/' || told.id, 'kind', 'event', 'node', w.node_id, 'visit', w.visit)
  FROM told JOIN wait w ON w.workspace_id = $1 AND w.event = 'run' AND w.key = told.id::text AND w.status = 'open' WHERE told.is_end RETURNING 1
)
SELECT coalesce((SELECT jsonb_agg(n) FROM held), '[]') AS held,
  coalesce((SELECT jsonb_agg(to_jsonb(news) ORDER BY at, inbox_id) FROM news), '[]') AS news,
  CASE WHEN EXISTS (SELECT FROM woken) THEN pg_notify('potok_outbox', '') END`;
