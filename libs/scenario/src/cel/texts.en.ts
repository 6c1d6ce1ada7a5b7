import type { expressionTexts as russian, TemplateProblem } from './texts.ru.js';

export interface Limit {
  readonly limit: number;
}
export interface Problem {
  readonly problem: string;
}

const templateProblem = ({ kind, near = '', problem }: TemplateProblem): string => {
  switch (kind) {
    case 'other-end':
      return `block #${near} is closed by the end of another`;
    case 'unclosed':
      return 'the text ends, and {{ or a block is not closed';
    case 'unexpected':
      return `"${near}" is out of place here`;
    case undefined:
      return problem;
  }
};

export const expressionTexts = {
  CEL_SYNTAX: ({ problem }: Problem) => `The formula is not well written: ${problem}.`,
  CEL_TOO_BIG: () => 'The formula has too many levels or parts. Split it into several Data steps.',
  CEL_TOO_LONG: ({ limit }: Limit) =>
    `The formula is longer than ${limit} characters. Split it into several Data steps.`,
  CEL_FLOAT: () => 'Write a fraction exactly: dec("1.5") instead of 1.5.',
  CEL_FUNCTION_REFUSED: ({ name }: { name: string }) =>
    `Function ${name} does not work in formulas. Take like instead of matches, dec instead of double.`,
  CEL_LOOPS_TOO_DEEP: ({ limit }: Limit) =>
    `More than ${limit} list loops are nested in the formula. Spread them over steps.`,
  CEL_NAME_UNKNOWN: ({ name }: { name: string }) =>
    `The formula has no name ${name}. There are trigger, steps, params, run, waits, and in the body of a loop item and itemIndex.`,
  CEL_TYPES_WRONG: ({ problem }: Problem) =>
    `Values of the formula do not fit each other: ${problem}. Wrap numbers from text in dec(…), others in string(…).`,
  CEL_NOT_A_LIST: ({ type }: { type: string }) => `A list is wanted here, and this gives ${type}.`,
  KEY_MISSING: ({ key }: { key: string }) => `There is no field ${key}. Check its name or write def(…, default).`,
  LIST_INDEX_WRONG: () =>
    'The list has no item of that number. Check its length with size(…), or write def(…, default).',
  LIST_EMPTY: () => 'The list is empty: it has no least and no greatest.',
  NUMBER_FRACTIONAL: () =>
    'A fraction came as a JSON number, which cannot be counted exactly. Hand it over as text, like "10.50".',
  DECIMAL_WRONG: ({ value }: { value: string }) => `"${value}" is no number. Write digits with a point: 1234.50.`,
  DECIMAL_TOO_BIG: () => 'The number is too big: more than 18 digits before the point.',
  INTEGER_TOO_BIG: () => 'The integer is too big for JSON. Hand it over as text: string(…).',
  DIVISION_BY_ZERO: () => 'Division by zero. Check the divisor with a condition.',
  ARGUMENT_WRONG: ({ wanted, got }: { wanted: string; got: string }) => `The function wants ${wanted} and got ${got}.`,
  DATE_WRONG: ({ value }: { value: string }) =>
    `"${value}" is no date. Write 2026-12-31, 31.12.2026 or an instant with its zone.`,
  ZONE_WRONG: ({ zone }: { zone: string }) => `There is no time zone ${zone}. Write, for example, Europe/Moscow.`,
  CALENDAR_UNKNOWN: ({ year, years }: { year: number; years: readonly number[] }) =>
    `The Russian production calendar of ${year} is not there yet (known: ${years.join(', ')}). Give the time in calendar days or wait for an update.`,
  PATTERN_WRONG: ({ pattern }: { pattern: string }) =>
    `Pattern "${pattern}" is not well written. RE2 syntax is wanted.`,
  EXPRESSION_TOO_HEAVY: () => 'The formula wants too much work. Shorten the lists or split it into steps.',
  EXPRESSION_FAILED: ({ problem }: Problem) => `The formula failed: ${problem}.`,
  TEXT_TOO_LONG: ({ limit }: Limit) => `The text is longer than ${limit} characters.`,
  VALUE_TOO_BIG: ({ limit }: Limit) => `The result has more than ${limit} values. Shorten the list.`,
  VALUE_TOO_DEEP: ({ limit }: Limit) => `The value is nested deeper than ${limit} levels.`,
  RESULT_NOT_JSON: () => 'The result of the formula cannot be handed on. Turn it into text: string(…).',
  LIST_TOO_LONG: ({ limit, length }: Limit & { length: number }) =>
    `The list has ${length} items and may have ${limit} at most. Split it.`,
  TEMPLATE_SYNTAX: ({ line, column, ...fault }: TemplateProblem) =>
    line === undefined || column === undefined
      ? `The template is not well written: ${fault.problem}.`
      : `The template is not well written, line ${line}, column ${column}: ${templateProblem(fault)}.`,
  TEMPLATE_PART_REFUSED: ({ what }: { what: string }) =>
    `The template holds ${what}, which is not supported. There are {{field}}, {{function field}}, #if, #unless, #each, #with.`,
  TEMPLATE_FUNCTION_UNKNOWN: ({ name }: { name: string }) =>
    `Templates have no function ${name}. Take one from the list.`,
  TEMPLATE_TOO_DEEP: ({ limit }: Limit) => `More than ${limit} blocks are nested in the template.`,
  TEMPLATE_VALUE_NOT_TEXT: () => 'A whole list or object got into the template. Choose a field of it, or use #each.',
} satisfies { [C in keyof typeof russian]: (typeof russian)[C] };
