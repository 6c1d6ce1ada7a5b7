import { pluralRu } from '../../../format/plural.js';

const waitsCount = (count: number) => `${count} ${pluralRu(count, ['ожидание', 'ожидания', 'ожиданий'])}`;

export const waits = {
  title: 'Ожидания',
  about: 'Чего ждут все запуски и до какого дня.',
  search: 'Контрагент, ИНН, номер документа, сделка',
  kind: 'Чего ждут',
  anyKind: 'Любое ожидание',
  ofKind: (what: string) => `Ждут ${what}`,
  view: 'Вид',
  views: { calendar: 'Календарь', list: 'Список' },
  span: 'Сколько показать',
  spans: { month: 'Месяц', week: 'Неделя' },
  before: { month: 'Предыдущий месяц', week: 'Предыдущая неделя' },
  after: { month: 'Следующий месяц', week: 'Следующая неделя' },
  today: 'Сегодня',
  calendar: 'Календарь ожиданий',
  dayOff: 'Нерабочий день',
  openDay: (day: string, total: number, isOff: boolean) =>
    [day, isOff ? 'нерабочий день' : undefined, total === 0 ? 'ожиданий нет' : waitsCount(total)]
      .filter((word) => word !== undefined)
      .join(', '),
  more: (count: number) => `ещё ${count}`,
  yearUnknown: (year: string) =>
    `Производственного календаря на ${year} год здесь ещё нет: отмечены только суббота и воскресенье.`,
  groups: 'Вне дней календаря',
  overdue: 'Просрочено',
  undated: 'Без срока',
  ahead: 'По дням',
  nothingHere: 'Здесь ничего не ждут.',
  empty:
    'Здесь будет видно, чего ждут запуски: подписи, ответа покупателя, назначенного времени, следующей попытки. Сейчас никто ничего не ждёт.',
  waitsFor: (what: string) => `ждёт ${what}`,
  tried: (count: number) => `попыток было ${count}`,
  until: (moment: string) => `до ${moment}`,
  late: (duration: string) => `просрочено на ${duration}`,
  noDeadline: 'без срока',
  isAhead: 'запуск до шага ещё не дошёл',
};
