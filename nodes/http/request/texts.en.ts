import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Send over HTTP',
  summary: 'Sends data, text or a file to an address: POST, PUT, PATCH, DELETE.',
  synonyms: ['POST', 'PUT', 'REST', 'API', 'webhook', 'request'],
  sentences: {
    HTTP_UNAVAILABLE: '{host} does not answer now (status {status}). The request will be repeated with the same key.',
    HTTP_REFUSED: '{host} refused the request: status {status}, answer “{answer}”. Mend the data or the address.',
    HTTP_ANSWER_TOO_BIG:
      'The answer of {host} is over the limit: {sizeBytes} bytes of {limitBytes}. The request itself was taken.',
    HTTP_TWO_BODIES: 'The request has more than one body. Leave one: JSON, text or file.',
  },
};
