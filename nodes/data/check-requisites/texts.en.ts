import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Check requisites',
  summary: 'Checks INN, KPP, OGRNIP, account and address, and says in words what to mend.',
  synonyms: ['INN', 'KPP', 'requisites', 'check', 'counterparty', 'BIK'],
  sentences: {},
};
