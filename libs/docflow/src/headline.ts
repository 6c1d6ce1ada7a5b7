import type { Answer, Delivery, DocflowState, Headline } from '@potok/contracts';

/** The one word that a list shows: the track that matters most now. Derived each time, never stored. */
export const headlineOf = (state: DocflowState): Headline => {
  if (state.annulment === 'annulled') return 'annulled';
  if (state.annulment === 'requested-by-us' || state.annulment === 'requested-by-them') return 'annulment-requested';
  if (state.correction === 'corrected') return 'corrected';
  return ofAnswer(state.answer, state.isExported) ?? (state.isExported ? 'exported' : ofDelivery(state.delivery));
};

const ofAnswer = (answer: Answer, isExported: boolean): Headline | undefined => {
  switch (answer) {
    case 'none':
      return undefined;
    case 'accepted':
      return isExported ? 'exported' : 'accepted';
    case 'accepted-with-discrepancies':
    case 'rejected':
    case 'clarification-requested':
      return answer;
  }
};

const ofDelivery = (delivery: Delivery): Headline => {
  switch (delivery) {
    case 'draft':
    case 'validated':
      return 'draft';
    case 'signing':
      return 'waiting-for-our-signature';
    case 'signed':
      return 'signed';
    case 'sent':
    case 'confirmed':
      return 'sent';
    case 'delivered':
      return 'waiting-for-buyer';
    case 'failed':
      return 'failed';
  }
};
