export const MAX_DEPTH = 64;
export const MAX_KEYS = 10_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** Depth and number of keys of JSON text, in one pass and without recursion: nothing is parsed before it is known to be small. */
export const measureJson = (text: string): { readonly depth: number; readonly keys: number } => {
  let depth = 0;
  let deepest = 0;
  let keys = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfString(text, at);
    else if (sign === COLON) keys += 1;
    else if (OPENING.has(sign)) deepest = Math.max(deepest, (depth += 1));
    else if (CLOSING.has(sign)) depth -= 1;
  }
  return { depth: deepest, keys };
};

const endOfString = (text: string, start: number): number => {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
};
