import type { NodeId, SegmentEntry, StepPlace, Visit } from '@potok/contracts';

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
  | ({ readonly kind: 'undo' } & UndoOrder);

/** What the next pass of the undo is to do, and what a person said of the step at which the last one failed. */
export interface UndoOrder {
  readonly as: 'undone' | 'cancelled';
  readonly passOver?: StepPlace;
  readonly again?: StepPlace;
}
