import type { Language } from '../app/texts/language.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const units = {
  ru: { day: 'д', hour: 'ч', minute: 'мин', second: 'с', now: 'сейчас' },
  en: { day: 'd', hour: 'h', minute: 'min', second: 's', now: 'now' },
} as const;

type Part = readonly [count: number, unit: string];
const said = ([count, unit]: Part): string => `${count}\u00a0${unit}`;
const two = (big: Part, small: Part): string => (small[0] === 0 ? said(big) : `${said(big)} ${said(small)}`);

/** The two biggest units: `3 д 4 ч`, `5 мин`, `3,2 с`. */
export const formatDuration = (ms: number, language: Language): string => {
  const unit = units[language];
  if (ms >= DAY) return two([Math.floor(ms / DAY), unit.day], [Math.floor((ms % DAY) / HOUR), unit.hour]);
  if (ms >= HOUR) return two([Math.floor(ms / HOUR), unit.hour], [Math.floor((ms % HOUR) / MINUTE), unit.minute]);
  if (ms >= MINUTE) return `${Math.floor(ms / MINUTE)}\u00a0${unit.minute}`;
  const seconds = ms >= 10 * SECOND ? String(Math.round(ms / SECOND)) : (ms / SECOND).toFixed(1);
  return `${language === 'ru' ? seconds.replace('.', ',') : seconds}\u00a0${unit.second}`;
};

/** How long ago, roughly: below a minute it is «сейчас». */
export const formatAge = (ms: number, language: Language): string =>
  ms < MINUTE ? units[language].now : formatDuration(ms, language);

export const durationBetween = (from: string, to: string | number): number =>
  Math.max(0, new Date(to).getTime() - new Date(from).getTime());
