import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Изменить сделку',
  summary: 'Меняет стадию и поля сделки, пишет комментарий, ставит задачу.',
  synonyms: ['сделка', 'CRM', 'стадия', 'задача', 'комментарий', 'Битрикс24', 'amoCRM'],
  sentences: {
    DEAL_NOT_FOUND: 'Сделки {dealId} в CRM нет. Проверьте номер и права подключения.',
    DEAL_BEFORE_UNKNOWN:
      'Сделка {dealId} изменена, а что в ней было раньше, неизвестно. Верните стадию и поля в CRM сами и пропустите шаг.',
  },
} satisfies NodeTexts;
