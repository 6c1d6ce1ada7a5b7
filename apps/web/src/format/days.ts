const DAY_MS = 86_400_000;
const WEEK = 7;
const MONDAY_FIRST = 6;

/** A day as `YYYY-MM-DD`, counted without a clock and a zone. */
export type Day = string;

const utcOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const textOf = (date: Date): Day => date.toISOString().slice(0, 10);

export const addDays = (day: Day, count: number): Day => textOf(new Date(utcOf(day).getTime() + count * DAY_MS));

/** The first of the month that lies so many months away. */
export const firstOfMonth = (day: Day, months = 0): Day => {
  const date = utcOf(day);
  return textOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)));
};

export const mondayOf = (day: Day): Day => addDays(day, -((utcOf(day).getUTCDay() + MONDAY_FIRST) % WEEK));

export const isWeekend = (day: Day): boolean => [0, MONDAY_FIRST].includes(utcOf(day).getUTCDay());

const wall = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);

/** The day that the calendar of a zone shows at an instant. */
export const dayOf = (at: string | number, timeZone: string): Day => wall(new Date(at), timeZone).slice(0, 10);

const offsetMs = (at: Date, timeZone: string): number =>
  new Date(`${wall(at, timeZone).replace(' ', 'T')}Z`).getTime() - at.getTime();

/** The instant at which a day begins in a zone. */
export const startOfDay = (day: Day, timeZone: string): string => {
  const guess = utcOf(day);
  const first = new Date(guess.getTime() - offsetMs(guess, timeZone));
  // The clock may be moved between the guess and the day's begin.
  return new Date(guess.getTime() - offsetMs(first, timeZone)).toISOString();
};
