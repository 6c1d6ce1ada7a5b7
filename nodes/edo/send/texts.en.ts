import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Send a document',
  summary: 'Sends a signed document to the buyer through the operator.',
  synonyms: ['EDI', 'Diadoc', 'operator', 'UPD'],
  sentences: {
    DOCUMENT_NOT_FOUND: 'There is no document {documentId}.',
    DOCUMENT_NOT_SIGNED: 'Document {number} is not signed. Put the step “Sign a document” before.',
    TITLE_NOT_FOUND: 'The document has no file to send. Build it first.',
    BOX_NOT_OURS: 'Box {boxId} is not among those of “{name}”. Add it in the settings of the organization.',
    BOX_UNKNOWN: 'The operator does not know box {boxId}. Check it in the settings of the organization.',
    COUNTERPARTY_UNKNOWN: 'The operator does not know the receiver’s box {boxId}.',
    COUNTERPARTY_NOT_PARTNER: '“{name}” (INN {inn}) is not a partner yet. Send an invitation at the operator.',
    COUNTERPARTY_ROAMING: '“{name}” (INN {inn}) works with another operator. Set up roaming at the operator.',
    OPERATOR_REFUSED: 'The operator did not take the document: {words}.',
  },
};
