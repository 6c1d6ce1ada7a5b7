import { describe, expect, it } from '@jest/globals';
import { formatDay, formatLogTime, formatMoment } from './dates.js';
import { durationBetween, formatAge, formatDuration } from './durations.js';
import { formatCount, formatMoney, formatTotal } from './money.js';
import { pluralRu } from './plural.js';

const moscow = { language: 'ru', timeZone: 'Europe/Moscow' } as const;
const SECOND = 1000;
const HOUR = 3_600 * SECOND;

describe('money', () => {
  it('groups by thin spaces and keeps two places', () => {
    expect(formatMoney('128400', 'ru')).toBe('128\u202f400,00\u00a0₽');
    expect(formatMoney('0.5', 'ru')).toBe('0,50\u00a0₽');
    expect(formatMoney('1284000.50', 'en')).toBe('1,284,000.50\u00a0₽');
  });
  it('writes a real minus', () => expect(formatMoney('-12000.00', 'ru')).toBe('−12\u202f000,00\u00a0₽'));
  it('loses no kopeck of a sum that a float cannot hold', () =>
    expect(formatMoney('90071992547409931.07', 'ru')).toBe(
      '90\u202f071\u202f992\u202f547\u202f409\u202f931,07\u00a0₽',
    ));
  it('counts without places', () => expect(formatCount(1204, 'ru')).toBe('1\u202f204'));
  it('says where counting stopped', () => {
    expect(formatTotal({ total: 1204 }, 'ru')).toBe('1\u202f204');
    expect(formatTotal({ total: 10_000, isTotalCapped: true }, 'ru')).toBe('10\u202f000+');
  });
});

describe('dates', () => {
  it('shows a legal date as it is written in the document, whatever the zone', () =>
    expect(formatDay('2026-11-24')).toBe('24.11.2026'));
  it('shows an instant in the zone of the workspace', () => {
    expect(formatMoment('2026-11-24T22:30:00Z', moscow)).toBe('25.11.2026, 01:30');
    expect(formatLogTime('2026-11-24T22:30:05Z', moscow)).toBe('25.11 01:30:05');
  });
});

describe('durations', () => {
  it('names the two biggest units', () => {
    expect(formatDuration(76 * HOUR, 'ru')).toBe('3\u00a0д 4\u00a0ч');
    expect(formatDuration(2 * HOUR, 'ru')).toBe('2\u00a0ч');
    expect(formatDuration(3_200, 'ru')).toBe('3,2\u00a0с');
    expect(formatDuration(42 * SECOND, 'en')).toBe('42\u00a0s');
  });
  it('calls less than a minute now', () => expect(formatAge(5 * SECOND, 'ru')).toBe('сейчас'));
  it('is never below nothing when clocks disagree', () =>
    expect(durationBetween('2026-11-24T10:00:00Z', '2026-11-24T09:00:00Z')).toBe(0));
});

it('finds the Russian form of a count', () => {
  const forms = ['запуск', 'запуска', 'запусков'] as const;
  expect([1, 2, 5, 11, 21].map((count) => pluralRu(count, forms))).toEqual([
    'запуск',
    'запуска',
    'запусков',
    'запусков',
    'запуск',
  ]);
});
