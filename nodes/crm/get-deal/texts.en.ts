import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Read a deal',
  summary: 'Reads a deal with its company, contact, requisites and products.',
  synonyms: ['deal', 'CRM', 'Bitrix24', 'amoCRM', 'requisites'],
  sentences: {
    DEAL_NOT_FOUND: 'There is no deal {dealId} in the CRM. Check the number and the rights of the connection.',
  },
};
