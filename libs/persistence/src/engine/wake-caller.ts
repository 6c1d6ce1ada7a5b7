/**
 * News of a run that another scenario called wake the caller: orders a wake for the wait whose key is the called run. `run` and
 * `workspace` are parameters of the statement, `when` says whether there is any news, `news` (SQL too) names them in the wake's id.
 */
export const WAKE_CALLER = (of: {
  readonly run: string;
  readonly workspace: string;
  readonly news: string;
  readonly when: string;
}): string => `
  INSERT INTO outbox (workspace_id, run_id, kind, wake)
  SELECT ${of.workspace}, w.run_id, 'wake',
    jsonb_build_object('id', ${of.news} || '/' || ${of.run}::text, 'kind', 'event', 'node', w.node_id, 'visit', w.visit)
  FROM wait w WHERE w.workspace_id = ${of.workspace} AND w.event = 'run' AND w.key = ${of.run}::text AND w.status = 'open' AND ${of.when} RETURNING 1`;
