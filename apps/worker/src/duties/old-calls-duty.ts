import type { RelayRepository } from '@potok/persistence/engine';
import { pump, type Duty } from './duty.js';

const IDLE_MS = 60 * 60_000;
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** Forgets what steps asked of outside systems a month ago. */
export const oldCallsDuty = (parts: {
  readonly relay: RelayRepository;
  readonly now: () => Date;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}): Duty =>
  pump({
    name: 'old-calls',
    idleMs: IDLE_MS,
    work: () => parts.relay.deleteCallsBefore(new Date(parts.now().getTime() - KEPT_MS)),
    onError: (error) => {
      parts.log('old-calls.stalled', { error: String(error) });
    },
  });
