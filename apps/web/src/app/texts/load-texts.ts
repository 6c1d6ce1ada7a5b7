import type { EditorTexts, Texts } from './catalogue.js';
import type { Language } from './language.js';
import { ru } from './ru/index.js';

/** Words of the editor, once fetched, stay for as long as the tab lives. */
const held = new Map<Language, EditorTexts>();
const asked = new Map<Language, Promise<EditorTexts>>();

const commonIn = async (language: Language): Promise<Texts> =>
  language === 'ru' ? ru : (await import('./en/index.js')).en;

const ofEditorIn = async (language: Language) =>
  language === 'ru' ? (await import('./ru/of-editor.js')).ruOfEditor : (await import('./en/of-editor.js')).enOfEditor;

const fetchEditorTexts = async (language: Language): Promise<EditorTexts> => {
  try {
    const [common, ofEditor] = await Promise.all([commonIn(language), ofEditorIn(language)]);
    const texts = { ...common, ...ofEditor };
    held.set(language, texts);
    return texts;
  } catch (error) {
    // The next one who needs them asks again.
    asked.delete(language);
    throw error;
  }
};

/** With the words of the pages where scenarios are drawn; fetched once a language. */
export const loadEditorTexts = (language: Language): Promise<EditorTexts> => {
  const loading = asked.get(language) ?? fetchEditorTexts(language);
  asked.set(language, loading);
  return loading;
};

export const findEditorTexts = (language: Language): EditorTexts | undefined => held.get(language);

/** Russian comes with the application; another language is fetched by those who read it. Who draws goes on drawing in it. */
export const loadTexts = async (language: Language): Promise<Texts> => {
  const [texts] = await Promise.all([commonIn(language), held.size === 0 ? undefined : loadEditorTexts(language)]);
  return texts;
};
