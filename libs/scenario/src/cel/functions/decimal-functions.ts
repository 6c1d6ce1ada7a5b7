import { kopecksInWords, numberWords } from '../../words/number-words.js';
import { ExpressionError } from '../../expression-error.js';
import { asDec, Dec, rounded, zero } from '../dec.js';
import { asInt, asList, asText, fieldOf, type FieldFunction } from './field-function.js';

const group = 'decimal';

const total = (values: readonly unknown[]): Dec =>
  new Dec(values.reduce<Dec['value']>((sum, value) => sum.plus(asDec(value).value), zero.value));

const extreme = (list: unknown, pick: (a: Dec, b: Dec) => boolean): Dec => {
  const values = asList(list).map(asDec);
  const [first] = values;
  if (first === undefined) throw new ExpressionError('LIST_EMPTY');
  return values.reduce((best, value) => (pick(value, best) ? value : best), first);
};

/** `22`, `22%`, 22; `none`, `без НДС` and 0 are no tax. */
const rateOf = (rate: unknown): Dec => {
  const text = asText(rate).trim().replace(/%$/, '').trim();
  return /^(none|без ндс|)$/i.test(text) ? zero : asDec(text);
};

const vatOnTop = (sum: unknown, rate: unknown): Dec =>
  rounded(new Dec(asDec(sum).value.times(rateOf(rate).value).div(100)), 2);

const vatWithin = (sum: unknown, rate: unknown): Dec => {
  const percent = rateOf(rate).value;
  return rounded(new Dec(asDec(sum).value.times(percent).div(percent.plus(100))), 2);
};

const kopecksOf = (value: unknown): bigint => BigInt(rounded(asDec(value), 2).value.times(100).toFixed(0));

const noBreakSpace = '\u00a0';
const asMoney = (value: unknown): string => {
  const [whole = '', fraction = ''] = rounded(asDec(value), 2).value.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, noBreakSpace)},${fraction}`;
};

export const decimalFunctions: readonly FieldFunction[] = [
  {
    name: 'dec',
    group,
    signatures: ['dec(dyn): Dec'],
    doc: { ru: 'Точное число из текста или целого', en: 'An exact number from text or an integer' },
    example: { expression: 'dec("0.1") + dec("0.2") == dec("0.3")', result: true },
    handler: asDec,
  },
  {
    name: 'sum',
    group,
    signatures: ['sum(list): Dec'],
    doc: { ru: 'Сумма чисел списка', en: 'The sum of a list of numbers' },
    example: { expression: 'sum(["100.10", "0.20"])', result: '100.3' },
    handler: (list) => total(asList(list)),
  },
  {
    name: 'sumOf',
    group,
    signatures: ['sumOf(list, string): Dec'],
    doc: { ru: 'Сумма одного поля по всем элементам списка', en: 'The sum of one field over a list' },
    example: { expression: 'sumOf([{"price": "10"}, {"price": "2.5"}], "price")', result: '12.5' },
    handler: (list, field) => total(asList(list).map((item) => fieldOf(item, asText(field)))),
  },
  {
    name: 'least',
    group,
    signatures: ['least(list): Dec'],
    doc: { ru: 'Наименьшее число списка', en: 'The least number of a list' },
    example: { expression: 'least(["10", "9.5"])', result: '9.5' },
    handler: (list) => extreme(list, (a, b) => a.value.lt(b.value)),
  },
  {
    name: 'greatest',
    group,
    signatures: ['greatest(list): Dec'],
    doc: { ru: 'Наибольшее число списка', en: 'The greatest number of a list' },
    example: { expression: 'greatest(["10", "9.5"])', result: '10' },
    handler: (list) => extreme(list, (a, b) => a.value.gt(b.value)),
  },
  {
    name: 'round',
    group,
    signatures: ['round(dyn, int): Dec'],
    doc: {
      ru: 'Округление до знаков после запятой, половина вверх по модулю',
      en: 'Rounds to places after the point, half away from zero',
    },
    example: { expression: 'round(dec("2.345"), 2)', result: '2.35' },
    handler: (value, places) => rounded(asDec(value), Math.min(Math.max(asInt(places), 0), 11)),
  },
  {
    name: 'vatOf',
    group,
    signatures: ['vatOf(dyn, dyn): Dec'],
    doc: { ru: 'НДС сверх суммы по ставке, до копеек', en: 'VAT on top of a sum at a rate, to kopecks' },
    example: { expression: 'vatOf("1000", "22")', result: '220' },
    handler: vatOnTop,
  },
  {
    name: 'vatInside',
    group,
    signatures: ['vatInside(dyn, dyn): Dec'],
    doc: { ru: 'НДС внутри суммы по ставке, до копеек', en: 'VAT within a sum at a rate, to kopecks' },
    example: { expression: 'vatInside("1220", "22")', result: '220' },
    handler: vatWithin,
  },
  {
    name: 'money',
    group,
    signatures: ['money(dyn): string'],
    doc: { ru: 'Сумма для людей: 128 400,00', en: 'A sum for people: 128 400,00' },
    example: { expression: 'money("128400")', result: `128${noBreakSpace}400,00` },
    handler: asMoney,
  },
  {
    name: 'moneyWords',
    group,
    signatures: ['moneyWords(dyn): string'],
    doc: { ru: 'Сумма прописью, рубли и копейки', en: 'A sum in Russian words, roubles and kopecks' },
    example: { expression: 'moneyWords("1200.50")', result: 'Одна тысяча двести рублей 50 копеек' },
    handler: (value) => kopecksInWords(kopecksOf(value)),
  },
  {
    name: 'numberWords',
    group,
    signatures: ['numberWords(dyn): string'],
    doc: { ru: 'Целое число прописью', en: 'A whole number in Russian words' },
    example: { expression: 'numberWords(21)', result: 'двадцать один' },
    handler: (value) => {
      const number = asDec(value).value;
      if (!number.isInteger()) throw new ExpressionError('ARGUMENT_WRONG', { wanted: 'integer', got: 'decimal' });
      return numberWords(BigInt(number.toFixed(0)));
    },
  },
];
