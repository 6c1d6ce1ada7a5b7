import { expect, it } from '@jest/globals';
import { CronExpressionParser } from 'cron-parser';
import fc from 'fast-check';
import { readCron } from './cron-fields.js';
import { cronWords } from './cron-words.js';

it.each([
  ['* * * * *', 'каждую минуту', 'every minute'],
  ['*/15 * * * *', 'каждые 15 минут', 'every 15 minutes'],
  ['0 * * * *', 'каждый час', 'every hour'],
  ['5 * * * *', 'в 05 мин.', 'at minute 05'],
  ['0 */2 * * *', 'каждые 2 часа', 'every 2 hours'],
  ['0 9 * * *', 'каждый день в 9:00', 'every day at 9:00'],
  ['0 9 * * 1-5', 'по будням в 9:00', 'on workdays at 9:00'],
  ['30 9,18 * * 1', 'по понедельникам в 9:30 и 18:30', 'every Monday at 9:30 and 18:30'],
  ['0 9-18 * * 1-5', 'по будням каждый час с 9:00 до 18:00', 'on workdays every hour from 9:00 to 18:00'],
  ['*/10 9-18 * * *', 'каждый день каждые 10 минут с 09:00 до 18:59', 'every day every 10 minutes from 09:00 to 18:59'],
  ['0 10 * * 6,7', 'по выходным в 10:00', 'at the weekend at 10:00'],
  ['0 9 1 * *', '1-го числа в 9:00', 'on day 1 of the month at 9:00'],
  ['0 9 1,15 1 *', '1-го и 15-го числа в январе в 9:00', 'on day 1 and 15 of the month in January at 9:00'],
  ['0 9 1 * 2', '1-го числа, а ещё по вторникам в 9:00', 'on day 1 of the month, and every Tuesday too at 9:00'],
])('says %s as «%s»', (cron, ru, en) => expect([cronWords(cron, 'ru'), cronWords(cron, 'en')]).toEqual([ru, en]));

it.each([
  '',
  '0 9 * *',
  '61 * * * *',
  '0 9 * * 1-5 *',
  'x * * * *',
  '*/0 * * * *',
  '5-1 * * * *',
  '0 0 * * 0,7',
  '0 0 * * */4,5-7',
  '0 0 31 4 *',
])('says nothing of %j', (cron) => expect(cronWords(cron, 'ru')).toBeUndefined());

const part = (first: number, last: number) =>
  fc.oneof(
    fc.constant('*'),
    fc.integer({ min: 2, max: 9 }).map((step) => `*/${step}`),
    fc.integer({ min: first, max: last }).map(String),
    fc
      .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last }))
      .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
  );
/** «31,*» is what nobody writes; the engine takes it in April and refuses it in May. */
const list = (first: number, last: number) =>
  fc
    .array(part(first, last), { minLength: 1, maxLength: 3 })
    .filter((parts) => parts.length === 1 || !parts.includes('*'))
    .map((parts) => parts.join(','));

const read = (cron: string) => {
  try {
    const { minute, hour, dayOfMonth, month, dayOfWeek } = CronExpressionParser.parse(cron).fields;
    const days = [...new Set(dayOfWeek.values.map((day) => Number(day) % 7))].sort((a, b) => a - b);
    return [minute.values, hour.values, dayOfMonth.values, month.values, days];
  } catch {
    return undefined;
  }
};

it('reads a line as the engine does, and refuses what the engine refuses', () => {
  const lines = fc.tuple(list(0, 59), list(0, 23), list(1, 31), list(1, 12), list(0, 7));
  fc.assert(
    fc.property(lines, (texts) => {
      const cron = texts.join(' ');
      const own = readCron(cron);
      const values = own && [own.minutes, own.hours, own.days, own.months, own.weekdays].map((field) => field.values);
      expect(values).toEqual(read(cron));
    }),
    { numRuns: 300 },
  );
});
