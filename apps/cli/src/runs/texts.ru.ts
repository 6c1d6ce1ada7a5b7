export interface RunTexts {
  readonly runHelp: string;
  readonly dataMissing: string;
  readonly dataUnreadable: (path: string, place: { line: number; column: number }) => string;
  readonly dataWrong: string;
  readonly asked: (id: string) => string;
  readonly noRun: (reason: string) => string;
  readonly ended: (of: { id: string; status: string }) => string;
  readonly fault: (of: { nodeName: string; detail: string }) => string;
  readonly notEnded: (of: { id: string; status: string; minutes: number }) => string;
  readonly notAdmitted: (id: string, minutes: number) => string;
  readonly runLine: (of: { id: string; startedAt: string; status: string; scenario: string; about: string }) => string;
  readonly noRuns: string;
  readonly moreRuns: (limit: number) => string;
}

export const runTexts: RunTexts = {
  runHelp:
    '  run ID|ИМЯ --data ФАЙЛ|- [--key КЛЮЧ] [--wait] [--minutes N]   запустить сценарий\n' +
    '  runs [--scenario ID|ИМЯ] [--status СОСТОЯНИЯ] [--since ДАТА] [--limit N]   показать запуски',
  dataMissing: 'Укажите данные запуска: --data ФАЙЛ, или --data - и данные на входе.',
  dataUnreadable: (path, { line, column }) => `${path}: это не JSON, строка ${line}, знак ${column}.`,
  dataWrong: 'Данные запуска — объект JSON в фигурных скобках.',
  asked: (id) => `Запуск заказан, вызов ${id}`,
  noRun: (reason) => `Запуск не начался. ${reason}`,
  ended: ({ id, status }) => `Запуск ${id}: ${status}`,
  fault: ({ nodeName, detail }) => `  «${nodeName}»: ${detail}`,
  notEnded: ({ id, status, minutes }) => `За ${minutes} мин. запуск ${id} не закончился: ${status}.`,
  notAdmitted: (id, minutes) => `За ${minutes} мин. вызов ${id} никто не принял. Проверьте, что исполнитель запущен.`,
  runLine: ({ id, startedAt, status, scenario, about }) =>
    `${startedAt.slice(0, 16).replace('T', ' ')} UTC  ${id}  ${status}  «${scenario}»${about === '' ? '' : `  ${about}`}`,
  noRuns: 'Запусков нет.',
  moreRuns: (limit) => `Показаны первые ${limit}. Остальные: --limit.`,
};
