import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Проверить реквизиты',
  summary: 'Проверяет ИНН, КПП, ОГРНИП, счёт и адрес и говорит словами, что исправить.',
  synonyms: ['ИНН', 'КПП', 'реквизиты', 'проверка', 'контрагент', 'БИК'],
  sentences: {},
} satisfies NodeTexts;
