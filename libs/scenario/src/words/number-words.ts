import { ExpressionError } from '../expression-error.js';

export type Gender = 'male' | 'female' | 'neuter';

const teens = [
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];
const ones = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const tens = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const hundreds = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];
const gendered: Readonly<Record<Gender, readonly [string, string]>> = {
  male: ['один', 'два'],
  female: ['одна', 'две'],
  neuter: ['одно', 'два'],
};

type Forms = readonly [one: string, few: string, many: string];
const scales: readonly { readonly forms: Forms; readonly gender: Gender }[] = [
  { forms: ['тысяча', 'тысячи', 'тысяч'], gender: 'female' },
  { forms: ['миллион', 'миллиона', 'миллионов'], gender: 'male' },
  { forms: ['миллиард', 'миллиарда', 'миллиардов'], gender: 'male' },
  { forms: ['триллион', 'триллиона', 'триллионов'], gender: 'male' },
];
const LIMIT = 10n ** 15n;

/** The form of a noun after a number: 1 рубль, 2 рубля, 5 рублей. */
export const plural = (count: bigint, [one, few, many]: Forms): string => {
  const lastTwo = count % 100n;
  const last = count % 10n;
  if (lastTwo >= 11n && lastTwo <= 14n) return many;
  if (last === 1n) return one;
  return last >= 2n && last <= 4n ? few : many;
};

const upToThousand = (value: number, gender: Gender): readonly string[] => {
  const rest = value % 100;
  const isTeen = rest >= 10 && rest < 20;
  const last = rest % 10;
  const one = last === 1 || last === 2 ? gendered[gender][last - 1] : ones[last];
  return [
    hundreds[Math.floor(value / 100)],
    isTeen ? teens[rest - 10] : tens[Math.floor(rest / 10)],
    isTeen ? '' : one,
  ].filter((word): word is string => word !== undefined && word !== '');
};

/** A whole number in Russian words: «сто двадцать восемь тысяч четыреста». */
export const numberWords = (value: bigint, gender: Gender = 'male'): string => {
  if (value < 0n) return `минус ${numberWords(-value, gender)}`;
  if (value >= LIMIT) throw new ExpressionError('DECIMAL_TOO_BIG');
  if (value === 0n) return 'ноль';
  const words: string[] = [...upToThousand(Number(value % 1000n), gender)];
  let rest = value / 1000n;
  for (const { forms, gender: own } of scales) {
    const part = rest % 1000n;
    if (part > 0n) words.unshift(...upToThousand(Number(part), own), plural(part, forms));
    rest /= 1000n;
  }
  return words.join(' ');
};

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A sum in kopecks as contracts write it: «Одна тысяча двести рублей 50 копеек». */
export const kopecksInWords = (kopecks: bigint): string => {
  const absolute = kopecks < 0n ? -kopecks : kopecks;
  const roubles = absolute / 100n;
  const rest = absolute % 100n;
  const sign = kopecks < 0n ? 'минус ' : '';
  const whole = `${sign}${numberWords(roubles)} ${plural(roubles, ['рубль', 'рубля', 'рублей'])}`;
  return `${capitalized(whole)} ${rest.toString().padStart(2, '0')} ${plural(rest, ['копейка', 'копейки', 'копеек'])}`;
};
