import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'On a schedule',
  summary: 'Starts a run at set times.',
  synonyms: ['cron', 'timer', 'daily', 'periodic'],
  sentences: {},
};
