import type { LegalDate } from '@potok/contracts';

/** A legal date with the time of day, in the organization's zone. */
export interface Moment {
  readonly date: LegalDate;
  /** `HH:MM:SS` */
  readonly time: string;
}

/** The instant as date and time in a zone: legal dates are dates there, not in UTC. */
export const momentOf = (instant: Date, timeZone = 'Europe/Moscow'): Moment => {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return { date: parts.slice(0, 10), time: parts.slice(11, 19) };
};

/** `2026-10-15` → `15.10.2026` */
export const russianDate = (date: LegalDate): string => date.split('-').reverse().join('.');
/** `15.10.2026` → `2026-10-15` */
export const dateOfRussian = (text: string): LegalDate => text.split('.').reverse().join('-');
/** `10:05:00` → `10.05.00` */
export const russianTime = (time: string): string => time.replaceAll(':', '.');
/** `10.05.00` → `10:05:00` */
export const timeOfRussian = (text: string): string => text.replaceAll('.', ':');
