import { ExpressionError } from '../expression-error.js';

const DAY_MS = 86_400_000;

const utcOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const textOf = (ms: number): string => {
  const iso = new Date(ms).toISOString();
  if (!/^\d{4}-/.test(iso)) throw new ExpressionError('DATE_WRONG', { value: iso });
  return iso.slice(0, 10);
};

/** 0 = Sunday. */
export const dayOfWeek = (day: string): number => new Date(utcOf(day)).getUTCDay();

export const addDays = (day: string, count: number): string => textOf(utcOf(day) + count * DAY_MS);

/** The same day of another month, or its last day where there is no such day. */
export const addMonths = (day: string, count: number): string => {
  const start = new Date(utcOf(day));
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + count, 1);
  const afterIt = new Date(first);
  const daysInMonth = new Date(Date.UTC(afterIt.getUTCFullYear(), afterIt.getUTCMonth() + 1, 0)).getUTCDate();
  return textOf(first + (Math.min(start.getUTCDate(), daysInMonth) - 1) * DAY_MS);
};

const isRealDay = (day: string): boolean => {
  const ms = utcOf(day);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
};

/** A moment as a wall clock shows it. */
export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:mm:ss` */
  readonly time: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const fresh = newFormatter(timeZone);
  formatters.set(timeZone, fresh);
  return fresh;
};

const twoDigits = '2-digit';
const shown = {
  year: 'numeric',
  month: twoDigits,
  day: twoDigits,
  hour: twoDigits,
  minute: twoDigits,
  second: twoDigits,
} as const;

const newFormatter = (timeZone: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...shown });
  } catch {
    throw new ExpressionError('ZONE_WRONG', { zone: timeZone });
  }
};

/** What the clock on the wall of a zone shows at an instant. */
const wallTimeAt = (instant: Date, timeZone: string): WallTime => {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    day: `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`,
    time: `${of('hour')}:${of('minute')}:${of('second')}`,
  };
};

const russianDay = /^(\d{2})\.(\d{2})\.(\d{4})$/;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const instantText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

const wrong = (value: unknown): ExpressionError =>
  new ExpressionError('DATE_WRONG', { value: typeof value === 'string' ? value.slice(0, 40) : typeof value });

const wallTimeOfText = (text: string, timeZone: string): WallTime => {
  const day = text.replace(russianDay, '$3-$2-$1');
  if (isoDay.test(day)) {
    if (!isRealDay(day)) throw wrong(text);
    return { day, time: '00:00:00' };
  }
  const instant = instantText.test(text) ? new Date(text) : undefined;
  if (instant === undefined || Number.isNaN(instant.getTime())) throw wrong(text);
  return wallTimeAt(instant, timeZone);
};

/** Reads `YYYY-MM-DD`, `DD.MM.YYYY` or an ISO instant; an instant is shown in the zone. Throws `DATE_WRONG`. */
export const readWallTime = (value: unknown, timeZone: string): WallTime => {
  if (typeof value === 'string') return wallTimeOfText(value.trim(), timeZone);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return wallTimeAt(value, timeZone);
  throw wrong(value);
};
