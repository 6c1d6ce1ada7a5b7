import type { RetentionRepository } from '@potok/persistence/engine';
import { pump, type Duty } from './duty.js';

const IDLE_MS = 60 * 60_000;

/** Forgets technical rows that are old, and closes the waits of runs that have ended: a batch of each kind at a time. */
export const oldRowsDuty = (parts: {
  readonly retention: RetentionRepository;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}): Duty =>
  pump({
    name: 'old-rows',
    idleMs: IDLE_MS,
    work: async () => {
      const { retention, log } = parts;
      const counts = {
        waits: await retention.closeWaitsOfEndedRuns(),
        news: await retention.deleteOldNews(),
        fences: await retention.deleteOldFences(),
        requests: await retention.deleteOldRequests(),
        tabs: await retention.deleteOldTabs(),
      };
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      if (total > 0) log('old-rows.forgotten', counts);
      return total;
    },
    onError: (error) => {
      parts.log('old-rows.stalled', { error: String(error) });
    },
  });
