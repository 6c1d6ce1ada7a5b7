import { type CronField, type CronFields, readCron } from './cron-fields.js';
import { cronTexts as english } from './cron-texts.en.js';
import { cronTexts as russian, type CronTexts } from './cron-texts.ru.js';

const two = (number: number): string => String(number).padStart(2, '0');
/** So many times of a day are named one by one. */
const NAMED_TIMES = 6;

/** n, where the values are 0, n, 2n… to the end. */
const stepOf = ({ values }: CronField, size: number): number | undefined => {
  const [first, second] = values;
  const step = second === undefined || first !== 0 ? 0 : second;
  const isEven = step > 1 && size % step === 0 && values.length === size / step;
  return isEven && values.every((value, index) => value === index * step) ? step : undefined;
};

const isRun = ({ values }: CronField): boolean =>
  values.length > 2 && values.every((value, index) => value === (values[0] ?? 0) + index);

const minuteWords = (minutes: CronField, texts: CronTexts): string => {
  const step = stepOf(minutes, 60);
  if (minutes.isAny) return texts.everyMinute;
  return step === undefined ? texts.minutesOf(minutes.values.map(two)) : texts.everyMinutes(step);
};

const hourWords = (hours: CronField, texts: CronTexts): string => {
  const step = stepOf(hours, 24);
  if (step !== undefined) return texts.everyHours(step);
  const [first = 0, last = 0] = [hours.values[0], hours.values.at(-1)];
  return isRun(hours)
    ? texts.betweenHours(`${two(first)}:00`, `${two(last)}:59`)
    : texts.inHours(hours.values.map(two));
};

const isOnTheHour = ({ minutes }: CronFields): boolean => minutes.values.length === 1 && minutes.values[0] === 0;

const hourlyWords = (fields: CronFields, texts: CronTexts): readonly string[] => {
  const { minutes, hours } = fields;
  const [first = 0, last = 0] = [hours.values[0], hours.values.at(-1)];
  if (!isOnTheHour(fields)) return [minuteWords(minutes, texts), hourWords(hours, texts)];
  return isRun(hours) ? [texts.everyHour, texts.betweenHours(`${first}:00`, `${last}:00`)] : [hourWords(hours, texts)];
};

const timeWords = (fields: CronFields, texts: CronTexts): readonly string[] => {
  const { minutes, hours } = fields;
  if (hours.isAny) return [isOnTheHour(fields) ? texts.everyHour : minuteWords(minutes, texts)];
  const times = hours.values.flatMap((hour) => minutes.values.map((minute) => `${hour}:${two(minute)}`));
  const areNamed = times.length <= NAMED_TIMES && stepOf(hours, 24) === undefined;
  return areNamed ? [texts.at(times)] : hourlyWords(fields, texts);
};

const isSame = ({ values }: CronField, others: readonly number[]): boolean =>
  values.length === others.length && values.every((value) => others.includes(value));

const weekdayWords = (weekdays: CronField, texts: CronTexts): string => {
  if (isSame(weekdays, [1, 2, 3, 4, 5])) return texts.workdays;
  if (isSame(weekdays, [0, 6])) return texts.weekend;
  return texts.weekdays([...weekdays.values.filter((day) => day > 0), ...weekdays.values.filter((day) => day === 0)]);
};

/** Of days of the month and of the week, when both are named, either is enough. */
const dayWords = ({ days, weekdays }: CronFields, texts: CronTexts): string | undefined => {
  if (days.isAny && weekdays.isAny) return undefined;
  if (days.isAny) return weekdayWords(weekdays, texts);
  if (weekdays.isAny) return texts.days(days.values);
  return texts.either(texts.days(days.values), weekdayWords(weekdays, texts));
};

/** A cron line as people say it: «по будням в 9:00»; `undefined` where it cannot be read. */
export const cronWords = (cron: string, language: 'ru' | 'en'): string | undefined => {
  const fields = readCron(cron);
  if (fields === undefined) return undefined;
  const texts = language === 'ru' ? russian : english;
  const isAllDay = fields.hours.isAny || stepOf(fields.hours, 24) !== undefined;
  const days = dayWords(fields, texts) ?? (isAllDay ? undefined : texts.everyDay);
  const months = fields.months.isAny ? undefined : texts.months(fields.months.values);
  return [days, months, ...timeWords(fields, texts)].filter((words) => words !== undefined).join(' ');
};
