import type { Language } from '../app/texts/language.js';

interface Manner {
  readonly language: Language;
  readonly timeZone: string;
}

/** A legal date, without a clock: `2026-11-24` → `24.11.2026`. */
export const formatDay = (date: string): string => date.slice(0, 10).split('-').reverse().join('.');

const parts = (at: string, { timeZone }: Manner, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('ru-RU', { timeZone, ...options }).format(new Date(at));

/** `24.11.2026, 14:05` */
export const formatMoment = (at: string, manner: Manner): string =>
  parts(at, manner, { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** `24.11 14:05:09`: seconds only in logs. */
export const formatLogTime = (at: string, manner: Manner): string =>
  parts(at, manner, {
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).replace(',', '');

/** The day of an instant in the workspace's zone. */
export const formatInstantDay = (at: string, manner: Manner): string =>
  parts(at, manner, { day: '2-digit', month: '2-digit', year: 'numeric' });
