import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Вручную',
  summary: 'Начинает запуск по кнопке, с данными из формы.',
  synonyms: ['кнопка', 'форма', 'запустить', 'ручной'],
  sentences: {
    BODY_NOT_AN_OBJECT: 'Данные запуска должны быть набором полей.',
    BODY_DOES_NOT_FIT: 'Данные запуска не подходят к схеме: поля {fields}. Запуск не начат.',
    AUTHOR_SCHEMA_WRONG:
      'Схема данных не годится: {keyword}. Уберите регулярные выражения и ссылки, проверьте слова схемы.',
  },
} satisfies NodeTexts;
