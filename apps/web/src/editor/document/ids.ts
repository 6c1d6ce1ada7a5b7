const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 8;

/** Latin, random, never reused: a node's id is part of the keys of its effects. */
export const newElementId = (prefix: 'n' | 'e' | 't' | 'g' | 'p' | 's'): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return prefix + [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
};
