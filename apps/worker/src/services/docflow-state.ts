import type { DocflowState } from '@potok/contracts';
import { headlineOf } from '@potok/docflow';
import type { DocumentRow, FoldedState } from '@potok/persistence/engine';

/** The state of a stored document, in the words of docflow. */
export const stateOf = (row: DocumentRow): DocflowState => ({
  delivery: row.delivery as DocflowState['delivery'],
  answer: row.answer as DocflowState['answer'],
  annulment: row.annulment as DocflowState['annulment'],
  correction: row.correction as DocflowState['correction'],
  isExported: row.exported_at !== null,
  isPaid: row.paid_at !== null,
  isArchived: row.archived_at !== null,
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.answered_at === null ? {} : { answeredAt: row.answered_at.toISOString() }),
});

export const folded = (state: DocflowState): FoldedState => ({ ...state, headline: headlineOf(state) });
