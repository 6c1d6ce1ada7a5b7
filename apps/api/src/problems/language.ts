import type { Language } from './texts.js';

interface Asked {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query?: unknown;
}

/** Russian, unless `?lang=en` or the first of Accept-Language says English. */
export const languageOf = ({ headers, query }: Asked): Language => {
  const lang = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  if (lang === 'en' || lang === 'ru') return lang;
  const accepted = headers['accept-language'];
  return typeof accepted === 'string' && /^\s*en\b/i.test(accepted) ? 'en' : 'ru';
};
