import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: 'Отправить документ',
  summary: 'Отправляет подписанный документ покупателю через оператора ЭДО.',
  synonyms: ['ЭДО', 'Диадок', 'СБИС', 'оператор', 'УПД', 'отправка'],
  sentences: {
    DOCUMENT_NOT_FOUND: 'Документа {documentId} нет.',
    DOCUMENT_NOT_SIGNED: 'Документ № {number} не подписан. Поставьте перед отправкой шаг «Подписать документ».',
    TITLE_NOT_FOUND: 'У документа нет файла для отправки. Сначала постройте документ.',
    BOX_NOT_OURS: 'Ящик {boxId} не записан за организацией «{name}». Добавьте ящик в её настройках.',
    BOX_UNKNOWN: 'Оператор не знает ящика {boxId}. Проверьте ящик в настройках организации.',
    COUNTERPARTY_UNKNOWN: 'Оператор не знает ящика получателя {boxId}.',
    COUNTERPARTY_NOT_PARTNER:
      'С «{name}» (ИНН {inn}) ещё не обмениваются документами. Отправьте приглашение в кабинете оператора.',
    COUNTERPARTY_ROAMING: '«{name}» (ИНН {inn}) работает у другого оператора. Настройте роуминг в кабинете оператора.',
    OPERATOR_REFUSED: 'Оператор не принял документ: {words}.',
  },
} satisfies NodeTexts;
