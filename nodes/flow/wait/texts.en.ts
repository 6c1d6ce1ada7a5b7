import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Wait',
  summary: 'Waits for a time: minutes, days, working days, until a date.',
  synonyms: ['pause', 'timer', 'delay', 'working days', 'deadline'],
  sentences: { WAIT_NEEDS_ONE: 'It is not clear how long to wait. Fill in one field: the duration or the time.' },
};
