import type { DocflowState } from '@potok/contracts';

/** Ports of `edo.await-answer` that the other side decides. */
export const WAIT_OUTCOMES = ['accepted', 'discrepancies', 'rejected', 'clarification', 'annulled'] as const;
export type WaitOutcome = (typeof WAIT_OUTCOMES)[number];

/** How a wait for the buyer ends, or undefined while there is nothing to end it. */
export const answerOf = ({ answer, annulment }: DocflowState): WaitOutcome | undefined => {
  if (annulment === 'annulled') return 'annulled';
  switch (answer) {
    case 'none':
      return undefined;
    case 'accepted':
      return 'accepted';
    case 'accepted-with-discrepancies':
      return 'discrepancies';
    case 'rejected':
      return 'rejected';
    case 'clarification-requested':
      return 'clarification';
  }
};
