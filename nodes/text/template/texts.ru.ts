import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Текст по шаблону',
  summary: 'Пишет текст, HTML или XML по шаблону с данными.',
  synonyms: ['шаблон', 'XML', 'HTML', 'письмо', 'Handlebars', 'печатная форма'],
  sentences: {
    TEMPLATE_WRONG: 'В шаблоне ошибка: {why}. Проверьте скобки и слова шаблона.',
    TEMPLATE_TOO_LONG: 'Текст по шаблону вышел слишком большим. Уменьшите списки или разбейте работу по частям.',
    XML_NOT_WELL_FORMED: 'Текст по шаблону — неправильный XML: строка {line}, знак {column}. Проверьте теги шаблона.',
  },
} satisfies NodeTexts;
