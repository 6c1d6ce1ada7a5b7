import { asPointerPart } from '../json-pointer.js';
import { canonicalJson } from '../plan/canonical.js';
import { dynamicOf } from '../values/param-value.js';

/** A place whose value differs. */
export interface ValueChange {
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Sides = readonly [before: unknown, after: unknown];
type Branch = Readonly<Record<string, unknown>>;

const isSame = ([before, after]: Sides): boolean =>
  before === undefined || after === undefined ? before === after : canonicalJson(before) === canonicalJson(after);

/** An object that is neither a list nor worked out in the run. */
const asBranch = (value: unknown): Branch | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && dynamicOf(value) === undefined
    ? (value as Branch)
    : undefined;

const asList = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);

const at = (branch: Branch, key: string): unknown => (Object.hasOwn(branch, key) ? branch[key] : undefined);

/** Both sides as the same shape; what is absent is empty where the other side is filled. */
const both = <T>([before, after]: Sides, [shape, empty]: readonly [(value: unknown) => T | undefined, T]) => {
  const [one, two] = [shape(before), shape(after)];
  if (one !== undefined && two !== undefined) return [one, two] as const;
  if (one === undefined && two !== undefined && before === undefined) return [empty, two] as const;
  if (one !== undefined && two === undefined && after === undefined) return [one, empty] as const;
  return undefined;
};

const branchChanges = (before: Branch, after: Branch, pointer: string): readonly ValueChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    diffValues([at(before, key), at(after, key)], `${pointer}/${asPointerPart(key)}`),
  );

const equalAtEnds = (before: readonly unknown[], after: readonly unknown[]): readonly [start: number, end: number] => {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSame([before[start], after[start]])) start += 1;
  let end = 0;
  while (end < most - start && isSame([before[before.length - 1 - end], after[after.length - 1 - end]])) end += 1;
  return [start, end];
};

/** What is alike at both ends is left out, so that a row put in shows as one row. */
const listChanges = (
  before: readonly unknown[],
  after: readonly unknown[],
  pointer: string,
): readonly ValueChange[] => {
  const [start, end] = equalAtEnds(before, after);
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return Array.from({ length: Math.max(old.length, fresh.length) }, (_place, index) =>
    diffValues([old[index], fresh[index]], `${pointer}/${start + index}`),
  ).flat();
};

/** A list that is mapped from the same source: only what is made of each item differs. */
const eachChanges = (sides: Sides, pointer: string): readonly ValueChange[] | undefined => {
  const [before, after] = sides.map((value) => {
    const dynamic = dynamicOf(value);
    return dynamic?.kind === 'each' ? { ...dynamic, rest: { ...(value as object), do: null } } : undefined;
  });
  if (before === undefined || after === undefined || !isSame([before.rest, after.rest])) return undefined;
  return diffValues([before.body, after.body], `${pointer}/do`);
};

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/**
 * Places at which two values differ, as deep as both have the same shape. What is worked out in the run (`$cel`, `$tpl`,
 * `$each`) is one value; two `$each` over one list are compared by what they make of an item.
 */
export const diffValues = (sides: Sides, pointer = ''): readonly ValueChange[] => {
  if (isSame(sides)) return [];
  const each = eachChanges(sides, pointer);
  if (each !== undefined) return each;
  const branches = both<Branch>(sides, [asBranch, {}]);
  if (branches !== undefined && branches.some(isFilled)) return branchChanges(...branches, pointer);
  const lists = both<readonly unknown[]>(sides, [asList, []]);
  if (lists !== undefined && lists.flat().some(isFilled)) return listChanges(...lists, pointer);
  return replacedChanges(sides, pointer);
};

/** One value in the place of many, or the other way round: each side for itself, so that every field is named. */
const replacedChanges = ([before, after]: Sides, pointer: string): readonly ValueChange[] => {
  const isMany = [before, after].map((value) => asBranch(value) !== undefined && isFilled(value));
  if (before === undefined || after === undefined || isMany[0] === isMany[1]) return [{ pointer, before, after }];
  return [...diffValues([before, undefined], pointer), ...diffValues([undefined, after], pointer)];
};
