import type { RunView } from './api/views.js';
import type { Headline } from './docflow/status.js';
import type { RunStatus } from './names.js';
import type { DocumentKind } from './nodes/services.js';

/** What people read for the words of this package, wherever they are shown: a screen, a table that is taken along. */
export interface Words {
  readonly run: Readonly<Record<RunStatus, string>>;
  readonly document: Readonly<Record<Headline, string>>;
  readonly startedBy: Readonly<Record<RunView['startedBy'], string>>;
  readonly kind: Readonly<Record<DocumentKind, string>>;
}

export const wordsRu: Words = {
  run: {
    accepted: 'Принят',
    running: 'Выполняется',
    waiting: 'Ждёт',
    paused: 'На паузе',
    'needs-a-person': 'Требует внимания',
    undoing: 'Откатывается',
    done: 'Выполнен',
    undone: 'Откачен',
    cancelled: 'Отменён',
    'closed-by-person': 'Закрыт вручную',
  },
  document: {
    draft: 'Черновик',
    'waiting-for-our-signature': 'Ждёт нашей подписи',
    signed: 'Подписан нами',
    sent: 'Отправлен',
    'waiting-for-buyer': 'Ждёт подписи покупателя',
    accepted: 'Подписан обеими сторонами',
    'accepted-with-discrepancies': 'Принят с расхождениями',
    rejected: 'Отказано',
    'clarification-requested': 'Просят уточнить',
    'annulment-requested': 'Запрошено аннулирование',
    annulled: 'Аннулирован',
    corrected: 'Исправлен',
    exported: 'Проведён в учёте',
    failed: 'Ошибка отправки',
  },
  startedBy: {
    webhook: 'Вебхук',
    crm: 'CRM',
    schedule: 'Расписание',
    manual: 'Вручную',
    api: 'API',
    call: 'Другой сценарий',
    path: 'Путь компенсации',
    rerun: 'Повтор',
  },
  kind: { upd: 'УПД', ukd: 'УКД', invoice: 'Счёт', act: 'Акт', torg12: 'ТОРГ-12' },
};
