import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Read over HTTP',
  summary: 'Reads data from an address with GET.',
  synonyms: ['GET', 'REST', 'API', 'fetch', 'download'],
  sentences: {
    HTTP_UNAVAILABLE: '{host} does not answer now (status {status}). The request will be repeated.',
    HTTP_REFUSED: '{host} refused the request: status {status}, answer “{answer}”. Check the address and the headers.',
    HTTP_ANSWER_TOO_BIG:
      'The answer of {host} is over the limit: {sizeBytes} bytes of {limitBytes}. Ask for it in parts.',
  },
};
