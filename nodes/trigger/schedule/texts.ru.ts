import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'По расписанию',
  summary: 'Начинает запуск в назначенное время.',
  synonyms: ['cron', 'таймер', 'каждый день', 'периодически', 'время'],
  sentences: {},
} satisfies NodeTexts;
