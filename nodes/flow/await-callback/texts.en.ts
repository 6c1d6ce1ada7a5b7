import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Await a callback',
  summary: 'Waits until another system calls the address of this run.',
  synonyms: ['callback', 'webhook', 'answer'],
  sentences: {},
};
