import { fillSentence, type FaultFacts } from '@potok/contracts';
import { texts as en } from './texts.en.js';
import { texts as ru } from './texts.ru.js';

export type ProblemCode = keyof typeof ru;
export type Language = 'ru' | 'en';

/** The sentence of one of our own codes. */
export const sentenceOf = (code: ProblemCode, facts: FaultFacts, language: Language): string =>
  fillSentence((language === 'en' ? en : ru)[code], facts);

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(ru, code);
