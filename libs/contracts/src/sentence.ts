import type { FaultFacts } from './node-fault.js';

const MAX_FACT = 300;

/**
 * Fills the `{fact}` places of a sentence. Sentences of nodes travel in the manifest, which is JSON, so they are text
 * with places and not functions. A fact that is absent shows as «…»; a long one is cut; lists are joined by commas.
 */
export const fillSentence = (sentence: string, facts: FaultFacts): string =>
  sentence.replace(/\{([a-zA-Z][a-zA-Z0-9]*)\}/g, (_place, name: string) => shown(facts[name]));

const shown = (fact: unknown): string => {
  if (fact === undefined || fact === null || fact === '') return '…';
  if (Array.isArray(fact)) return fact.map(shown).join(', ').slice(0, MAX_FACT);
  return (typeof fact === 'object' ? JSON.stringify(fact) : String(fact as string | number | boolean)).slice(
    0,
    MAX_FACT,
  );
};
