import { RE2JS } from 're2js';
import { ExpressionError } from '../../expression-error.js';
import { shortName } from '../../words/requisites.js';
import { capped, charge, TEXT_LIMIT } from '../evaluation.js';
import { asList, asText, type FieldFunction } from './field-function.js';

const PATTERN_LIMIT = 500;
const KEPT_PATTERNS = 200;
const patterns = new Map<string, RE2JS>();

const compiled = (pattern: string): RE2JS => {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  if (pattern.length > PATTERN_LIMIT) throw new ExpressionError('TEXT_TOO_LONG', { limit: PATTERN_LIMIT });
  const fresh = (() => {
    try {
      return RE2JS.compile(pattern);
    } catch {
      throw new ExpressionError('PATTERN_WRONG', { pattern });
    }
  })();
  if (patterns.size >= KEPT_PATTERNS) patterns.clear();
  patterns.set(pattern, fresh);
  return fresh;
};

const isLike = (text: string, pattern: string): boolean => {
  charge(text.length);
  return compiled(pattern).matcher(text).find();
};

const joined = (list: unknown, separator: string): string => {
  const texts = asList(list).map(asText);
  const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0);
  if (length > TEXT_LIMIT) throw new ExpressionError('TEXT_TOO_LONG', { limit: TEXT_LIMIT });
  charge(length / 100);
  return texts.join(separator);
};

const split = (text: string, separator: string): readonly string[] => {
  charge(text.length);
  return text.split(separator);
};

const replaced = (text: string, [from, to]: readonly [string, string]): string => {
  const parts = from === '' ? [text] : split(text, from);
  const length = text.length + (parts.length - 1) * (to.length - from.length);
  if (length > TEXT_LIMIT) throw new ExpressionError('TEXT_TOO_LONG', { limit: TEXT_LIMIT });
  return parts.join(to);
};

const group = 'text';

export const textFunctions: readonly FieldFunction[] = [
  {
    name: 'like',
    group,
    signatures: ['like(string, string): bool'],
    doc: { ru: 'Подходит ли текст под регулярное выражение RE2', en: 'Does text match an RE2 pattern' },
    example: { expression: 'like("УПД-214", "^УПД-[0-9]+$")', result: true },
    handler: (text, pattern) => isLike(asText(text), asText(pattern)),
  },
  {
    name: 'upper',
    group,
    signatures: ['upper(string): string'],
    doc: { ru: 'Прописными буквами', en: 'In capitals' },
    example: { expression: 'upper("ооо")', result: 'ООО' },
    handler: (text) => capped(asText(text)).toUpperCase(),
  },
  {
    name: 'lower',
    group,
    signatures: ['lower(string): string'],
    doc: { ru: 'Строчными буквами', en: 'In small letters' },
    example: { expression: 'lower("ООО")', result: 'ооо' },
    handler: (text) => capped(asText(text)).toLowerCase(),
  },
  {
    name: 'trim',
    group,
    signatures: ['trim(string): string'],
    doc: { ru: 'Без пробелов по краям', en: 'Without blanks around' },
    example: { expression: 'trim("  5047  ")', result: '5047' },
    handler: (text) => asText(text).trim(),
  },
  {
    name: 'replace',
    group,
    signatures: ['replace(string, string, string): string'],
    doc: { ru: 'Заменяет все вхождения', en: 'Replaces all occurrences' },
    example: { expression: 'replace("1 234,50", ",", ".")', result: '1 234.50' },
    handler: (text, from, to) => replaced(asText(text), [asText(from), asText(to)]),
  },
  {
    name: 'split',
    group,
    signatures: ['split(string, string): list<string>'],
    doc: { ru: 'Режет текст по разделителю', en: 'Cuts text at a separator' },
    example: { expression: 'split("a;b", ";")', result: ['a', 'b'] },
    handler: (text, separator) => split(asText(text), asText(separator)),
  },
  {
    name: 'join',
    group: 'list',
    signatures: ['join(list, string): string'],
    doc: { ru: 'Склеивает список через разделитель', en: 'Joins a list with a separator' },
    example: { expression: 'join(["a", "b"], ", ")', result: 'a, b' },
    handler: (list, separator) => joined(list, asText(separator)),
  },
  {
    name: 'short',
    group: 'requisites',
    signatures: ['short(string): string'],
    doc: { ru: 'Краткое название организации', en: 'The short name of a Russian firm' },
    example: {
      expression: 'short(\'Общество с ограниченной ответственностью "Ромашка"\')',
      result: 'ООО «Ромашка»',
    },
    handler: (name) => shortName(capped(asText(name))),
  },
];
