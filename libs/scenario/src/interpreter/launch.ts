import type { NodeId, SegmentEntry, Visit } from '@potok/contracts';

/** One segment to run now. */
export interface Launch {
  readonly token: number;
  readonly launch: number;
  readonly from: NodeId;
  readonly visit: Visit;
  readonly atVisit?: Visit;
  readonly entry: SegmentEntry;
  readonly isAlone: boolean;
}

/** What the workflow is to do when the core has nothing to launch. */
export type CoreEnd =
  | { readonly kind: 'done'; readonly isSettled: boolean }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'undo';
      readonly as: 'undone' | 'cancelled';
      readonly passOver?: { readonly node: NodeId; readonly visit: Visit };
    };
