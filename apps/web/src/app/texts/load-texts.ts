import type { EditorTexts, SettingsTexts, Texts } from './catalogue.js';
import type { Language } from './language.js';
import { ru } from './ru/index.js';

const commonIn = async (language: Language): Promise<Texts> =>
  language === 'ru' ? ru : (await import('./en/index.js')).en;

/** Words that only some pages say, with those of every page: fetched once a language, they stay for as long as the tab lives. */
export interface PageWords<Words extends Texts> {
  readonly load: (language: Language) => Promise<Words>;
  readonly find: (language: Language) => Words | undefined;
  readonly isHeld: () => boolean;
}

const pageWords = <Own extends object>(
  ownIn: Readonly<Record<Language, () => Promise<Own>>>,
): PageWords<Texts & Own> => {
  const held = new Map<Language, Texts & Own>();
  const asked = new Map<Language, Promise<Texts & Own>>();
  const fetchIn = async (language: Language): Promise<Texts & Own> => {
    try {
      const [common, own] = await Promise.all([commonIn(language), ownIn[language]()]);
      const texts = { ...common, ...own };
      held.set(language, texts);
      return texts;
    } catch (error) {
      // The next one who needs them asks again.
      asked.delete(language);
      throw error;
    }
  };
  const load = (language: Language): Promise<Texts & Own> => {
    const loading = asked.get(language) ?? fetchIn(language);
    asked.set(language, loading);
    return loading;
  };
  return { load, find: (language) => held.get(language), isHeld: () => held.size > 0 };
};

/** Of the pages where scenarios are drawn. */
export const editorWords: PageWords<EditorTexts> = pageWords({
  ru: async () => (await import('./ru/of-editor.js')).ruOfEditor,
  en: async () => (await import('./en/of-editor.js')).enOfEditor,
});

export const settingsWords: PageWords<SettingsTexts> = pageWords({
  ru: async () => (await import('./ru/of-settings.js')).ruOfSettings,
  en: async () => (await import('./en/of-settings.js')).enOfSettings,
});

/** Russian comes with the application; another language is fetched by those who read it. What a page says, it goes on saying in it. */
export const loadTexts = async (language: Language): Promise<Texts> => {
  const held = [editorWords, settingsWords].filter(({ isHeld }) => isHeld());
  const [texts] = await Promise.all([commonIn(language), ...held.map(({ load }) => load(language))]);
  return texts;
};
