import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Собрать данные',
  summary: 'Собирает новый набор полей из данных прошлых шагов.',
  synonyms: ['маппинг', 'преобразовать', 'поля', 'переменные', 'set'],
  sentences: {
    MAPPED_DOES_NOT_FIT:
      'Собранные данные не подходят к схеме: поля {fields}. Исправьте значения этих полей или схему.',
    AUTHOR_SCHEMA_WRONG:
      'Схема данных не годится: {keyword}. Уберите регулярные выражения и ссылки, проверьте слова схемы.',
  },
} satisfies NodeTexts;
