import type { FaultFacts } from '@potok/contracts';

export type Texts = Readonly<Record<string, (facts: FaultFacts) => string>>;

/** A fact as text; an absent one is an empty string, so that a sentence never says «undefined». */
export const fact = (facts: FaultFacts, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** `2026-01-31` → `31.01.2026` */
export const factDate = (facts: FaultFacts, name: string): string =>
  fact(facts, name).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1');
