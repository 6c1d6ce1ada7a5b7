import type { ComparisonKind, GapCode } from '@potok/contracts';

export interface ReconciliationTexts {
  readonly gaps: Readonly<Record<GapCode, string>>;
  readonly comparisons: Readonly<Record<ComparisonKind, string>>;
  readonly notOffered: string;
  readonly failed: string;
  readonly failedAtAll: string;
}

/** What a reconciliation says to people. `{fact}` places are filled from the facts of the finding. */
export const texts: ReconciliationTexts = {
  gaps: {
    EVENT_LOST:
      'Документ № {number}: у оператора есть событие от {at}, которого у нас не было. Событие передано в обработку.',
    EVENT_KEPT: 'Событие ждало своего документа или ожидания; теперь оно передано в обработку.',
    DOCUMENT_AT_OPERATOR_UNKNOWN:
      'У оператора лежит документ № {number} от {date} из нашего ящика (сообщение {messageId}), отправка которого у нас не записана. Сверьте его вручную.',
    DOCUMENT_SENDING_UNRECORDED:
      'Документ № {number} у оператора есть, а у нас его отправка не была записана. Отправка записана: сообщение {messageId}.',
    DOCUMENT_NOT_AT_OPERATOR:
      'Документ № {number} у нас отправлен (сообщение {messageId}), а у оператора его нет. Выясните у оператора, что с ним.',
    DOCUMENT_SENT_TWICE:
      'Документ № {number} от {date} у оператора дважды: сообщения {messageIds}. Решите, какой из них аннулировать.',
    DOCUMENT_WITHOUT_RUN: 'Документ № {number} не принадлежит ни одному запуску.',
    POSTING_TWICE: 'Документ № {number} проведён в учёте дважды: {entryIds}. Решите, какую запись отменить.',
    POSTING_ABSENT: 'Документ № {number} у нас отмечен как проведённый, а в учёте он не проведён.',
    POSTING_UNRECORDED: 'Документ № {number} в учёте проведён, а у нас отметки не было. Отметка поставлена.',
    POSTING_NOT_UNDONE: 'Документ № {number}: проводка у нас отменена, а в учёте он всё ещё проведён.',
    POSTING_UNKNOWN:
      'В учёте проведён документ № {number} от {date} с нашей пометкой, но у нас такой проводки нет. Сверьте его вручную.',
    ORDER_STUCK: 'Поручение движку лежит с {since}, попыток: {attempts}.',
    START_LOST: 'Запуск был принят, а движок о нём не узнал. Он отправлен движку снова.',
    DELIVERY_STUCK: 'Входящее событие не разобрано с {since}, попыток: {attempts}.',
    WAIT_WITHOUT_RUN: 'Ожидание осталось от закончившегося запуска. Оно закрыто.',
    NEWS_NOT_TAKEN: 'Ответ, которого ждал запуск, пришёл, а запуск о нём не узнал. Он разбужен.',
    RUN_LOST: 'Запуск у нас открыт, а движок его не ведёт. Запуск остановлен и ждёт решения человека.',
  },
  comparisons: {
    outbox: 'Поручения движку',
    inbox: 'Входящие события',
    waits: 'Ожидания',
    runs: 'Запуски и движок',
    documents: 'Документы и запуски',
    'operator-events': 'События оператора',
    'operator-box': 'Отправленное из ящика',
    'accounting-steps': 'Наши проводки в учёте',
    'accounting-books': 'Записи учёта с нашей пометкой',
  },
  notOffered: '{what}: не сверялось, система не отдаёт список.',
  failed: '{what}: не сверялось. {why}',
  failedAtAll: 'Сверка прервалась: {why}',
};
