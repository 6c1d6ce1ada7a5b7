import type { AuditSealerRepository, RelayRepository } from '@potok/persistence/engine';
import { pump, type Duty } from '../duties/duty.js';

const IDLE_MS = 5000;

/** Chains the hashes of the audit trail, a workspace at a time. */
export const sealerDuty = (parts: {
  readonly relay: RelayRepository;
  readonly sealer: AuditSealerRepository;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}): Duty =>
  pump({
    name: 'audit-sealer',
    idleMs: IDLE_MS,
    work: async () => {
      const workspaces = await parts.relay.listUnsealed();
      for (const workspaceId of workspaces) await parts.sealer.seal(workspaceId);
      return 0;
    },
    onError: (error) => {
      parts.log('audit-sealer.stalled', { error: String(error) });
    },
  });
