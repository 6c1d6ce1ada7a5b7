import type { GapState, ReconciliationView } from '@potok/contracts';
import { runTexts, type RunTexts } from './runs/texts.ru.js';
import { scenarioTexts, type ScenarioTexts } from './scenarios/texts.ru.js';

export interface Texts extends ScenarioTexts, RunTexts {
  readonly usage: string;
  readonly commands: string;
  readonly settings: string;
  readonly reconcileHelp: string;
  readonly unknownCommand: (name: string, known: string) => string;
  readonly unknownFlag: (flag: string) => string;
  readonly flagNeedsValue: (flag: string) => string;
  readonly languageWrong: (language: string) => string;
  readonly addressSilent: (url: string) => string;
  readonly notThere: (url: string) => string;
  readonly wordsWrong: (words: string) => string;
  readonly idMissing: string;
  readonly minutesWrong: (text: string) => string;
  readonly ordered: (id: string) => string;
  readonly patienceOver: (id: string, minutes: number) => string;
  readonly title: (report: ReconciliationView) => string;
  readonly compared: (detail: string, count: number) => string;
  readonly noFindings: string;
  readonly counts: (counts: ReconciliationView['counts']) => string;
  readonly state: Readonly<Record<GapState, string>>;
  readonly isNew: string;
  readonly run: string;
  readonly document: string;
}

const STATUS: Readonly<Record<ReconciliationView['status'], string>> = {
  ordered: 'заказана, ещё не начата',
  running: 'идёт',
  done: 'закончена',
  failed: 'прервалась',
};

export const texts: Texts = {
  ...scenarioTexts,
  ...runTexts,
  usage: 'potok КОМАНДА [флаги]',
  commands: 'Команды:',
  settings:
    'Настройки: --url, --token, --workspace или переменные POTOK_URL, POTOK_TOKEN, POTOK_WORKSPACE; --lang ru|en; --json.\n' +
    'Код завершения: 0 — всё в порядке, 1 — есть что решить человеку (ошибки, расхождения, остановка), 2 — команда не выполнена.',
  reconcileHelp:
    '  reconcile [--since ДАТА] [--wait] [--minutes N]   сверить запуски, документы, оператора и учёт\n' +
    '  reconcile show ID                                 показать отчёт сверки',
  unknownCommand: (name, known) =>
    name === ''
      ? `Укажите команду: ${known}. Подробнее: potok --help.`
      : `Команды «${name}» нет. Есть: ${known}. Подробнее: potok --help.`,
  unknownFlag: (flag) => `Флага ${flag} у этой команды нет. Подробнее: potok --help.`,
  flagNeedsValue: (flag) => `Флагу ${flag} нужно значение, а есть оно не у каждого. Подробнее: potok --help.`,
  languageWrong: (language) => `Языка «${language}» нет. Укажите --lang ru или --lang en.`,
  addressSilent: (url) => `${url} не отвечает. Проверьте адрес (--url или POTOK_URL) и что Поток запущен.`,
  notThere: (url) => `По адресу ${url} отвечает не API Потока. Проверьте --url или POTOK_URL.`,
  wordsWrong: (words) => `Лишнее в команде: «${words}». Подробнее: potok --help.`,
  idMissing: 'Укажите, какой отчёт показать: potok reconcile show ID.',
  minutesWrong: (text) => `--minutes: нужно целое число от 1 до 1440, а не «${text}».`,
  ordered: (id) => `Сверка ${id} заказана. Отчёт: potok reconcile show ${id}`,
  patienceOver: (id, minutes) =>
    `За ${minutes} мин. сверка ${id} не закончилась. Проверьте, что исполнитель запущен; отчёт: potok reconcile show ${id}`,
  title: ({ id, status, since }) =>
    `Сверка ${id}: ${STATUS[status]}${since === undefined ? '' : `, с ${since.slice(0, 10)}`}`,
  compared: (detail, count) => `  ${detail}: ${count}`,
  noFindings: 'Расхождений нет.',
  counts: ({ found, new: fresh, mended, parked, open }) =>
    `Расхождений: ${found} (новых ${fresh}). Исправлено ${mended}, ждёт человека ${parked}, осталось ${open}.`,
  state: { mended: 'исправлено', parked: 'ждёт человека', open: 'осталось' },
  isNew: 'новое',
  run: 'запуск',
  document: 'документ',
};
