import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Await the buyer’s answer',
  summary: 'Waits until the buyer signs the document, refuses it or asks to clarify.',
  synonyms: ['answer', 'buyer’s signature', 'refusal', 'clarification', 'discrepancies', 'status'],
  sentences: {
    DELIVERY_FAILED: 'The document did not reach the buyer: {reason}. See it at the operator and send it anew.',
  },
};
