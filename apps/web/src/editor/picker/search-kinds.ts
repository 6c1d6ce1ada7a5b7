import type { AnyManifest } from '@potok/contracts';
import type { Language } from '../../app/texts/language.js';
import { otherLayout } from '../../app/layouts.js';

const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const scoreOfWord = (word: string, { title, synonyms, summary, id }: AnyManifest, language: Language): number => {
  const other = language === 'ru' ? 'en' : 'ru';
  const begins = (text: string): boolean => words(text).some((one) => one.startsWith(word));
  if (begins(title[language])) return 8;
  if (synonyms.some(begins)) return 5;
  if (begins(title[other]) || begins(id)) return 4;
  if (begins(summary[language]) || begins(summary[other])) return 2;
  return 0;
};

/** Every word of the query must be found; 0 when one is not. */
const scoreOf = (query: string, manifest: AnyManifest, language: Language): number => {
  const scores = words(query).map((word) => scoreOfWord(word, manifest, language));
  return scores.some((score) => score === 0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
};

/** Node types that a query means, best first: Russian or English words, synonyms, also typed in the other layout. */
export const searchKinds = (
  query: string,
  kinds: readonly AnyManifest[],
  language: Language,
): readonly AnyManifest[] => {
  const meant = [query, otherLayout(query)];
  return kinds
    .map((manifest) => ({ manifest, score: Math.max(...meant.map((one) => scoreOf(one, manifest, language))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ manifest }) => manifest);
};
