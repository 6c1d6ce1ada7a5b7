import type { Period } from '../app/searches.js';

const DAY_MS = 86_400_000;
const days: Readonly<Record<Period, number>> = { today: 0, week: 7, month: 30 };

const startOfDay = (at: Date): Date => new Date(at.getFullYear(), at.getMonth(), at.getDate());

/** From when a period counts; the start of a day, so that the address of a list stays the same while it is looked at. */
export const periodFrom = (period: Period | undefined, now = new Date()): string | undefined =>
  period === undefined ? undefined : new Date(startOfDay(now).getTime() - days[period] * DAY_MS).toISOString();
