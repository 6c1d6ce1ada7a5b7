import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Change a deal',
  summary: 'Changes the stage and the fields of a deal, adds a comment, sets a task.',
  synonyms: ['deal', 'CRM', 'stage', 'task', 'comment', 'Bitrix24', 'amoCRM'],
  sentences: {
    DEAL_NOT_FOUND: 'There is no deal {dealId} in the CRM. Check the number and the rights of the connection.',
    DEAL_BEFORE_UNKNOWN:
      'Deal {dealId} was changed and nobody knows what it held before. Put stage and fields back in the CRM and skip the step.',
  },
};
