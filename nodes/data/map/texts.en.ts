import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Map data',
  summary: 'Builds a new set of fields from the data of earlier steps.',
  synonyms: ['mapping', 'transform', 'fields', 'variables'],
  sentences: {
    MAPPED_DOES_NOT_FIT: 'The data does not fit its schema: fields {fields}. Mend these values or the schema.',
    AUTHOR_SCHEMA_WRONG:
      'The schema cannot be used: {keyword}. Remove regular expressions and references, check its words.',
  },
};
