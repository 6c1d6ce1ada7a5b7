import type { CronTexts } from './cron-texts.ru.js';

const joined = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const cronTexts: CronTexts = {
  everyMinute: 'every minute',
  everyMinutes: (count) => `every ${count} minutes`,
  everyHour: 'every hour',
  everyHours: (count) => `every ${count} hours`,
  minutesOf: (minutes) => `at minute ${joined(minutes)}`,
  betweenHours: (from, to) => `from ${from} to ${to}`,
  inHours: (hours) => `in the hours ${joined(hours)}`,
  at: (times) => `at ${joined(times)}`,
  everyDay: 'every day',
  workdays: 'on workdays',
  weekend: 'at the weekend',
  weekdays: (days) => `every ${joined(days.map((day) => WEEKDAYS[day] ?? ''))}`,
  days: (days) => `on day ${joined(days.map(String))} of the month`,
  either: (days, weekdays) => `${days}, and ${weekdays} too`,
  months: (months) => `in ${joined(months.map((month) => MONTHS[month - 1] ?? ''))}`,
};
