import type { WallTime } from './days.js';

const monthsOf = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** `DD.MM.YYYY`, `«D» MMMM YYYY`, `YYYY-MM-DD HH:mm:ss`; MMMM is the Russian month in the genitive. */
export const formatWallTime = ({ day, time }: WallTime, pattern: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  const [hours = '', minutes = '', seconds = ''] = time.split(':');
  const parts: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(2),
    MMMM: monthsOf[Number(month) - 1] ?? month,
    MM: month,
    M: String(Number(month)),
    DD: date,
    D: String(Number(date)),
    HH: hours,
    mm: minutes,
    ss: seconds,
  };
  return pattern.replace(/YYYY|YY|MMMM|MM|M|DD|D|HH|mm|ss/g, (token) => parts[token] ?? token);
};
