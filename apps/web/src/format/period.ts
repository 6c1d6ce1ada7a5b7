import type { Period } from '../app/searches.js';

const days: Readonly<Record<Period, number>> = { today: 0, week: 7, month: 30 };

const startOf = (period: Period, now: Date): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() - days[period]);

/** From when a period counts; the start of a day, so that the address of a list stays the same while it is looked at. */
export const periodFrom = (period: Period | undefined, now = new Date()): string | undefined =>
  period === undefined ? undefined : startOf(period, now).toISOString();

/** The same as a legal date, which knows no zone: `2026-11-24`. */
export const periodFromDay = (period: Period | undefined, now = new Date()): string | undefined => {
  if (period === undefined) return undefined;
  const start = startOf(period, now);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${start.getFullYear()}-${two(start.getMonth() + 1)}-${two(start.getDate())}`;
};
