import { en } from './en/index.js';
import { enOfEditor } from './en/of-editor.js';
import type { Language } from './language.js';
import { ru } from './ru/index.js';
import { ruOfEditor } from './ru/of-editor.js';

/** What every page may say. Russian is the source: every other language has the same keys, checked by the compiler. */
export type Texts = typeof ru;

/** What pages may say where scenarios are drawn: `useEditorTexts` gives it. */
export type EditorTexts = Texts & typeof ruOfEditor;

/** All at once, for specs; pages take what a person reads by `loadTexts` and `loadEditorTexts`. */
export const catalogues: Readonly<Record<Language, EditorTexts>> = {
  ru: { ...ru, ...ruOfEditor },
  en: { ...en, ...enOfEditor },
};
