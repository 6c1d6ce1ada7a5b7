import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Дождаться вызова',
  summary: 'Ждёт, пока другая система вызовет адрес этого запуска.',
  synonyms: ['callback', 'колбэк', 'вебхук', 'обратный вызов', 'ответ'],
  sentences: {},
} satisfies NodeTexts;
