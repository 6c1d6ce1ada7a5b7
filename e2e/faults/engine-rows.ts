import pg from 'pg';
import { readStack } from '../support/stack.js';

export interface RunRow {
  readonly id: string;
  readonly workspace_id: string;
  readonly scenario_id: string;
  readonly status: string;
  readonly document_number: string | null;
  readonly fault: { readonly fault?: { readonly code?: string } } | null;
}

export interface EngineRows {
  readonly runs: readonly RunRow[];
  readonly falseStates: readonly string[];
  readonly orphanWaits: readonly string[];
  readonly undrained: readonly string[];
}

/** A question to the stack's database as its owner, on a connection of its own: the server may just have died. */
export const askDatabase = async <Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: readStack().databaseUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const sayings = async (text: string, values: readonly unknown[]): Promise<readonly string[]> =>
  (await askDatabase<{ said: string }>(text, values)).map((row) => row.said);

const RUNS = `SELECT id, workspace_id, scenario_id, status, document_number, fault FROM run WHERE scenario_id = ANY ($1::uuid[])`;

const FALSE_STATES = `
  WITH mine AS (SELECT *, status IN ('done', 'undone', 'cancelled', 'closed-by-person') AS is_end FROM run WHERE scenario_id = ANY ($1::uuid[]))
  SELECT 'run ' || id || ' is ' || status || ' and ended ' || coalesce(ended_at::text, 'never') AS said
    FROM mine WHERE is_end <> (ended_at IS NOT NULL)
  UNION ALL
  SELECT 'run ' || id || ' waits for nothing' FROM mine
   WHERE status = 'waiting' AND NOT EXISTS (SELECT FROM wait WHERE run_id = mine.id AND status = 'open')
  UNION ALL
  SELECT 'run ' || mine.id || ' is ' || mine.status || ' and its step ' || node_id || ' ' || step.status
    FROM mine JOIN step ON run_id = mine.id
   WHERE is_end AND step.status IN ('started', 'retrying', 'undo-failed') OR mine.status = 'done' AND step.status IN ('waiting', 'faulted')`;

/** A wait whose run has ended, or whose step has been left. */
const ORPHAN_WAITS = `
  SELECT 'wait ' || wait.id || ' of run ' || run.id || ' (' || run.status || '), step ' || wait.node_id || ' ' || coalesce(step.status, 'not yet') AS said
    FROM wait JOIN run ON run.id = wait.run_id
    LEFT JOIN step ON step.run_id = wait.run_id AND step.node_id = wait.node_id AND step.visit = wait.visit
   WHERE run.scenario_id = ANY ($1::uuid[]) AND wait.status = 'open'
     AND (run.ended_at IS NOT NULL OR step.status IN ('done', 'faulted', 'skipped', 'undone'))`;

/** Events of a document that we have never sent are kept for some minutes, in case that its send is still to be told. */
const UNDRAINED = `
  SELECT 'outbox: ' || kind || ' of run ' || run_id || ', tried ' || attempts || ' times' AS said FROM outbox
  UNION ALL
  SELECT 'inbox: ' || source || ' ' || id || ', tried ' || attempts || ' times, ' || coalesce(reason::text, '') FROM inbox
   WHERE status = 'new' AND NOT (coalesce(reason ->> 'code', '') = 'DOCUMENT_NOT_YET_KNOWN'
     AND NOT EXISTS (SELECT FROM document WHERE message_id = body ->> 'messageId'))`;

export const listRuns = (scenarioIds: readonly string[]): Promise<readonly RunRow[]> =>
  askDatabase<RunRow>(RUNS, [scenarioIds]);

const read = async (scenarioIds: readonly string[]): Promise<EngineRows> => ({
  runs: await listRuns(scenarioIds),
  falseStates: await sayings(FALSE_STATES, [scenarioIds]),
  orphanWaits: await sayings(ORPHAN_WAITS, [scenarioIds]),
  undrained: await sayings(UNDRAINED, []),
});

/** The rows once all runs are settled and nothing is on its way, or what they are when the patience is over. */
export const settledRows = async (
  scenarioIds: readonly string[],
  patienceMs: number,
  isSettled: (run: RunRow) => boolean,
): Promise<EngineRows> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    const rows = await read(scenarioIds).catch((error: unknown) => {
      if (Date.now() > end) throw error;
      return undefined;
    });
    const isQuiet =
      rows !== undefined &&
      rows.runs.every(isSettled) &&
      rows.falseStates.length + rows.orphanWaits.length + rows.undrained.length === 0;
    if (rows !== undefined && (isQuiet || Date.now() > end)) return rows;
    await new Promise((done) => setTimeout(done, 250));
  }
};
