import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Прочитать сделку',
  summary: 'Читает сделку с компанией, контактом, реквизитами и товарами.',
  synonyms: ['сделка', 'CRM', 'Битрикс24', 'amoCRM', 'реквизиты', 'лид'],
  sentences: {
    DEAL_NOT_FOUND: 'Сделки {dealId} в CRM нет. Проверьте номер и права подключения.',
  },
} satisfies NodeTexts;
