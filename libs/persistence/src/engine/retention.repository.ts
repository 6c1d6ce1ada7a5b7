import type pg from 'pg';

const BATCH = 1000;
const DAY_SEC = 24 * 60 * 60;

/** How long technical rows are kept; docs/deploy.md tells people. */
const KEPT_SEC = {
  /** After a request has run out. Whoever asked has long gone. */
  requests: 7 * DAY_SEC,
  /** After an attempt last took the fence. An attempt lives an hour at most, and a write without a fence is refused. */
  fences: 30 * DAY_SEC,
  /** After the news came. Its delivery stays in the inbox, its answer in the step. */
  news: 30 * DAY_SEC,
  /** After the run has ended: what came with its end is still on the way. */
  waits: 60 * 60,
  /** After a tab's last beat has run out. */
  tabs: 60 * 60,
};

/** Forgets technical rows by their age, by the database's own clock, as the relay role. Each call does a batch. */
export class RetentionRepository {
  constructor(private readonly pool: pg.Pool) {}

  deleteOldRequests(): Promise<number> {
    return this.count({
      name: 'delete-old-requests',
      text: `DELETE FROM request WHERE id IN (
               SELECT id FROM request WHERE created_at < now() - make_interval(secs => $1) AND expires_at < now() - make_interval(secs => $1)
               LIMIT ${BATCH})`,
      values: [KEPT_SEC.requests],
    });
  }

  deleteOldFences(): Promise<number> {
    return this.count({
      name: 'delete-old-fences',
      text: `DELETE FROM segment_fence WHERE (run_id, launch) IN (
               SELECT run_id, launch FROM segment_fence WHERE at < now() - make_interval(secs => $1) LIMIT ${BATCH})`,
      values: [KEPT_SEC.fences],
    });
  }

  /** What an open wait has not taken stays, however old: its run has still to look at it. */
  deleteOldNews(): Promise<number> {
    return this.count({
      name: 'delete-old-news',
      text: `DELETE FROM wait_news WHERE (wait_id, inbox_id) IN (
               SELECT n.wait_id, n.inbox_id FROM wait_news n JOIN wait w ON w.id = n.wait_id
               WHERE n.at < now() - make_interval(secs => $1) AND (n.is_taken OR w.status <> 'open') LIMIT ${BATCH})`,
      values: [KEPT_SEC.news],
    });
  }

  /**
   * A run that was cancelled, closed or went another way leaves waits open. Nobody waits there any more: what comes for them
   * is kept and said to be late, and given to nobody. Their addresses go on to be good.
   */
  closeWaitsOfEndedRuns(): Promise<number> {
    return this.count({
      name: 'close-ended-waits',
      text: `UPDATE wait SET status = 'closed', closed_at = now() WHERE status = 'open' AND id IN (
               SELECT w.id FROM wait w JOIN run r ON r.id = w.run_id
               WHERE w.status = 'open' AND r.ended_at < now() - make_interval(secs => $1) LIMIT ${BATCH})`,
      values: [KEPT_SEC.waits],
    });
  }

  /** Tabs of scenarios that nobody has opened again, and locks that nobody has taken over. */
  async deleteOldTabs(): Promise<number> {
    let total = 0;
    for (const table of ['scenario_tab', 'scenario_lock'])
      total += await this.count({
        name: `delete-old-${table}`,
        text: `DELETE FROM ${table} WHERE until < now() - make_interval(secs => $1)`,
        values: [KEPT_SEC.tabs],
      });
    return total;
  }

  private async count(statement: pg.QueryConfig): Promise<number> {
    const { rowCount } = await this.pool.query(statement);
    return rowCount ?? 0;
  }
}
