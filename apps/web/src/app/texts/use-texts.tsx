import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { catalogues, type Texts } from './catalogue.js';
import { type Language, readLanguage, saveLanguage } from './language.js';

interface Speech {
  readonly language: Language;
  readonly texts: Texts;
  readonly speak: (language: Language) => void;
}

const SpeechContext = createContext<Speech>({ language: 'ru', texts: catalogues.ru, speak: () => undefined });

export const SpeechProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(readLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speak = useCallback((next: Language) => {
    saveLanguage(next);
    setLanguage(next);
  }, []);
  const speech = useMemo(() => ({ language, texts: catalogues[language], speak }), [language, speak]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
};

export const useSpeech = (): Speech => use(SpeechContext);
export const useTexts = (): Texts => use(SpeechContext).texts;
