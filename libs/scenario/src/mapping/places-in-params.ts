import { asPointerPart } from '../json-pointer.js';
import { dynamicOf } from '../values/param-value.js';
import type { ItemNames } from './mapped-places.js';
import { listIdOf } from './path-ids.js';

export const keysOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

export const pointerOf = (keys: readonly string[]): string => keys.map((key) => `/${asPointerPart(key)}`).join('');

export const asObject = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;

/** What stands at a target field, and what is around it. */
export interface TargetPlace {
  readonly value: unknown;
  /** Names of the loops around, and what they walk. */
  readonly names: ItemNames;
  /** Target field around it that is worked out as a whole, so that nothing can stand inside. */
  readonly takenBy?: string;
  /** Where it stands in the params: `/lines/do/name`. */
  readonly pointer: string;
}

interface Step {
  readonly value: unknown;
  readonly names: ItemNames;
  readonly part: string;
}

const stepInto = (value: unknown, key: string, names: ItemNames): Step | undefined => {
  const dynamic = dynamicOf(value);
  if (key === '*' && dynamic?.kind === 'each') {
    const list = listIdOf(dynamic.list, names);
    const inner = new Map(names);
    if (list === undefined) inner.delete(dynamic.as);
    else inner.set(dynamic.as, `${list}/*`);
    return { value: dynamic.body, names: inner, part: 'do' };
  }
  if (dynamic !== undefined) return undefined;
  if (key === '*') return { value: Array.isArray(value) ? (value[0] as unknown) : undefined, names, part: '0' };
  const own = asObject(value);
  return { value: own !== undefined && Object.hasOwn(own, key) ? own[key] : undefined, names, part: key };
};

/** Finds a target field in params; a list without a loop has its first item where the pointer says `*`. */
export const placeIn = (params: unknown, target: string): TargetPlace => {
  let at: { readonly value: unknown; readonly names: ItemNames } = { value: params, names: new Map() };
  const parts: string[] = [];
  const keys = keysOf(target);
  for (const [index, key] of keys.entries()) {
    const next = stepInto(at.value, key, at.names);
    if (next === undefined) {
      return {
        value: undefined,
        names: at.names,
        takenBy: pointerOf(keys.slice(0, index)),
        pointer: pointerOf(parts),
      };
    }
    parts.push(next.part);
    at = next;
  }
  return { ...at, pointer: pointerOf(parts) };
};

/** A copy of params with a field set; what is around it is made where it is missing. The place must not be taken. */
export const putAt = (value: unknown, keys: readonly string[], put: unknown): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return put;
  if (key === '*') {
    if (dynamicOf(value)?.kind === 'each') {
      const each = asObject(value) ?? {};
      return { ...each, do: putAt(each.do, rest, put) };
    }
    const list = Array.isArray(value) ? (value as unknown[]) : [];
    return [putAt(list[0], rest, put), ...list.slice(1)];
  }
  const own = asObject(value) ?? {};
  return { ...own, [key]: putAt(Object.hasOwn(own, key) ? own[key] : undefined, rest, put) };
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const withoutKey = (own: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(own).filter(([one]) => one !== key));

/** A copy without a field; literal parts around it that become empty go as well, a loop's body stays. */
export const takeAway = (value: unknown, keys: readonly string[]): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return undefined;
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'each' && key === '*') {
    return rest.length === 0 ? undefined : { ...asObject(value), do: takeAway(dynamic.body, rest) ?? {} };
  }
  if (dynamic !== undefined) return value;
  return Array.isArray(value) ? fromList(value as unknown[], rest) : fromObject(value, key, rest);
};

const fromList = ([first, ...others]: readonly unknown[], rest: readonly string[]): unknown => {
  const left = takeAway(first, rest);
  const list = left === undefined ? others : [left, ...others];
  return list.length === 0 ? undefined : list;
};

const fromObject = (value: unknown, key: string, rest: readonly string[]): unknown => {
  const own = asObject(value);
  if (own === undefined || !Object.hasOwn(own, key)) return value;
  const left = takeAway(own[key], rest);
  const without = left === undefined ? withoutKey(own, key) : { ...own, [key]: left };
  return isEmpty(without) ? undefined : without;
};
