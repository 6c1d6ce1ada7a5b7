import type { Finding } from '@potok/contracts';

export interface Badge {
  readonly errors: number;
  readonly warnings: number;
}
export const noBadge: Badge = { errors: 0, warnings: 0 };

/** Counted once for all steps, when findings come. */
export const badgesOf = (findings: readonly Finding[]): ReadonlyMap<string, Badge> => {
  const badges = new Map<string, Badge>();
  for (const { node, severity } of findings) {
    if (node === undefined) continue;
    const { errors, warnings } = badges.get(node) ?? noBadge;
    badges.set(node, severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 });
  }
  return badges;
};
