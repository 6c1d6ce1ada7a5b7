import type { RelayRepository, ScheduleRepository } from '@potok/persistence/engine';
import { pump, WATCHED_IDLE_MS, type Duty } from '../duties/duty.js';
import { newId } from '../services/new-id.js';
import { nextFireTime } from '@potok/scenario/schedule';

export interface ScheduleParts {
  readonly relay: RelayRepository;
  readonly schedules: ScheduleRepository;
  readonly now: () => Date;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

/** Turns due schedules into inbox rows, one a fire time. What was missed while nothing ran is fired once, not once per time. */
export const schedulesDuty = (parts: ScheduleParts): Duty =>
  pump({
    name: 'schedules',
    idleMs: WATCHED_IDLE_MS,
    work: async () => {
      const now = parts.now();
      const due = await parts.relay.listDueSchedules(now, 100);
      for (const { id, workspace_id: workspaceId } of due) {
        const schedule = await parts.schedules.find(workspaceId, id);
        if (schedule === undefined) continue;
        await parts.schedules.fire(workspaceId, schedule, {
          inboxId: newId(),
          next: nextFireTime({ cron: schedule.cron, timeZone: schedule.time_zone }, now),
        });
      }
      return 0;
    },
    onError: (error) => {
      parts.log('schedules.stalled', { error: String(error) });
    },
  });
