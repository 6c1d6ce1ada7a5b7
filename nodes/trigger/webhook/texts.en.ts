import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Webhook',
  summary: 'Starts a run when another system sends data to an address.',
  synonyms: ['webhook', 'HTTP', 'POST', 'incoming', 'API'],
  sentences: {
    BODY_DOES_NOT_FIT: 'The body does not fit its schema: fields {fields}. No run was started.',
    AUTHOR_SCHEMA_WRONG:
      'The schema cannot be used: {keyword}. Remove regular expressions and references, check its words.',
  },
};
