import { Type as t } from '@sinclair/typebox';
import { closed, legalDate } from '../fields.js';
import type { Step } from '../xml/fields.js';
import { dateOfRussian, russianDate, russianTime, timeOfRussian, type Moment } from '../xml/moments.js';

export const MomentModel = t.Object(
  {
    date: legalDate('Дата'),
    time: t.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$', description: 'Время ЧЧ:ММ:СС' }),
  },
  { ...closed, description: 'Дата и время' },
);

/** A moment is two attributes: `ДД.ММ.ГГГГ` and `ЧЧ.ММ.СС`. */
export const momentStep = <K extends string>(key: K, dateName: string, timeName: string): Step<Record<K, Moment>> => ({
  put(value, out) {
    out.attributes[dateName] = russianDate(value[key].date);
    out.attributes[timeName] = russianTime(value[key].time);
  },
  take(from, into) {
    const date = from.attribute(dateName);
    const time = from.attribute(timeName);
    if (date === undefined || time === undefined) return;
    Object.assign(into, { [key]: { date: dateOfRussian(date), time: timeOfRussian(time) } });
  },
});
