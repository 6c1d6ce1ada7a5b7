export const LANGUAGES = ['ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'potok.language';

export const readLanguage = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'ru');
export const saveLanguage = (language: Language): void => localStorage.setItem(KEY, language);
