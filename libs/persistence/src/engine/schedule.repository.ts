import type { EngineDatabase } from './engine-database.js';

export interface ScheduleRow {
  readonly id: string;
  readonly scenario_id: string;
  readonly cron: string;
  readonly time_zone: string;
  readonly next_at: Date;
}

/** When scenarios are to start by the clock. */
export class ScheduleRepository {
  constructor(private readonly db: EngineDatabase) {}

  async find(workspaceId: string, id: string): Promise<ScheduleRow | undefined> {
    const rows = await this.db.query<ScheduleRow>(workspaceId, {
      name: 'schedule-find',
      text: 'SELECT id, scenario_id, cron, time_zone, next_at FROM schedule WHERE id = $1 AND is_enabled',
      values: [id],
    });
    return rows[0];
  }

  /** Fires once per time: the inbox row's key is the time, and the next time is set with it. */
  async fire(
    workspaceId: string,
    schedule: ScheduleRow,
    of: { readonly inboxId: string; readonly next: Date },
  ): Promise<void> {
    await this.db.transaction(workspaceId, async (tx) => {
      const moved = await tx.query('UPDATE schedule SET next_at = $3 WHERE id = $1 AND next_at = $2', [
        schedule.id,
        schedule.next_at,
        of.next,
      ]);
      if (moved.rowCount !== 1) return;
      await tx.query(
        `INSERT INTO inbox (id, workspace_id, source, scenario_id, scope, event_key, body) VALUES ($1, $2, 'schedule', $3, $4, $5, $6)
         ON CONFLICT (workspace_id, scope, event_key) DO NOTHING`,
        [
          of.inboxId,
          workspaceId,
          schedule.scenario_id,
          `schedule:${schedule.id}`,
          schedule.next_at.toISOString(),
          JSON.stringify({ firedAt: schedule.next_at.toISOString() }),
        ],
      );
      await tx.query(`SELECT pg_notify('potok_inbox', 'starts')`);
    });
  }
}
