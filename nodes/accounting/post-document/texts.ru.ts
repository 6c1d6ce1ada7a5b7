import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Провести в учёте',
  summary: 'Создаёт и проводит реализацию по документу: покупатель, договор и товары находятся или создаются.',
  synonyms: ['1С', 'реализация', 'проводка', 'бухгалтерия', 'учёт', 'экспорт'],
  sentences: {
    DOCUMENT_NOT_FOUND: 'Документа {documentId} нет.',
    DOCUMENT_WITHOUT_LINES: 'В документе № {number} нет строк, по которым делают реализацию.',
    ORGANIZATION_UNKNOWN: 'В учётной базе нет организации с ИНН {inn}. Заведите её или выберите другую базу.',
    POSTING_REFUSED: 'Учётная система не провела документ: {words}.',
  },
} satisfies NodeTexts;
