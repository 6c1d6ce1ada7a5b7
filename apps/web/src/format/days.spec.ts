import { expect, it } from '@jest/globals';
import { addDays, dayOf, firstOfMonth, isWeekend, mondayOf, startOfDay } from './days.js';

it('counts days over the ends of months and years', () => {
  expect([addDays('2026-12-31', 1), addDays('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']);
  expect([firstOfMonth('2026-12-31', 1), firstOfMonth('2026-01-15', -1)]).toEqual(['2027-01-01', '2025-12-01']);
});

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-28', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-11-30', '2026-11-30'],
])('begins the week of %s on Monday %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

it('knows Saturday and Sunday', () => {
  expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(isWeekend)).toEqual([false, true, true, false]);
});

it.each([
  ['Europe/Moscow', '2026-11-24', '2026-11-23T21:00:00.000Z'],
  ['Asia/Vladivostok', '2026-11-24', '2026-11-23T14:00:00.000Z'],
  ['UTC', '2026-11-24', '2026-11-24T00:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
])('begins a day in %s when its clock says so', (zone, day, instant) => {
  expect(startOfDay(day, zone)).toBe(instant);
  expect(dayOf(instant, zone)).toBe(day);
});
