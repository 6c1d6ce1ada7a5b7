import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Вызов API',
  summary: 'Начинает запуск по вызову API Потока с токеном.',
  synonyms: ['API', 'REST', 'токен', 'программа'],
  sentences: {
    BODY_NOT_AN_OBJECT: 'Тело вызова должно быть набором полей.',
    BODY_DOES_NOT_FIT: 'Тело вызова не подходит к схеме: поля {fields}. Запуск не начат.',
    AUTHOR_SCHEMA_WRONG:
      'Схема тела не годится: {keyword}. Уберите регулярные выражения и ссылки, проверьте слова схемы.',
  },
} satisfies NodeTexts;
