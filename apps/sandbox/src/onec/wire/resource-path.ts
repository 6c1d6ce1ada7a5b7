import { ODataError } from './odata-error.js';

/** One step of an address: a name, and what stands in its brackets. */
export interface PathStep {
  readonly name: string;
  /** Absent without brackets; empty for `Post()`. */
  readonly keys?: Readonly<Record<string, string>>;
}

/** Key under which a value without a name is kept. */
export const SOLE_KEY = '';

/** `Document_Х(guid'…')/Post()` → its steps. Brackets and quotes may hold slashes. */
export const parsePath = (path: string): readonly PathStep[] =>
  splitOutside(path, '/')
    .filter((step) => step !== '')
    .map(readStep);

const readStep = (step: string): PathStep => {
  const open = step.indexOf('(');
  if (open < 0) return { name: step };
  if (!step.endsWith(')')) throw ODataError.badUrl(step);
  return { name: step.slice(0, open), keys: readKeys(step.slice(open + 1, -1)) };
};

const readKeys = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    splitOutside(text, ',')
      .map((pair) => pair.trim())
      .filter((pair) => pair !== '')
      .map((pair) => {
        const named = /^([\p{L}_][\p{L}\p{N}_]*)=(.*)$/su.exec(pair);
        return named ? [named[1] ?? '', literal(named[2] ?? '')] : [SOLE_KEY, literal(pair)];
      }),
  );

/** `guid'…'`, `datetime'…'`, `'text'`, `"text"` or a bare number. */
const literal = (text: string): string => {
  const quoted = /^(?:guid|datetime)?'(.*)'$/is.exec(text) ?? /^"(.*)"$/s.exec(text);
  return quoted ? (quoted[1] ?? '').replaceAll("''", "'") : text;
};

const splitOutside = (text: string, mark: string): readonly string[] => {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  let depth = 0;
  for (const letter of text) {
    if (letter === "'") isQuoted = !isQuoted;
    if (!isQuoted && letter === '(') depth += 1;
    if (!isQuoted && letter === ')') depth -= 1;
    if (letter === mark && !isQuoted && depth === 0) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...parts, part];
};
