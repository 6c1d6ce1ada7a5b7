/** What a cron line names, field by field; a field that takes everything is told so. */
export interface CronField {
  readonly values: readonly number[];
  readonly isAny: boolean;
}
export interface CronFields {
  readonly minutes: CronField;
  readonly hours: CronField;
  readonly days: CronField;
  readonly months: CronField;
  /** 0 is Sunday. */
  readonly weekdays: CronField;
}

const PART = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/;

interface Limits {
  readonly first: number;
  readonly last: number;
}

/** `5` is itself alone, `5/10` goes on to the end, `*` is all. */
const endOf = ([, , , to, every]: RegExpExecArray, start: number, { last }: Limits): number =>
  to === undefined ? (every === undefined ? start : last) : Number(to);

const partOf = (part: string, limits: Limits): readonly number[] | undefined => {
  const found = PART.exec(part);
  if (found === null) return undefined;
  const isAny = found[1] !== undefined;
  const step = Number(found[4] ?? 1);
  const start = isAny ? limits.first : Number(found[2]);
  const end = isAny ? limits.last : endOf(found, start, limits);
  const isWithin = start >= limits.first && end <= limits.last && start <= end;
  if (step < 1 || !isWithin) return undefined;
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_one, index) => start + index * step);
};

const WEEKDAYS: Limits = { first: 0, last: 7 };

/** Sunday is 0 and 7; a part that names it by both names it once. */
const namedBy = (part: string, limits: Limits): readonly number[] | undefined => {
  const values = partOf(part, limits);
  return limits === WEEKDAYS ? values && [...new Set(values.map((day) => day % 7))] : values;
};

const fieldOf = (
  text: string,
  limits: Limits,
  isThere: (value: number) => boolean = () => true,
): CronField | undefined => {
  const parts = text.split(',').map((part) => namedBy(part, limits));
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  const named = known.flat();
  const all = named.filter(isThere);
  const values = [...new Set(all)].sort((a, b) => a - b);
  // The engine refuses a line that names a value twice.
  if (values.length < all.length) return undefined;
  const count = limits === WEEKDAYS ? 7 : limits.last - limits.first + 1;
  return { values, isAny: new Set(named).size === count };
};

/** The longest that a month can be. */
const lengthOf = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate();

const DAYS: Limits = { first: 1, last: 31 };

/** Of a line for one month, the engine takes the days that this month has; one without them only weekdays can fire. */
const daysOf = (text: string, months: CronField, isEveryWeekday: boolean): CronField | undefined => {
  const [month = 1, another] = months.values;
  if (another !== undefined) return fieldOf(text, DAYS);
  const days = fieldOf(text, DAYS, (day) => day <= lengthOf(month));
  if (days?.values.length !== 0) return days;
  return isEveryWeekday ? undefined : fieldOf(text, DAYS);
};

/** Reads the five fields of a cron line; `undefined` where it is none. What the engine fires by is `nextFireTime`. */
export const readCron = (cron: string): CronFields | undefined => {
  const texts = cron.trim().split(/ +/);
  const [minutes, hours, , months, weekdays] = [
    { first: 0, last: 59 },
    { first: 0, last: 23 },
    DAYS,
    { first: 1, last: 12 },
    WEEKDAYS,
  ].map((limits, index) => fieldOf(texts[index] ?? '', limits));
  if (texts.length !== 5 || minutes === undefined || hours === undefined) return undefined;
  if (months === undefined || weekdays === undefined) return undefined;
  const days = daysOf(texts[2] ?? '', months, texts[4] === '*');
  return days && { minutes, hours, days, months, weekdays };
};
