import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { EditorTexts, SettingsTexts, Texts } from './catalogue.js';
import { type Language, readLanguage, saveLanguage } from './language.js';
import { editorWords, loadTexts, type PageWords, settingsWords } from './load-texts.js';
import { ru } from './ru/index.js';

interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
}

interface Speech extends Spoken {
  /** Settles when it is spoken, or when its words could not be fetched. */
  readonly speak: (language: Language) => Promise<void>;
}

interface PageSpeech<Words extends Texts> {
  readonly language: Language;
  readonly texts: Words;
}
export type EditorSpeech = PageSpeech<EditorTexts>;

const RUSSIAN: Spoken = { language: 'ru', texts: ru };

const SpeechContext = createContext<Speech>({ ...RUSSIAN, speak: () => Promise.resolve() });

/** Shows nothing until the words are there. A catalogue that cannot be fetched leaves what is spoken. */
export const SpeechProvider = ({ children }: { readonly children: ReactNode }) => {
  const [spoken, setSpoken] = useState<Spoken | undefined>(() => (readLanguage() === 'ru' ? RUSSIAN : undefined));
  const speak = useCallback(async (language: Language) => {
    try {
      const texts = await loadTexts(language);
      saveLanguage(language);
      setSpoken({ language, texts });
    } catch {
      setSpoken((before) => before ?? RUSSIAN);
    }
  }, []);
  useEffect(() => {
    if (spoken === undefined) void speak(readLanguage());
    else document.documentElement.lang = spoken.language;
  }, [spoken, speak]);
  const speech = useMemo(() => (spoken === undefined ? undefined : { ...spoken, speak }), [spoken, speak]);
  return speech === undefined ? null : <SpeechContext value={speech}>{children}</SpeechContext>;
};

export const useSpeech = (): Speech => use(SpeechContext);
export const useTexts = (): Texts => use(SpeechContext).texts;

/** The words of some pages too. Those are shown when the words are there; whoever needs them elsewhere waits for them. */
const usePageSpeech = <Words extends Texts>({ find, load }: PageWords<Words>): PageSpeech<Words> => {
  const { language } = useSpeech();
  return { language, texts: find(language) ?? use(load(language)) };
};

/** The language too, for those who write numbers and moments. */
export const useEditorSpeech = (): EditorSpeech => usePageSpeech(editorWords);
export const useEditorTexts = (): EditorTexts => useEditorSpeech().texts;

export const useSettingsSpeech = (): PageSpeech<SettingsTexts> => usePageSpeech(settingsWords);
export const useSettingsTexts = (): SettingsTexts => useSettingsSpeech().texts;
