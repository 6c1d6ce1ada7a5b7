import { en } from './en/index.js';
import type { Language } from './language.js';
import { ru } from './ru/index.js';

/** Russian is the source: every other language has the same keys, checked by the compiler. */
export type Texts = typeof ru;

export const catalogues: Readonly<Record<Language, Texts>> = { ru, en };
