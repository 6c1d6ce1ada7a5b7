import { asPointerPart } from '../json-pointer.js';
import { dynamicOf, innerOf, type Dynamic } from '../values/param-value.js';
import { listIdOf } from './path-ids.js';
import type { ItemNames } from './mapped-places.js';
import type { TargetNode } from './target-tree.js';

interface Around {
  readonly target: string;
  readonly names: ItemNames;
}

const collect = (value: unknown, around: Around, found: Map<string, string | undefined>): void => {
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'each') collectLoop(dynamic, around, found);
  else if (dynamic !== undefined) found.set(around.target, undefined);
  else collectLiteral(value, around, found);
};

const collectLoop = (
  { list, as, body }: Extract<Dynamic, { kind: 'each' }>,
  { target, names }: Around,
  found: Map<string, string | undefined>,
): void => {
  const id = listIdOf(list, names);
  found.set(target, id);
  const inner = new Map(names);
  if (id !== undefined) inner.set(as, `${id}/*`);
  collect(body, { target: `${target}/*`, names: inner }, found);
};

/** An object with fields is filled as far as they are; anything else is a value of its own. */
const collectLiteral = (value: unknown, { target, names }: Around, found: Map<string, string | undefined>): void => {
  const parts = innerOf(value, '');
  const isList = Array.isArray(value);
  if (isList || (parts.length === 0 && value !== undefined && !isHollow(value))) found.set(target, undefined);
  for (const [, inner, key] of parts) {
    collect(inner, { target: `${target}/${isList ? '*' : asPointerPart(key)}`, names }, found);
  }
};

const isHollow = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** The fields of params that hold a value, by target pointer; of a loop, the id of the list that it walks. */
export const filledFields = (params: unknown): ReadonlyMap<string, string | undefined> => {
  const found = new Map<string, string | undefined>();
  collect(params, { target: '', names: new Map() }, found);
  return found;
};

/** How many of the fields that must be filled are. */
export interface Filling {
  readonly filled: number;
  readonly required: number;
  readonly missing: readonly string[];
}

interface Looking {
  readonly filled: ReadonlyMap<string, string | undefined>;
  readonly begun: ReadonlySet<string>;
}

const stateOf = (target: TargetNode, looking: Looking, isCounted: boolean): readonly [string, boolean][] => {
  const { filled, begun } = looking;
  const has = filled.has(target.pointer);
  const isBegun = begun.has(target.pointer);
  const isOwn = isCounted && target.isRequired;
  const isOpen = isBegun && target.inner.length > 0;
  // Fields inside count when their object must be there, or somebody has begun to fill it.
  if (isOpen) return target.inner.flatMap((inner) => stateOf(inner, looking, true));
  return isOwn ? [[target.pointer, has]] : [];
};

/** Counts the required fields: those at the top, and those in objects and loops that are begun. */
export const fillingOf = (targets: readonly TargetNode[], params: unknown): Filling => {
  const filled = filledFields(params);
  const begun = new Set<string>();
  for (const [pointer, list] of filled) {
    const keys = pointer.split('/');
    for (let length = 2; length < keys.length; length += 1) begun.add(keys.slice(0, length).join('/'));
    if (list !== undefined) begun.add(pointer);
  }
  const states = targets.flatMap((target) => stateOf(target, { filled, begun }, true));
  const missing = states.filter(([, has]) => !has).map(([pointer]) => pointer);
  return { filled: states.length - missing.length, required: states.length, missing };
};
