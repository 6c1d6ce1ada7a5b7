import { pointerKeys } from '../json-pointer.js';

const LIST = /^(?:slots|parameters|nodes|edges|notes|groups|paths)$/;

/** Below these the author's own names stand, which are no fields of a drawing. */
const FREE = /^(?:params|schema|default|binding)$/;

/** «Шаги → 4 → Название»: a pointer into a drawing in words; a key that has no word stays as it is. */
export const drawingField = (pointer: string, words: Readonly<Record<string, string>>): string => {
  const keys = pointerKeys(pointer);
  const free = keys.findIndex((key) => FREE.test(key));
  const wordOf = (key: string, at: number): string => {
    if (free !== -1 && at > free) return key;
    if (/^\d+$/.test(key) && LIST.test(keys[at - 1] ?? '')) return String(Number(key) + 1);
    return (Object.hasOwn(words, key) ? words[key] : undefined) ?? key;
  };
  return keys.map(wordOf).join(' → ');
};
