import { calendarYears, isWorkingDay } from '@potok/scenario';
import type { Span } from '../app/searches.js';
import { addDays, type Day, firstOfMonth, isWeekend, mondayOf } from '../format/days.js';

const WEEK = 7;

/** The weeks that a calendar shows around a day, Monday first; `until` is the day after the last. */
export interface Shown {
  readonly weeks: readonly (readonly Day[])[];
  readonly from: Day;
  readonly until: Day;
}

const weekFrom = (monday: Day): readonly Day[] => Array.from({ length: WEEK }, (_one, index) => addDays(monday, index));

const mondays = (from: Day, until: Day): readonly Day[] => {
  const found: Day[] = [];
  for (let monday = mondayOf(from); monday < until; monday = addDays(monday, WEEK)) found.push(monday);
  return found;
};

export const shownAround = (day: Day, span: Span): Shown => {
  const from = span === 'week' ? mondayOf(day) : mondayOf(firstOfMonth(day));
  const weeks = (span === 'week' ? [from] : mondays(from, firstOfMonth(day, 1))).map(weekFrom);
  return { weeks, from, until: addDays(from, weeks.length * WEEK) };
};

/** The day around which the span before or after this one is shown. */
export const spanAway = (day: Day, span: Span, count: number): Day =>
  span === 'week' ? addDays(mondayOf(day), count * WEEK) : firstOfMonth(day, count);

/** A day off by the production calendar; of a year that is not published yet only the weekends are known. */
export const isDayOff = (day: Day): boolean => (isKnownYear(day) ? !isWorkingDay(day) : isWeekend(day));

const isKnownYear = (day: Day): boolean => calendarYears.includes(Number(day.slice(0, 4)));

/** The first year among these days whose production calendar is not known. */
export const unknownYear = ({ from, until }: Pick<Shown, 'from' | 'until'>): string | undefined =>
  [from, addDays(until, -1)].find((day) => !isKnownYear(day))?.slice(0, 4);
