import { ExpressionError } from '../expression-error.js';
import { addDays, dayOfWeek } from './days.js';

interface CalendarYear {
  /** Days off that fall on Monday to Friday: holidays and days moved to them. `MM-DD`. */
  readonly daysOff: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly workedWeekends: readonly string[];
}

const newYear = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'];

/**
 * Производственный календарь of the five-day week: article 112 of the Labour Code and the year's decree on moved days.
 * A year is added here when its decree is published; until then nothing is counted in it.
 * 2025: (from memory) decree 1335 of 2024-10-04. 2026: decree 1466 of 2025-09-24, moved days checked against the news of that day.
 */
const years: Readonly<Record<string, CalendarYear>> = {
  '2025': {
    daysOff: [...newYear, '05-01', '05-02', '05-08', '05-09', '06-12', '06-13', '11-03', '11-04', '12-31'],
    workedWeekends: ['11-01'],
  },
  '2026': {
    daysOff: [...newYear, '01-09', '02-23', '03-09', '05-01', '05-11', '06-12', '11-04', '12-31'],
    workedWeekends: [],
  },
};

/** Years whose calendar is published and known here. */
export const calendarYears: readonly number[] = Object.keys(years).map(Number);

/** Is it worked on this day (`YYYY-MM-DD`)? Throws `CALENDAR_UNKNOWN` for a year not yet published. */
export const isWorkingDay = (day: string): boolean => {
  const year = day.slice(0, 4);
  const calendar = Object.hasOwn(years, year) ? years[year] : undefined;
  if (calendar === undefined)
    throw new ExpressionError('CALENDAR_UNKNOWN', { year: Number(year), years: calendarYears });
  const monthDay = day.slice(5);
  const weekday = dayOfWeek(day);
  if (weekday === 0 || weekday === 6) return calendar.workedWeekends.includes(monthDay);
  return !calendar.daysOff.includes(monthDay);
};

/** The day that lies so many working days after (or, negative, before) a day; 0 gives the day itself. */
export const addWorkingDays = (day: string, count: number): string => {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = day;
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
};
