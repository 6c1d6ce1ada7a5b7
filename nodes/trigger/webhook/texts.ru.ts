import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Вебхук',
  summary: 'Начинает запуск, когда другая система присылает данные на адрес.',
  synonyms: ['webhook', 'HTTP', 'POST', 'входящий', 'API'],
  sentences: {
    BODY_DOES_NOT_FIT: 'Тело вызова не подходит к схеме: поля {fields}. Запуск не начат.',
    AUTHOR_SCHEMA_WRONG:
      'Схема тела не годится: {keyword}. Уберите регулярные выражения и ссылки, проверьте слова схемы.',
  },
} satisfies NodeTexts;
