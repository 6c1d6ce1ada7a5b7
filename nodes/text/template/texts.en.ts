import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Text from a template',
  summary: 'Writes text, HTML or XML from a template and data.',
  synonyms: ['template', 'XML', 'HTML', 'mail', 'Handlebars', 'print form'],
  sentences: {
    TEMPLATE_WRONG: 'The template has a mistake: {why}. Check its braces and words.',
    TEMPLATE_TOO_LONG: 'The text of the template is too big. Shorten the lists or do the work in parts.',
    XML_NOT_WELL_FORMED:
      'The text of the template is no well-formed XML: line {line}, column {column}. Check its tags.',
  },
};
