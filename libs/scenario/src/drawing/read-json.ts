export interface JsonFault {
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  /** What stands there; absent where the text ends too early. */
  readonly found?: string;
}

/** JSON out of a text, or the place where it stops being JSON, alike in every browser. */
export const readJson = (text: string): { readonly json: unknown } | { readonly fault: JsonFault } => {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return { json: JSON.parse(plain) as unknown };
  } catch {
    return { fault: placeOf(plain, faultAt(plain)) };
  }
};

const TOKEN =
  /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** A text that is begun and never ended. */
const OPEN_TEXT = /"(?:[^"\\]|\\.)*\\?$/sy;
const BLANK = /[ \t\r\n]*/y;

type Wanted = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';
type Bracket = '{' | '[';

/** Which tokens may stand where: punctuation as it is, `t` for a text, `v` for any other plain value. */
const ALLOWED: Readonly<Record<Wanted, string>> = {
  value: '{[tv',
  'value-or-end': '{[tv]',
  key: 't',
  'key-or-end': 't}',
  colon: ':',
  'comma-or-end': ',}]',
  nothing: '',
};

/** Where a text that is not JSON first cannot go on. */
const faultAt = (text: string): number => {
  const open: Bracket[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    BLANK.lastIndex = at;
    at += BLANK.exec(text)?.[0].length ?? 0;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    const next: Wanted | undefined = token === undefined ? undefined : after(wanted, token, open);
    if (token === undefined || next === undefined) return isOpenText(text, at) ? text.length : at;
    wanted = next;
    at += token.length;
  }
};

const isOpenText = (text: string, at: number): boolean => {
  OPEN_TEXT.lastIndex = at;
  return OPEN_TEXT.test(text);
};

/** What is wanted behind a token that stands where `wanted` was wanted; `undefined` when it may not stand there. */
const after = (wanted: Wanted, token: string, open: Bracket[]): Wanted | undefined => {
  const kind = token.startsWith('"') ? 't' : /[{}[\]:,]/.test(token) ? token : 'v';
  if (!ALLOWED[wanted].includes(kind)) return undefined;
  if (kind === ':') return 'value';
  if (kind === ',') return open.at(-1) === '{' ? 'key' : 'value';
  if (kind === 't' && wanted.startsWith('key')) return 'colon';
  return afterValue(kind, open);
};

const afterValue = (kind: string, open: Bracket[]): Wanted | undefined => {
  if (kind === '{' || kind === '[') {
    open.push(kind);
    return kind === '{' ? 'key-or-end' : 'value-or-end';
  }
  const opening = { '}': '{', ']': '[' }[kind];
  if (opening !== undefined && open.pop() !== opening) return undefined;
  return open.length === 0 ? 'nothing' : 'comma-or-end';
};

const placeOf = (text: string, at: number): JsonFault => {
  const before = text.slice(0, at);
  const sign = text.codePointAt(at);
  const found = sign === undefined ? undefined : String.fromCodePoint(sign);
  return {
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
    ...(found === undefined ? {} : { found }),
  };
};
