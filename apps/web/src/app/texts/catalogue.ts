import { en } from './en/index.js';
import { enOfEditor } from './en/of-editor.js';
import { enOfSettings } from './en/of-settings.js';
import type { Language } from './language.js';
import { ru } from './ru/index.js';
import { ruOfEditor } from './ru/of-editor.js';
import { ruOfSettings } from './ru/of-settings.js';

/** What every page may say. Russian is the source: every other language has the same keys, checked by the compiler. */
export type Texts = typeof ru;

type OfEditor = typeof ruOfEditor;
type OfSettings = typeof ruOfSettings;

/** What pages may say where scenarios are drawn: `useEditorTexts` gives it. */
export type EditorTexts = Texts & OfEditor;

/** What the settings may say: `useSettingsTexts` gives it. */
export type SettingsTexts = Texts & OfSettings;

/** All at once, for specs; pages take what a person reads by `load-texts.ts`. */
export const catalogues: Readonly<Record<Language, EditorTexts & SettingsTexts>> = {
  ru: { ...ru, ...ruOfEditor, ...ruOfSettings },
  en: { ...en, ...enOfEditor, ...enOfSettings },
};
