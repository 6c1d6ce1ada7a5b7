import { type Fields, isMap, textOf } from '../wire/params.js';
import { compareCells } from './compare.js';

export type Cells = Readonly<Record<string, unknown>>;

/** Longest first: `!=%` must not be read as `!`. */
const OPERATORS = ['!=%', '!%=', '>=', '<=', '!=', '!%', '!@', '=%', '%=', '>', '<', '=', '%', '@', '!'] as const;
type Operator = (typeof OPERATORS)[number];

/** Whether a row passes a filter of Битрикс24: `{'>=DATE_MODIFY': …, '@STAGE_ID': […], '%TITLE': …}`; groups may nest under number keys with LOGIC. */
export const passes = (row: Cells, filter: Fields): boolean => {
  const conditions = Object.entries(filter).filter(([name]) => name !== 'LOGIC');
  const meets = ([name, wanted]: readonly [string, unknown]) =>
    /^\d+$/.test(name) && isMap(wanted) ? passes(row, wanted) : meetsField(row, name, wanted);
  return textOf(filter.LOGIC)?.toUpperCase() === 'OR' ? conditions.some(meets) : conditions.every(meets);
};

/** `>=DATE_MODIFY` → `>=` and `DATE_MODIFY`. */
export const splitCondition = (name: string): { readonly operator: Operator | ''; readonly field: string } => {
  const operator = OPERATORS.find((one) => name.startsWith(one)) ?? '';
  return { operator, field: name.slice(operator.length) };
};

const meetsField = (row: Cells, name: string, wanted: unknown): boolean => {
  const { operator, field } = splitCondition(name);
  const values = isMap(wanted) ? Object.values(wanted).map(cellText) : [cellText(wanted)];
  const held = heldTexts(row[field]);
  const isNegative = operator.startsWith('!');
  const test = (text: string) => values.some((value) => meetsValue({ field, text, value }, bare(operator)));
  return isNegative ? !held.some(test) : held.some(test);
};

const bare = (operator: Operator | ''): string => operator.replace('!', '');

const cellText = (value: unknown): string => textOf(value) ?? '';

/** A cell of several values passes when one of them does; nothing, empty and 0 of a reference are one. */
const heldTexts = (cell: unknown): readonly string[] => {
  if (Array.isArray(cell)) return cell.length === 0 ? [''] : cell.map(cellText);
  return [cellText(cell)];
};

interface Comparison {
  readonly field: string;
  readonly text: string;
  readonly value: string;
}

const meetsValue = (comparison: Comparison, operator: string): boolean => {
  const { field, text, value } = comparison;
  if (operator.includes('%')) return meetsPattern(comparison, operator);
  const order = () => compareCells(field, text, value);
  const sign = SIGNS[operator];
  return sign ? text !== '' && sign(order()) : emptied(field, text) === emptied(field, value) || order() === 0;
};

const SIGNS: Readonly<Record<string, (order: number) => boolean>> = {
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
};

const meetsPattern = ({ text, value }: Comparison, operator: string): boolean =>
  operator === '%' ? text.toLowerCase().includes(value.toLowerCase()) : likePattern(value).test(text);

const emptied = (field: string, text: string): string => (field.endsWith('_ID') && text === '0' ? '' : text);

const likePattern = (value: string): RegExp =>
  new RegExp(
    `^${value
      .split('%')
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*')}$`,
    'is',
  );
