import type { InboxKind, RelayRepository } from '@potok/persistence/engine';
import { crew } from '../duties/crew.js';
import { WATCHED_IDLE_MS, type Duty } from '../duties/duty.js';
import { admit, type AdmissionParts } from './admit.js';

/**
 * News of runs that are under way wait behind no start: what has begun is finished before more is begun. Few starts at once: a
 * backlog stands in the inbox, where workspaces take turns, and not in Temporal's queue, which an eager start would overtake.
 * Each is in hand for some 30 ms: 8 are several times what one worker can carry, and at 1.2 of that a quiet neighbour's run
 * takes 0.7 s where 24 at once made it wait for 8.
 */
const MOST_AT_ONCE: Readonly<Record<InboxKind, number>> = { news: 50, starts: 8 };
/** Long enough for the slowest admission; a dead worker's rows are taken by another after it. */
const LEASE_MS = 60_000;

/** Takes what is new in the inbox, of all workspaces in turn, side by side. */
export const admissionDuty = (kind: InboxKind, relay: RelayRepository, parts: AdmissionParts): Duty =>
  crew({
    name: `admission-${kind}`,
    idleMs: WATCHED_IDLE_MS,
    most: MOST_AT_ONCE[kind],
    take: (limit) => relay.claimInbox(kind, limit, LEASE_MS),
    each: (row) => admit(parts, row.workspace_id, row.id),
    onError: (error) => {
      parts.log('admission.stalled', { error: String(error) });
    },
  });
