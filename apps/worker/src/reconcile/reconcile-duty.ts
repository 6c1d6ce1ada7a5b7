import type { RelayRepository } from '@potok/persistence/engine';
import { pump, type Duty } from '../duties/duty.js';
import { HoldLost, type ReconcileParts } from './reconciling.js';
import { runReconciliation } from './run-reconciliation.js';

const IDLE_MS = 15_000;

/** Reconciles workspaces when they are due, at night or because somebody asked: one at a time, each by one worker. */
export const reconcileDuty = (
  given: Omit<ReconcileParts, 'isStopping'> & {
    readonly relay: Pick<RelayRepository, 'claimReconciliation'>;
    readonly holder: string;
  },
): Duty => {
  let isStopping = false;
  const parts = { ...given, isStopping: () => isStopping };
  const duty = pump({
    name: 'reconcile',
    idleMs: IDLE_MS,
    work: async () => {
      const claim = await parts.relay.claimReconciliation(parts.holder, parts.now(), parts.leaseMs);
      if (claim === undefined) return 0;
      const hold = { workspaceId: claim.workspace_id, fence: claim.fence };
      try {
        await runReconciliation(parts, hold);
      } catch (error) {
        if (!(error instanceof HoldLost)) throw error;
        parts.log('reconcile.hold-lost', { workspaceId: claim.workspace_id });
        await parts.reports.release(hold);
      }
      return 1;
    },
    onError: (error) => {
      parts.log('reconcile.stalled', { error: String(error) });
    },
  });
  return {
    ...duty,
    stop: async () => {
      isStopping = true;
      await duty.stop();
    },
  };
};
