import type { FaultFacts } from '@potok/contracts';
import { texts as checksEn } from './checks/texts.en.js';
import { texts as checksRu } from './checks/texts.ru.js';
import type { Texts } from './fact.js';
import { texts as schemaEn } from './schema/texts.en.js';
import { texts as schemaRu } from './schema/texts.ru.js';

/** Sentences of every code of this library. */
export const documentTextsRu = { ...checksRu, ...schemaRu } satisfies Texts;
export const documentTextsEn = { ...checksEn, ...schemaEn } satisfies Texts;

/** The sentence of a finding or fault of this library; the code itself when it is not ours. */
export const sentenceOf = (
  { code, facts }: { readonly code: string; readonly facts: FaultFacts },
  language: 'ru' | 'en' = 'ru',
): string => {
  const texts: Texts = language === 'ru' ? documentTextsRu : documentTextsEn;
  return texts[code]?.(facts) ?? code;
};
