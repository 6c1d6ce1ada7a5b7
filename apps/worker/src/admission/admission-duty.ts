import type { RelayRepository } from '@potok/persistence/engine';
import { crew } from '../duties/crew.js';
import type { Duty } from '../duties/duty.js';
import { admit, type AdmissionParts } from './admit.js';

const MOST_AT_ONCE = 50;
/** Long enough for the slowest admission; a dead worker's rows are taken by another after it. */
const LEASE_MS = 60_000;

/** Takes what is new in the inbox, of all workspaces, side by side. */
export const admissionDuty = (relay: RelayRepository, parts: AdmissionParts): Duty =>
  crew({
    name: 'admission',
    idleMs: 1000,
    most: MOST_AT_ONCE,
    take: (limit) => relay.claimInbox(limit, LEASE_MS),
    each: (row) => admit(parts, row.workspace_id, row.id),
    onError: (error) => {
      parts.log('admission.stalled', { error: String(error) });
    },
  });
