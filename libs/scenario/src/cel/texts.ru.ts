export interface Limit {
  readonly limit: number;
}
export interface Problem {
  readonly problem: string;
}

/** Of a template, with its place where the parser told it. */
export interface TemplateProblem extends Problem {
  readonly kind?: 'other-end' | 'unclosed' | 'unexpected' | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly near?: string | undefined;
}

const templateProblem = ({ kind, near = '', problem }: TemplateProblem): string => {
  switch (kind) {
    case 'other-end':
      return `блок #${near} закрыт не своим концом`;
    case 'unclosed':
      return 'текст кончился, а скобки {{ или блок не закрыты';
    case 'unexpected':
      return `здесь не к месту «${near}»`;
    case undefined:
      return problem;
  }
};

/** The parser speaks English; what it says most often is said in Russian. */
const said = (problem: string): string =>
  problem
    .replace(/^Unexpected token: EOF$/, 'она обрывается')
    .replace(/^Unexpected token: (.+)$/, 'здесь не к месту «$1»');

/** Sentences about expressions and values, found before a run or in it. */
export const expressionTexts = {
  CEL_SYNTAX: ({ problem }: Problem) =>
    `Формула написана с ошибкой: ${said(problem)}. Проверьте скобки, кавычки и знаки.`,
  CEL_TOO_BIG: () => 'В формуле слишком много вложений или частей. Разбейте её на несколько шагов «Данные».',
  CEL_TOO_LONG: ({ limit }: Limit) => `Формула длиннее ${limit} знаков. Разбейте её на несколько шагов «Данные».`,
  CEL_FLOAT: () => 'Дробное число в формуле пишите точно: dec("1.5") вместо 1.5.',
  CEL_FUNCTION_REFUSED: ({ name }: { name: string }) =>
    `Функция ${name} в формулах не работает. Вместо matches возьмите like, вместо double — dec.`,
  CEL_LOOPS_TOO_DEEP: ({ limit }: Limit) =>
    `В формуле вложено больше ${limit} переборов списка. Разнесите их по шагам.`,
  CEL_NAME_UNKNOWN: ({ name }: { name: string }) =>
    `Имени ${name} в формуле нет. Есть trigger, steps, params, run, waits, а в теле перебора item и itemIndex.`,
  CEL_TYPES_WRONG: ({ problem }: Problem) =>
    `Значения в формуле не подходят друг другу: ${problem}. Числа из текста возьмите в dec(…), прочее в string(…).`,
  CEL_NOT_A_LIST: ({ type }: { type: string }) => `Здесь нужен список, а получается ${type}.`,
  KEY_MISSING: ({ key }: { key: string }) => `Поля ${key} нет. Проверьте имя или напишите def(…, замена).`,
  LIST_INDEX_WRONG: () => 'В списке нет элемента с таким номером. Проверьте длину: size(…) или def(…, замена).',
  LIST_EMPTY: () => 'Список пуст, наименьшего и наибольшего в нём нет.',
  NUMBER_FRACTIONAL: () =>
    'Дробное число пришло не текстом, точно посчитать с ним нельзя. Передайте его строкой, например "10.50".',
  DECIMAL_WRONG: ({ value }: { value: string }) => `«${value}» не число. Пишите цифры с точкой: 1234.50.`,
  DECIMAL_TOO_BIG: () => 'Число слишком велико: больше 18 цифр до запятой.',
  INTEGER_TOO_BIG: () => 'Целое число слишком велико для JSON. Передайте его текстом: string(…).',
  DIVISION_BY_ZERO: () => 'Деление на ноль. Проверьте делитель условием.',
  ARGUMENT_WRONG: ({ wanted, got }: { wanted: string; got: string }) => `Функция ждёт ${wanted}, а получила ${got}.`,
  DATE_WRONG: ({ value }: { value: string }) =>
    `«${value}» не дата. Пишите 2026-12-31, 31.12.2026 или момент с поясом.`,
  ZONE_WRONG: ({ zone }: { zone: string }) => `Часового пояса ${zone} нет. Пишите, например, Europe/Moscow.`,
  CALENDAR_UNKNOWN: ({ year, years }: { year: number; years: readonly number[] }) =>
    `Производственного календаря на ${year} год ещё нет (есть ${years.join(', ')}). Укажите срок календарными днями или дождитесь обновления.`,
  PATTERN_WRONG: ({ pattern }: { pattern: string }) => `Образец «${pattern}» написан с ошибкой. Нужна запись RE2.`,
  EXPRESSION_TOO_HEAVY: () => 'Формула требует слишком много работы. Уменьшите списки или разбейте её на шаги.',
  EXPRESSION_FAILED: ({ problem }: Problem) => `Формула не вычислилась: ${problem}.`,
  TEXT_TOO_LONG: ({ limit }: Limit) => `Текст длиннее ${limit} знаков.`,
  VALUE_TOO_BIG: ({ limit }: Limit) => `Результат больше ${limit} значений. Уменьшите список.`,
  VALUE_TOO_DEEP: ({ limit }: Limit) => `Значение вложено глубже ${limit} уровней.`,
  RESULT_NOT_JSON: () => 'Результат формулы нельзя передать дальше. Превратите его в текст: string(…).',
  LIST_TOO_LONG: ({ limit, length }: Limit & { length: number }) =>
    `В списке ${length} элементов, а можно не больше ${limit}. Разбейте список.`,
  TEMPLATE_SYNTAX: ({ line, column, ...fault }: TemplateProblem) =>
    line === undefined || column === undefined
      ? `Шаблон написан с ошибкой: ${fault.problem}.`
      : `Шаблон написан с ошибкой, строка ${line}, знак ${column}: ${templateProblem(fault)}.`,
  TEMPLATE_PART_REFUSED: ({ what }: { what: string }) =>
    `В шаблоне стоит ${what}, это не поддерживается. Есть {{поле}}, {{функция поле}}, #if, #unless, #each, #with.`,
  TEMPLATE_FUNCTION_UNKNOWN: ({ name }: { name: string }) =>
    `Функции ${name} в шаблонах нет. Возьмите её из списка функций.`,
  TEMPLATE_TOO_DEEP: ({ limit }: Limit) => `В шаблоне вложено больше ${limit} блоков.`,
  TEMPLATE_VALUE_NOT_TEXT: () => 'В шаблон попал список или объект целиком. Выберите его поле или возьмите #each.',
};
