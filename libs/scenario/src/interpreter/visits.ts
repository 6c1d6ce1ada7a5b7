import type { Visit } from '@potok/contracts';

/** The visit of a token: its scope and how often it has gone round in it. */
export const visitOf = (place: { readonly scope: string; readonly loop: number }): Visit =>
  place.scope === '' ? String(place.loop) : `${place.scope}/${place.loop}`;

export const itemScope = (visit: Visit, index: number): string => `${visit}/${index}`;
export const branchScope = (visit: Visit, index: number): string => `${visit}/~${index}`;

/** Where a visit lies: its scope without the last loop count. */
export const scopeOf = (visit: Visit): string => visit.slice(0, Math.max(0, visit.lastIndexOf('/')));

/** Is a visit the same as `now`, or an earlier pass of the loop in which that lies? */
export const isPast = (visit: Visit, now: Visit): boolean =>
  scopeOf(visit) === scopeOf(now) && loopOf(visit) <= loopOf(now);
const loopOf = (visit: Visit) => Number(visit.slice(visit.lastIndexOf('/') + 1));

/**
 * Can a step at `seen` be referred to from a step at `from`? What lies around it, and what its own place's branches did;
 * never another item of a for-each.
 */
export const isVisible = (from: Visit, seen: Visit): boolean => {
  const here = from.split('/');
  const there = scopeOf(seen)
    .split('/')
    .filter((part) => part !== '');
  let at = 0;
  while (at < there.length && there[at] === here[at]) at += 1;
  // Odd places hold items and branches, even ones loop counts.
  return there.slice(at).every((part, offset) => (at + offset) % 2 === 0 || part.startsWith('~'));
};

/**
 * The item in which the visits lie that a node within `depth` for-eaches can have, seen from here: the place of this visit's
 * item so many for-eaches deep. '' is the whole run; undefined when this visit does not lie so deep.
 */
export const itemAround = (from: Visit, depth: number): string | undefined => {
  const parts = from.split('/');
  let left = depth;
  for (let at = 1; left > 0 && at < parts.length; at += 2) {
    if (parts[at]?.startsWith('~') === false) left -= 1;
    if (left === 0) return parts.slice(0, at + 1).join('/');
  }
  return left === 0 ? '' : undefined;
};

/** Of several visible visits of one node the nearest: the deepest in common, then the latest. */
export const nearestVisit = (from: Visit, seen: readonly Visit[]): Visit | undefined =>
  seen
    .filter((visit) => isVisible(from, visit))
    .sort((a, b) => commonDepth(from, b) - commonDepth(from, a) || compareVisits(b, a))[0];

const commonDepth = (a: Visit, b: Visit): number => {
  const [left, right] = [a.split('/'), b.split('/')];
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
};

const compareVisits = (a: Visit, b: Visit): number => {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
};
const numbersOf = (visit: Visit) => visit.split('/').map((part) => Number(part.replace('~', '')));
