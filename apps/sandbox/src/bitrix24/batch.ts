import type { Answer, Caller } from './methods/method.js';
import { runMethod } from './methods/registry.js';
import type { PortalRoom } from './portal/room.js';
import { callTime, type CallTime } from './wire/envelope.js';
import { isMap, mapParam, param, type Params, textOf } from './wire/params.js';
import { phpArray } from './wire/php-array.js';
import { parsePhpQuery } from './wire/php-query.js';
import { RestError } from './wire/rest-error.js';

const LONGEST = 50;

interface Batch {
  readonly room: PortalRoom;
  readonly caller: Caller;
  readonly params: Params;
}

interface Outcome {
  readonly key: string;
  readonly answer?: Answer;
  readonly error?: { readonly error: string; readonly error_description: string };
  readonly time: CallTime;
}

/** Up to fifty calls in one, later ones may refer to earlier results; https://apidocs.bitrix24.ru, «batch». */
export const runBatch = (batch: Batch): Answer => {
  const isHalting = ['1', 'true'].includes(textOf(param(batch.params, 'halt')) ?? '');
  const done: Outcome[] = [];
  for (const [index, [key, command]] of Object.entries(mapParam(batch.params, 'cmd')).entries()) {
    const outcome = attempt(batch, { key, command, index, before: done });
    done.push(outcome);
    if (isHalting && outcome.error) break;
  }
  const listed = <T>(pick: (one: Outcome) => T | undefined) =>
    phpArray(
      done.flatMap((one) => {
        const value = pick(one);
        return value === undefined ? [] : [[one.key, value] as const];
      }),
    );
  return {
    result: {
      result: listed((one) => one.answer?.result),
      result_error: listed((one) => one.error),
      result_total: listed((one) => one.answer?.total),
      result_next: listed((one) => one.answer?.next),
      result_time: listed((one) => (one.answer ? one.time : undefined)),
    },
  };
};

interface Command {
  readonly key: string;
  readonly command: unknown;
  readonly index: number;
  readonly before: readonly Outcome[];
}

const attempt = ({ room, caller }: Batch, { key, command, index, before }: Command): Outcome => {
  const started = room.tools.now();
  const time = () => callTime(started, room.tools.now());
  try {
    if (index >= LONGEST) throw new RestError('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded');
    const { name, params } = readCommand(command);
    if (name.toLowerCase() === 'batch')
      throw new RestError('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage');
    const answer = runMethod(name, { room, caller, params: resolve(params, before) as Params });
    return { key, answer, time: time() };
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    // Published clients take an empty code inside a batch for success.
    return { key, error: { error: error.code || 'ERROR_CORE', error_description: error.description }, time: time() };
  }
};

const readCommand = (command: unknown): { readonly name: string; readonly params: Params } => {
  if (isMap(command)) {
    const { params } = command;
    return { name: methodName(textOf(command.method) ?? ''), params: isMap(params) ? params : {} };
  }
  const text = textOf(command) ?? '';
  const at = text.indexOf('?');
  return at < 0
    ? { name: methodName(text), params: {} }
    : { name: methodName(text.slice(0, at)), params: parsePhpQuery(text.slice(at + 1)) };
};

export const methodName = (text: string): string => text.replace(/\.json$/i, '');

const REFERENCE = /\$result((?:\[[^\]]*\])+)/g;

/** Puts earlier results in place of `$result[key][field]`; one that leads nowhere is empty. */
const resolve = (value: unknown, before: readonly Outcome[]): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolve(one, before));
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner, before)]));
  if (typeof value !== 'string') return value;
  const whole = [...value.matchAll(REFERENCE)];
  if (whole.length === 1 && whole[0]?.[0] === value) return follow(whole[0][1] ?? '', before) ?? '';
  return value.replace(REFERENCE, (_all, path: string) => textOf(follow(path, before)) ?? '');
};

const follow = (path: string, before: readonly Outcome[]): unknown => {
  const [key, ...fields] = path.slice(1, -1).split('][');
  const first: unknown = before.find((one) => one.key === key)?.answer?.result;
  return fields.reduce<unknown>((here, field) => (isMap(here) ? here[field] : undefined), first);
};
