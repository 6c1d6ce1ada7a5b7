import { expect, it } from '@jest/globals';
import { isDayOff, shownAround, spanAway, unknownYear } from './span.js';

it('shows a month by whole weeks, Monday first', () => {
  const { weeks, from, until } = shownAround('2026-11-18', 'month');
  expect([from, until, weeks.length]).toEqual(['2026-10-26', '2026-12-07', 6]);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
});

it('shows a month that begins on Monday and ends on Sunday by no more than its own weeks', () => {
  expect(shownAround('2027-02-10', 'month')).toMatchObject({ from: '2027-02-01', until: '2027-03-01' });
});

it('shows the week of a day', () => {
  expect(shownAround('2026-11-29', 'week')).toMatchObject({ from: '2026-11-23', until: '2026-11-30' });
});

it.each([
  ['2026-01-31', 'month', 1, '2026-02-01'],
  ['2026-11-29', 'week', -1, '2026-11-16'],
] as const)('goes from %s by a %s and %d to %s', (day, span, count, to) => expect(spanAway(day, span, count)).toBe(to));

it('marks holidays of the production calendar, and weekends of a year that is not published', () => {
  expect(['2026-11-04', '2026-11-03', '2026-11-28', '2030-01-05', '2030-01-02'].map(isDayOff)).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
});

it('says which year is not published', () => {
  expect(unknownYear({ from: '2026-11-30', until: '2027-01-04' })).toBe('2027');
  expect(unknownYear({ from: '2026-11-30', until: '2027-01-01' })).toBeUndefined();
});
