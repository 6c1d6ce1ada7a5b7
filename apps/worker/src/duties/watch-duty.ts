import type { DueQueue, RelayRepository } from '@potok/persistence/engine';
import { pump, type Duty } from './duty.js';

/**
 * Looks at all queues at once for what has become due or whose notice was lost, and nudges whoever works on it. Where nothing is
 * due the database is asked one question and not seven.
 */
export const watchDuty = (parts: {
  readonly relay: Pick<RelayRepository, 'listDue'>;
  readonly everyMs: number;
  readonly nudge: (queue: DueQueue) => void;
  readonly now: () => Date;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}): Duty =>
  pump({
    name: 'watch',
    idleMs: parts.everyMs,
    work: async () => {
      for (const queue of await parts.relay.listDue(parts.now())) parts.nudge(queue);
      return 0;
    },
    onError: (error) => {
      parts.log('watch.stalled', { error: String(error) });
    },
  });
