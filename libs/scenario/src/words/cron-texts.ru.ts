const joined = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} и ${words.at(-1) ?? ''}`;

const WEEKDAYS = ['воскресеньям', 'понедельникам', 'вторникам', 'средам', 'четвергам', 'пятницам', 'субботам'];
const MONTHS = [
  'январе',
  'феврале',
  'марте',
  'апреле',
  'мае',
  'июне',
  'июле',
  'августе',
  'сентябре',
  'октябре',
  'ноябре',
  'декабре',
];

/** «1 минуту», «2 минуты», «5 минут». */
const counted = (count: number, [one, few, many]: readonly [string, string, string]): string => {
  const rule = new Intl.PluralRules('ru').select(count);
  return `${count} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
};

export const cronTexts = {
  everyMinute: 'каждую минуту',
  everyMinutes: (count: number) =>
    `${count % 10 === 1 && count !== 11 ? 'каждую' : 'каждые'} ${counted(count, ['минуту', 'минуты', 'минут'])}`,
  everyHour: 'каждый час',
  everyHours: (count: number) =>
    `${count % 10 === 1 && count !== 11 ? 'каждый' : 'каждые'} ${counted(count, ['час', 'часа', 'часов'])}`,
  minutesOf: (minutes: readonly string[]) => `в ${joined(minutes)} мин.`,
  betweenHours: (from: string, to: string) => `с ${from} до ${to}`,
  inHours: (hours: readonly string[]) => `в часы: ${joined(hours)}`,
  at: (times: readonly string[]) => `в ${joined(times)}`,
  everyDay: 'каждый день',
  workdays: 'по будням',
  weekend: 'по выходным',
  weekdays: (days: readonly number[]) => `по ${joined(days.map((day) => WEEKDAYS[day] ?? ''))}`,
  days: (days: readonly number[]) => `${joined(days.map((day) => `${day}-го`))} числа`,
  either: (days: string, weekdays: string) => `${days}, а ещё ${weekdays}`,
  months: (months: readonly number[]) => `в ${joined(months.map((month) => MONTHS[month - 1] ?? ''))}`,
};

export type CronTexts = typeof cronTexts;
