import { describe, expect, it } from '@jest/globals';
import { nextFireTime } from './next-fire-time.js';

/** The next times of a line, one after another. */
const next = (cron: string, timeZone: string, [from, count]: readonly [string, number]): string[] => {
  const found: string[] = [];
  for (let at = new Date(from); found.length < count; found.push(at.toISOString()))
    at = nextFireTime({ cron, timeZone }, at);
  return found.map((time) => time.replace(':00.000Z', 'Z'));
};

describe('nextFireTime', () => {
  it('goes by the clock of Moscow, and never answers the instant that it was asked about', () => {
    expect(next('0 9 * * *', 'Europe/Moscow', ['2026-03-10T05:59:59Z', 2])).toEqual([
      '2026-03-10T06:00Z',
      '2026-03-11T06:00Z',
    ]);
    expect(next('0 9 * * 1-5', 'Europe/Moscow', ['2026-03-13T06:00:00Z', 1])).toEqual(['2026-03-16T06:00Z']);
  });

  it('keeps the hour of the day when the summer time of a zone begins and ends', () => {
    expect(next('0 9 * * *', 'Europe/Berlin', ['2026-03-27T12:00:00Z', 3])).toEqual([
      '2026-03-28T08:00Z',
      '2026-03-29T07:00Z',
      '2026-03-30T07:00Z',
    ]);
    expect(next('0 9 * * *', 'Europe/Berlin', ['2026-10-23T12:00:00Z', 3])).toEqual([
      '2026-10-24T07:00Z',
      '2026-10-25T08:00Z',
      '2026-10-26T08:00Z',
    ]);
  });

  it('fires once on the day whose clock leaps over the time, and once on the day that has it twice', () => {
    expect(next('30 2 * * *', 'Europe/Berlin', ['2026-03-28T12:00:00Z', 2])).toEqual([
      '2026-03-29T01:30Z',
      '2026-03-30T00:30Z',
    ]);
    expect(next('30 2 * * *', 'Europe/Berlin', ['2026-10-24T12:00:00Z', 2])).toEqual([
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
    ]);
  });

  it('refuses a line and a zone that cannot be read', () => {
    expect(() => nextFireTime({ cron: '61 * * * *', timeZone: 'Europe/Moscow' }, new Date(0))).toThrow();
    expect(() => nextFireTime({ cron: '0 9 * * *', timeZone: 'Europe/Nowhere' }, new Date(0))).toThrow();
  });
});
