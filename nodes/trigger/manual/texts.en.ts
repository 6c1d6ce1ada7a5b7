import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'By hand',
  summary: 'Starts a run by a button, with data of a form.',
  synonyms: ['button', 'form', 'start', 'manual'],
  sentences: {
    BODY_NOT_AN_OBJECT: 'The data of a run must be a set of fields.',
    BODY_DOES_NOT_FIT: 'The data does not fit its schema: fields {fields}. No run was started.',
    AUTHOR_SCHEMA_WRONG:
      'The schema cannot be used: {keyword}. Remove regular expressions and references, check its words.',
  },
};
