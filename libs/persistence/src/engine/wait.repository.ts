import type { EngineDatabase } from './engine-database.js';

/** Open waits of one workspace. */
export class WaitRepository {
  constructor(private readonly db: EngineDatabase) {}

  /** Orders a wake for each run whose wait is over; a wait is woken once per deadline, because the wake bears it in its id. */
  async wakeExpired(workspaceId: string, now: Date): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'wait-wake-expired',
      text: `WITH due AS (
               UPDATE wait SET woken_at = $2 WHERE workspace_id = $1 AND status = 'open' AND deadline_at <= $2 AND woken_at IS NULL
               RETURNING id, run_id, node_id, visit
             ), ordered AS (
               INSERT INTO outbox (workspace_id, run_id, kind, wake)
               SELECT $1, run_id, 'wake', jsonb_build_object('id', 'expired/' || id, 'kind', 'event', 'node', node_id, 'visit', visit) FROM due RETURNING 1
             )
             SELECT pg_notify('potok_outbox', '') FROM ordered`,
      values: [workspaceId, now],
    });
  }
}
