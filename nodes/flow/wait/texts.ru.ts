import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Подождать',
  summary: 'Ждёт названное время: минуты, дни, рабочие дни, до даты.',
  synonyms: ['пауза', 'таймер', 'задержка', 'рабочие дни', 'срок'],
  sentences: {
    WAIT_NEEDS_ONE: 'Не ясно, сколько ждать. Заполните одно поле: «Сколько ждать» или «До какого времени».',
  },
} satisfies NodeTexts;
