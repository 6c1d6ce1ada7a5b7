import { en } from './en/index.js';
import type { Language } from './language.js';
import { ru } from './ru/index.js';

/** Russian is the source: every other language has the same keys, checked by the compiler. */
export type Texts = typeof ru;

/** All at once, for specs; pages take what a person reads by `loadTexts`. */
export const catalogues: Readonly<Record<Language, Texts>> = { ru, en };
