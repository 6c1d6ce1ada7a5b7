import { addDays, addMonths, readWallTime, type WallTime } from '../../calendar/days.js';
import { formatWallTime } from '../../calendar/format-day.js';
import { addWorkingDays, isWorkingDay } from '../../calendar/production-calendar.js';
import { capped, charge, currentEvaluation } from '../evaluation.js';
import { asInt, asText, type FieldFunction } from './field-function.js';

const group = 'date';

const wallTime = (value: unknown): WallTime => readWallTime(value, currentEvaluation().timeZone);
const dayOf = (value: unknown): string => wallTime(value).day;
const nowOnTheWall = (): WallTime => wallTime(currentEvaluation().now);

export const dateFunctions: readonly FieldFunction[] = [
  {
    name: 'date',
    group,
    signatures: ['date(dyn): string'],
    doc: {
      ru: 'Дата вида ГГГГ-ММ-ДД из текста или момента, по часовому поясу организации',
      en: "A date YYYY-MM-DD from text or an instant, in the organization's zone",
    },
    example: { expression: 'date("31.12.2025")', result: '2025-12-31' },
    handler: dayOf,
  },
  {
    name: 'today',
    group,
    signatures: ['today(): string'],
    doc: { ru: 'Сегодня, по часовому поясу организации', en: "Today, in the organization's zone" },
    example: { expression: 'today() == date(now())', result: true },
    handler: () => nowOnTheWall().day,
  },
  {
    name: 'now',
    group,
    signatures: ['now(): string'],
    doc: { ru: 'Текущий момент, UTC', en: 'The present instant, UTC' },
    example: { expression: 'now().endsWith("Z")', result: true },
    handler: () => currentEvaluation().now.toISOString(),
  },
  {
    name: 'formatDate',
    group,
    signatures: ['formatDate(dyn, string): string'],
    doc: {
      ru: 'Дата по образцу: ДД — DD, месяц — MM или MMMM словом, год — YYYY, время — HH:mm',
      en: 'A date by a pattern: DD, MM, MMMM for the Russian month, YYYY, HH:mm',
    },
    example: { expression: 'formatDate("2026-03-09", "«DD» MMMM YYYY г.")', result: '«09» марта 2026 г.' },
    handler: (value, pattern) => capped(formatWallTime(wallTime(value), asText(pattern))),
  },
  {
    name: 'addDays',
    group,
    signatures: ['addDays(dyn, int): string'],
    doc: { ru: 'Дата через столько календарных дней', en: 'The date so many calendar days later' },
    example: { expression: 'addDays("2026-02-27", 3)', result: '2026-03-02' },
    handler: (value, count) => addDays(dayOf(value), asInt(count)),
  },
  {
    name: 'addMonths',
    group,
    signatures: ['addMonths(dyn, int): string'],
    doc: { ru: 'Дата через столько месяцев, не позже конца месяца', en: 'The date so many months later' },
    example: { expression: 'addMonths("2026-01-31", 1)', result: '2026-02-28' },
    handler: (value, count) => addMonths(dayOf(value), asInt(count)),
  },
  {
    name: 'addWorkingDays',
    group,
    signatures: ['addWorkingDays(dyn, int): string'],
    doc: {
      ru: 'Дата через столько рабочих дней по производственному календарю',
      en: 'The date so many working days later by the Russian production calendar',
    },
    example: { expression: 'addWorkingDays("2026-05-08", 1)', result: '2026-05-12' },
    handler: (value, count) => {
      charge(Math.abs(asInt(count)));
      return addWorkingDays(dayOf(value), asInt(count));
    },
  },
  {
    name: 'isWorkingDay',
    group,
    signatures: ['isWorkingDay(dyn): bool'],
    doc: { ru: 'Рабочий ли день по производственному календарю', en: 'Is it a working day in Russia' },
    example: { expression: 'isWorkingDay("2026-01-09")', result: false },
    handler: (value) => isWorkingDay(dayOf(value)),
  },
];
