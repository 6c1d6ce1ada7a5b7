import { wordsEn, wordsRu, type Words } from '@potok/contracts/words';
import type { Language } from '../problems/texts.js';
import { texts as en } from './texts.en.js';
import { texts as ru, type ExportTexts } from './texts.ru.js';

/** In whose language and by whose clock a table is written. */
export interface Speech {
  readonly texts: ExportTexts;
  readonly words: Words;
  readonly timeZone: string;
}

export const speechOf = (language: Language, timeZone: string): Speech =>
  language === 'en' ? { texts: en, words: wordsEn, timeZone } : { texts: ru, words: wordsRu, timeZone };
