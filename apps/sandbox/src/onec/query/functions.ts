import { ODataError } from '../wire/odata-error.js';
import type { Value } from './expression.js';

type Call = (args: readonly Value[]) => Value;

const textArg = (args: readonly Value[], at: number): string => {
  const arg = args[at];
  if (arg?.type !== 'text') throw wrongArgs();
  return arg.value;
};
const numberArg = (args: readonly Value[], at: number): number => {
  const arg = args[at];
  if (arg?.type !== 'number') throw wrongArgs();
  return arg.value;
};
const dateArg = (args: readonly Value[], at: number): Date => {
  const arg = args[at];
  if (arg?.type !== 'date') throw wrongArgs();
  return new Date(`${arg.value}Z`);
};
const wrongArgs = () => ODataError.noFunction('аргументы не подходят');

const text = (value: string): Value => ({ type: 'text', value });
const number = (value: number): Value => ({ type: 'number', value });
const boolean = (value: boolean): Value => ({ type: 'boolean', value });
const lower = (args: readonly Value[], at: number) => textArg(args, at).toLowerCase();
const datePart =
  (part: (at: Date) => number): Call =>
  (args) =>
    number(part(dateArg(args, 0)));

/** Names of simple types in cast and isof. */
const SIMPLE: Readonly<Record<string, Value['type']>> = {
  String: 'text',
  Number: 'number',
  Boolean: 'boolean',
  Date: 'date',
};

const isOfType = (value: Value, type: string): boolean =>
  value.type === 'reference' ? value.set === type : value.type === SIMPLE[type];

const castTo: Call = (args) => {
  const [value] = args;
  const type = textArg(args, 1);
  if (value === undefined) throw wrongArgs();
  if (value.type === 'guid') return { type: 'reference', set: type, value: value.value };
  return isOfType(value, type) ? value : { type: 'null' };
};

/** ПОДОБНО(): `%` any, `_` one, `[…]` of these. */
const likePattern = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replace(/[\\.*+?^${}()|]/g, (mark, at: number) => (mark === '^' && template[at - 1] === '[' ? '^' : `\\${mark}`))
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    'isu',
  );

const FUNCTIONS: Readonly<Record<string, Call>> = {
  substringof: (args) => boolean(lower(args, 1).includes(lower(args, 0))),
  startswith: (args) => boolean(lower(args, 0).startsWith(lower(args, 1))),
  endswith: (args) => boolean(lower(args, 0).endsWith(lower(args, 1))),
  concat: (args) => text(textArg(args, 0) + textArg(args, 1)),
  like: (args) => boolean(likePattern(textArg(args, 1)).test(textArg(args, 0))),
  // Positions of 1С count from one.
  substring: (args) => {
    const from = numberArg(args, 1) - 1;
    const whole = textArg(args, 0);
    return text(args.length > 2 ? whole.substring(from, from + numberArg(args, 2)) : whole.substring(from));
  },
  year: datePart((at) => at.getUTCFullYear()),
  quarter: datePart((at) => Math.floor(at.getUTCMonth() / 3) + 1),
  month: datePart((at) => at.getUTCMonth() + 1),
  day: datePart((at) => at.getUTCDate()),
  hour: datePart((at) => at.getUTCHours()),
  minute: datePart((at) => at.getUTCMinutes()),
  second: datePart((at) => at.getUTCSeconds()),
  dayofweek: datePart((at) => at.getUTCDay() || 7),
  round: (args) => number(Math.round(numberArg(args, 0))),
  cast: castTo,
  isof: (args) => boolean(args[0] !== undefined && isOfType(args[0], textArg(args, 1))),
};

/** A function of 17.4.5.2; tolower, trim, length and the like are not there in 1С either. */
export const callFunction = (name: string, args: readonly Value[]): Value => {
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (!found) throw ODataError.noFunction(name);
  return found(args);
};
