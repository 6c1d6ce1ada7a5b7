import type { RelayRepository, WaitRepository } from '@potok/persistence/engine';
import { pump, WATCHED_IDLE_MS, type Duty } from './duty.js';

/**
 * Wakes runs whose wait is over by the engine's clock. Temporal's own timer does this by itself; this duty is for a clock
 * that was moved (tests, a restored backup), and finds nothing otherwise.
 */
export const expiredWaitsDuty = (parts: {
  readonly relay: RelayRepository;
  readonly waits: WaitRepository;
  readonly now: () => Date;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}): Duty =>
  pump({
    name: 'expired-waits',
    idleMs: WATCHED_IDLE_MS,
    work: async () => {
      for (const workspaceId of await parts.relay.listWorkspacesWithWaitsBefore(parts.now()))
        await parts.waits.wakeExpired(workspaceId, parts.now());
      return 0;
    },
    onError: (error) => {
      parts.log('expired-waits.stalled', { error: String(error) });
    },
  });
