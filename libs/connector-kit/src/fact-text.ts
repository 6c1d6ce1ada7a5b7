import type { FaultFacts } from '@potok/contracts';

/** A fact for a sentence; a dash when the fault does not carry it. */
export const text = (facts: FaultFacts, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '—';
};
