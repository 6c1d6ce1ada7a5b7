import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Сделка на стадии',
  summary: 'Начинает запуск, когда сделка в CRM приходит на стадию.',
  synonyms: ['сделка', 'CRM', 'стадия', 'выиграна', 'Битрикс24', 'amoCRM', 'триггер'],
  sentences: {
    NOT_A_DEAL_CHANGE: 'Событие не о создании и не об изменении сделки.',
    NO_DEAL_ID: 'В вызове нет номера сделки.',
    DEAL_NOT_FOUND: 'Сделки {dealId} в CRM нет или она не видна подключению.',
    OTHER_STAGE: 'Сделка {dealId} сейчас на другой стадии или в другой воронке: {stageId}.',
  },
} satisfies NodeTexts;
