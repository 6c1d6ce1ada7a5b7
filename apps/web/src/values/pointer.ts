import type { Finding } from '@potok/contracts';

export const pointerTo = (parent: string, key: string | number): string =>
  `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const isUnder = (pointer: string | undefined, parent: string): boolean =>
  pointer === parent || pointer?.startsWith(`${parent}/`) === true;

/** What is said of a field itself, or with `deep` of all that is in it. */
export const findingsAt = (findings: readonly Finding[], pointer: string, deep: boolean): readonly Finding[] =>
  findings.filter(({ field }) => (deep ? isUnder(field, pointer) : field === pointer));
