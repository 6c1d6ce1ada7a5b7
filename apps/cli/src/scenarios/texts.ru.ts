export interface ScenarioTexts {
  readonly scenarioHelp: string;
  readonly scenarioMissing: string;
  readonly scenarioUnknown: (word: string) => string;
  readonly scenarioAmbiguous: (word: string, ids: string) => string;
  readonly oneWord: (words: string) => string;
  readonly numberWrong: (flag: string, text: string) => string;
  readonly fileMissing: string;
  readonly fileUnreadable: (path: string) => string;
  readonly fileUnwritable: (path: string) => string;
  readonly jsonBroken: (path: string, place: { line: number; column: number; found?: string }) => string;
  readonly fileWrong: (path: string) => string;
  readonly manifestWrong: (path: string) => string;
  readonly exported: (name: string, path: string) => string;
  readonly created: (name: string, id: string) => string;
  readonly replaced: (name: string, id: string, revision: number) => string;
  readonly missing: (of: { kind: string; name: string; slot?: string; system?: string }) => string;
  readonly checkedClear: (what: string) => string;
  readonly checked: (what: string, errors: number, warnings: number) => string;
  readonly error: string;
  readonly warning: string;
  readonly atNode: (name: string, id: string) => string;
  readonly callsNotLooked: string;
  readonly notPublished: (name: string, errors: number) => string;
  readonly published: (name: string, number: number) => string;
  readonly unchanged: (name: string, number: number) => string;
  readonly version: (of: { number: number; publishedAt: string; by: string; planHash: string }) => string;
  readonly noVersions: string;
}

const KINDS: Readonly<Record<string, string>> = {
  connection: 'подключения',
  scenario: 'сценария',
  certificate: 'сертификата',
  organization: 'организации с ИНН',
};

export const scenarioTexts: ScenarioTexts = {
  scenarioHelp:
    '  export ID|ИМЯ [--version N] [--out ФАЙЛ] [--with-binding]   сохранить сценарий в файл\n' +
    '  import ФАЙЛ [--into ID|ИМЯ] [--name ИМЯ]          сделать из файла сценарий или заменить черновик\n' +
    '  check ФАЙЛ… [--into ID|ИМЯ] [--manifest ФАЙЛ]     проверить файлы; с --manifest — без связи с Потоком\n' +
    '  check ID|ИМЯ                                      проверить черновик\n' +
    '  manifest [--out ФАЙЛ]                             сохранить описание узлов для check --manifest\n' +
    '  publish ID|ИМЯ [--if-changed]                     опубликовать черновик\n' +
    '  versions ID|ИМЯ                                   показать версии',
  scenarioMissing: 'Укажите сценарий: его ID или имя.',
  scenarioUnknown: (word) => `Сценария «${word}» нет. Проверьте имя или возьмите ID из адреса его страницы.`,
  scenarioAmbiguous: (word, ids) => `Сценариев с именем «${word}» несколько: ${ids}. Укажите ID.`,
  oneWord: (words) => `Укажите что-то одно, а не «${words}». Имя с пробелами возьмите в кавычки.`,
  numberWrong: (flag, text) => `--${flag}: нужно целое число от 1, а не «${text}».`,
  fileMissing: 'Укажите файл сценария.',
  fileUnreadable: (path) => `Файл ${path} не читается. Проверьте путь и права.`,
  fileUnwritable: (path) => `Файл ${path} не записать. Проверьте путь и права.`,
  jsonBroken: (path, { line, column, found }) =>
    found === undefined
      ? `${path}: JSON обрывается, строка ${line}, знак ${column}. Возьмите файл целиком.`
      : `${path}: это не JSON, строка ${line}, знак ${column}: «${found}» здесь лишнее.`,
  fileWrong: (path) => `${path}: в файле должен быть объект JSON в фигурных скобках.`,
  manifestWrong: (path) => `${path} — не описание узлов. Сохраните его: potok manifest --out ${path}`,
  exported: (name, path) => `Сценарий «${name}» сохранён: ${path}`,
  created: (name, id) => `Создан сценарий «${name}»: ${id}`,
  replaced: (name, id, revision) => `Черновик сценария «${name}» заменён: ${id}, правка ${revision}`,
  missing: ({ kind, name, slot, system }) =>
    `- нет ${KINDS[kind] ?? kind} «${name}»${system === undefined ? '' : ` (${system})`}, или их несколько${
      slot === undefined ? ': выберите в сценарии' : `: выберите для слота ${slot}`
    }`,
  checkedClear: (what) => `${what}: ошибок нет`,
  checked: (what, errors, warnings) => `${what}: ошибок ${errors}, предупреждений ${warnings}`,
  error: 'ошибка',
  warning: 'предупреждение',
  atNode: (name, id) => `«${name}» (${id})`,
  callsNotLooked: 'Вызываемые сценарии без связи с Потоком не проверены.',
  notPublished: (name, errors) => `Сценарий «${name}» не опубликован: ошибок ${errors}`,
  published: (name, number) => `Опубликован сценарий «${name}», версия ${number}`,
  unchanged: (name, number) => `Сценарий «${name}» не изменился с версии ${number}`,
  version: ({ number, publishedAt, by, planHash }) =>
    `${String(number).padStart(4)}  ${publishedAt.slice(0, 16).replace('T', ' ')} UTC  ${planHash.slice(0, 12)}  ${by}`,
  noVersions: 'Версий нет: сценарий ещё не публиковали.',
};
