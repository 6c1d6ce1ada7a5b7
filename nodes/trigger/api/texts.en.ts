import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'API call',
  summary: 'Starts a run by a call of the Potok API with a token.',
  synonyms: ['API', 'REST', 'token', 'program'],
  sentences: {
    BODY_NOT_AN_OBJECT: 'The body of the call must be a set of fields.',
    BODY_DOES_NOT_FIT: 'The body does not fit its schema: fields {fields}. No run was started.',
    AUTHOR_SCHEMA_WRONG:
      'The schema cannot be used: {keyword}. Remove regular expressions and references, check its words.',
  },
};
