import { ODataError } from '../wire/odata-error.js';

export interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'guid' | 'date' | 'mark' | 'end';
  readonly text: string;
}

const PATTERNS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['guid', /guid'([^']*)'/iy],
  ['date', /datetime'([^']*)'/iy],
  ['text', /'((?:[^']|'')*)'/y],
  ['number', /(-?\d+(?:\.\d+)?)[dmfl]?(?![\p{L}\p{N}_])/iuy],
  ['name', /([\p{L}_$][\p{L}\p{N}_]*)/uy],
  ['mark', /([()/,:*+-])/y],
];

/** Cuts an expression of `$filter` or `$orderby` into words. */
export const tokensOf = (expression: string, option: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    const found = firstMatch(expression, at);
    if (!found)
      throw ODataError.badOption(option, `непонятный знак "${expression.charAt(at)}" в позиции ${String(at + 1)}`);
    if (found.kind !== 'space') tokens.push({ kind: found.kind, text: found.text });
    at = found.end;
  }
  return [...tokens, { kind: 'end', text: '' }];
};

const firstMatch = (expression: string, at: number) => {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(expression);
    if (match) return { kind, text: (match[1] ?? '').replaceAll("''", "'"), end: at + match[0].length };
  }
  return undefined;
};
