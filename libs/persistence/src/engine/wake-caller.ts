/**
 * The end of a run that another scenario called wakes the caller: orders a wake for the wait whose key is the ended run.
 * `run` and `workspace` are parameters of the statement, `isEnd` says whether it has just ended.
 */
export const WAKE_CALLER = (run: string, workspace: string, isEnd: string): string => `
  INSERT INTO outbox (workspace_id, run_id, kind, wake)
  SELECT ${workspace}, w.run_id, 'wake', jsonb_build_object('id', 'ended/' || ${run}::text, 'kind', 'event', 'node', w.node_id, 'visit', w.visit)
  FROM wait w WHERE w.workspace_id = ${workspace} AND w.event = 'run' AND w.key = ${run}::text AND w.status = 'open' AND ${isEnd} RETURNING 1`;
