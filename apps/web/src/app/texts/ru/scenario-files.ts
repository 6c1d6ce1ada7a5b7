import { pluralRu } from '../../../format/plural.js';

const KINDS: Readonly<Record<string, string>> = {
  connection: 'подключения',
  scenario: 'сценария',
  certificate: 'сертификата',
  organization: 'организации с ИНН',
};

export const scenarioFiles = {
  menu: 'Файл сценария',
  download: 'Скачать файл',
  downloadBound: 'Скачать файл с привязкой',
  downloadFault: 'Файл не скачался',
  replace: 'Заменить черновик из файла…',
  import: 'Импорт файла…',
  importTitle: 'Импорт сценария',
  replaceTitle: (name: string) => `Заменить черновик «${name}»`,
  about: 'Сценарий, который Поток сохранил в файл. Ключей и паролей в файле нет: подключения выбирают здесь.',
  replaceAbout: 'Черновик станет таким, как в файле. Опубликованная версия и идущие запуски останутся прежними.',
  file: 'Файл сценария',
  reading: 'Читаем файл',
  broken: ({ line, column, found }: { line: number; column: number; found?: string }) =>
    found === undefined
      ? `JSON обрывается: строка ${line}, знак ${column}. Возьмите файл целиком.`
      : `Это не JSON: строка ${line}, знак ${column}, «${found}» здесь лишнее.`,
  foreign: 'Это не сценарий: в файле должен быть объект JSON в фигурных скобках.',
  tooLarge: 'Файл больше 2 МБ. Сценарий столько не занимает: проверьте, тот ли это файл.',
  name: 'Название',
  nameEmpty: 'Впишите название сценария',
  inFile: 'Что в файле',
  steps: (count: number) => `${count} ${pluralRu(count, ['шаг', 'шага', 'шагов'])}`,
  slots: (count: number) => `${count} ${pluralRu(count, ['подключение', 'подключения', 'подключений'])}`,
  parameters: (count: number) => `${count} ${pluralRu(count, ['параметр', 'параметра', 'параметров'])}`,
  paths: (count: number) =>
    `${count} ${pluralRu(count, ['путь компенсации', 'пути компенсации', 'путей компенсации'])}`,
  missing: 'Чего здесь нет',
  missingOne: ({ kind, name }: { kind: string; name: string }) =>
    `Нет ${KINDS[kind] ?? kind} «${name}», или их несколько. ${
      kind === 'connection' ? 'Выберите ниже, чем заменить.' : 'Выберите в шаге после импорта.'
    }`,
  findings: 'Что исправить в чертеже',
  noFindings: 'Чертёж без ошибок',
  connect: 'Чем заменить подключения',
  values: 'Параметры',
  create: 'Создать сценарий',
  replaceButton: 'Заменить черновик',
  created: (name: string) => `Сценарий «${name}» создан`,
  replaced: (name: string) => `Черновик «${name}» заменён`,
};
