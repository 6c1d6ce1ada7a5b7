import type { DocflowState } from '@potok/contracts';

export type AnswerPort = 'accepted' | 'discrepancies' | 'rejected' | 'clarification' | 'annulled';

const PORTS = {
  accepted: 'accepted',
  'accepted-with-discrepancies': 'discrepancies',
  rejected: 'rejected',
  'clarification-requested': 'clarification',
} as const;

/** By which port a document's state answers the wait; `undefined` while the buyer is silent. */
export const portOf = ({ annulment, answer }: DocflowState): AnswerPort | undefined => {
  if (annulment === 'annulled') return 'annulled';
  return answer === 'none' ? undefined : PORTS[answer];
};
