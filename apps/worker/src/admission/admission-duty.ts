import type { RelayRepository } from '@potok/persistence/engine';
import { pump, type Duty } from '../duties/duty.js';
import { admit, type AdmissionParts } from './admit.js';

const BATCH = 50;
/** Long enough for the slowest admission; a dead worker's rows are taken by another after it. */
const LEASE_MS = 60_000;

/** Takes what is new in the inbox, of all workspaces, side by side. */
export const admissionDuty = (relay: RelayRepository, parts: AdmissionParts): Duty =>
  pump({
    name: 'admission',
    idleMs: 1000,
    work: async () => {
      const rows = await relay.claimInbox(BATCH, LEASE_MS);
      await Promise.all(rows.map((row) => admit(parts, row.workspace_id, row.id)));
      return rows.length;
    },
    onError: (error) => {
      parts.log('admission.stalled', { error: String(error) });
    },
  });
