import { texts as en } from './texts.en.js';
import { texts as ru, type Texts } from './texts.ru.js';

export type { Texts };
export type Language = 'ru' | 'en';
export const textsOf = (language: Language): Texts => (language === 'en' ? en : ru);
