import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Deal at a stage',
  summary: 'Starts a run when a deal in the CRM comes to a stage.',
  synonyms: ['deal', 'CRM', 'stage', 'won', 'Bitrix24', 'amoCRM', 'trigger'],
  sentences: {
    NOT_A_DEAL_CHANGE: 'The event is not about a new or a changed deal.',
    NO_DEAL_ID: 'The call names no deal.',
    DEAL_NOT_FOUND: 'There is no deal {dealId} in the CRM, or the connection does not see it.',
    OTHER_STAGE: 'Deal {dealId} stands at another stage or in another pipeline: {stageId}.',
  },
};
