import { useSpeech } from '../app/texts/use-texts.js';
import type { Day } from '../format/days.js';

const locales = { ru: 'ru-RU', en: 'en-GB' } as const;

const formatted = (day: Day, locale: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));

/** «вторник, 24 ноября»; the year only where it is said. */
export const useDayTitle = (): ((day: Day) => string) => {
  const { language } = useSpeech();
  return (day) => formatted(day, locales[language], { weekday: 'long', day: 'numeric', month: 'long' });
};

/** «ноябрь 2026 г.» */
export const useMonthTitle = (): ((day: Day) => string) => {
  const { language } = useSpeech();
  return (day) => formatted(day, locales[language], { month: 'long', year: 'numeric' });
};

/** «пн» … «вс», with the whole name for who hears it. */
export const useWeekdays = (): ((day: Day) => { readonly short: string; readonly long: string }) => {
  const { language } = useSpeech();
  return (day) => ({
    short: formatted(day, locales[language], { weekday: 'short' }),
    long: formatted(day, locales[language], { weekday: 'long' }),
  });
};
