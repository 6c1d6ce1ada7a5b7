import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Post in accounting',
  summary: 'Writes and posts a sale for a document: buyer, contract and goods are found or made.',
  synonyms: ['1C', 'sale', 'posting', 'accounting', 'export'],
  sentences: {
    DOCUMENT_NOT_FOUND: 'There is no document {documentId}.',
    DOCUMENT_WITHOUT_LINES: 'Document {number} has no lines to make a sale of.',
    ORGANIZATION_UNKNOWN: 'The accounting base has no organization with INN {inn}. Add it or choose another base.',
    POSTING_REFUSED: 'The accounting system did not post the document: {words}.',
  },
};
