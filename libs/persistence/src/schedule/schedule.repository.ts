import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import { ScheduleRow } from './schedule.entity.js';

export class ScheduleRepository {
  constructor(private readonly db: EntityManager) {}

  /** The scenario's one schedule. `nextAt` is kept when neither cron nor zone has changed. */
  async put(schedule: {
    workspaceId: string;
    scenarioId: string;
    cron: string;
    timeZone: string;
    nextAt: Date;
  }): Promise<void> {
    await this.db.query(
      `INSERT INTO schedule (id, workspace_id, scenario_id, cron, time_zone, next_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (scenario_id) DO UPDATE SET is_enabled = true, cron = excluded.cron, time_zone = excluded.time_zone,
         next_at = CASE WHEN schedule.is_enabled AND schedule.cron = excluded.cron AND schedule.time_zone = excluded.time_zone
                        THEN schedule.next_at ELSE excluded.next_at END`,
      [newId(), schedule.workspaceId, schedule.scenarioId, schedule.cron, schedule.timeZone, schedule.nextAt],
    );
  }

  async setEnabled(scenarioId: string, isEnabled: boolean): Promise<void> {
    await this.db.update(ScheduleRow, { scenarioId }, { isEnabled });
  }

  async remove(scenarioId: string): Promise<void> {
    await this.db.delete(ScheduleRow, { scenarioId });
  }
}
