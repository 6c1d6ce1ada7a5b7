import type { Texts } from './catalogue.js';
import type { Language } from './language.js';
import { ru } from './ru/index.js';

/** Russian comes with the application; another language is fetched by those who read it. */
export const loadTexts = async (language: Language): Promise<Texts> =>
  language === 'ru' ? ru : (await import('./en/index.js')).en;
