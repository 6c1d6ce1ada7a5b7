import { wordsRu as words } from '@potok/contracts/words';

export const states = {
  run: words.run,
  step: {
    started: 'Выполняется',
    waiting: 'Ждёт',
    retrying: 'Повторит',
    done: 'Готово',
    faulted: 'Ошибка',
    skipped: 'Пропущен',
    undone: 'Откачен',
    'undo-failed': 'Откат не удался',
  },
  document: words.document,
  delivery: {
    accepted: 'Принято, ждёт разбора',
    admitted: 'Начат запуск',
    repeat: 'Повтор',
    ignored: 'Не подошло',
    failed: 'Ошибка',
  },
  taken: 'Принято в работу',
  connection: { unchecked: 'Не проверено', works: 'Работает', fails: 'Не работает' },
  waitFor: {
    signature: 'подписи',
    answer: 'ответа покупателя',
    callback: 'обратного вызова',
    time: 'назначенного времени',
    person: 'решения человека',
    run: 'конца вызванного запуска',
    retry: 'следующей попытки',
    other: 'события',
  },
  mode: { live: 'Рабочий', trial: 'Пробный', dry: 'Без действий' },
  startedBy: words.startedBy,
};
