import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Sign a document',
  summary: 'Signs a document at once or waits for the signer.',
  synonyms: ['signature', 'GOST', 'director', 'certificate'],
  sentences: {
    CERTIFICATE_EXPIRED: 'The certificate has expired. Upload a new one for the organization and repeat the step.',
    CERTIFICATE_OF_OTHER_OWNER: 'The certificate belongs to another organization. Choose one with its INN.',
    SIGNER_NOT_FOUND: 'The organization has no such signer. Add a certificate in its settings.',
    SIGNATURE_MISSING: 'The decision to sign came without a signature. Sign the document again.',
    DOCUMENT_NOT_FOUND: 'There is no document {documentId}.',
    TITLE_NOT_FOUND: 'The document has no file to sign. Build it first.',
  },
};
