import type { EditorDocument } from './change.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const keysOf = (value: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(value).filter((key) => value[key] !== undefined);

const isSame = (a: unknown, b: unknown): boolean => {
  if (!isObject(a) || !isObject(b)) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = keysOf(a);
  return keys.length === keysOf(b).length && keys.every((key) => isSame(a[key], b[key]));
};

/** Whether two documents say the same; the order of keys says nothing, the database keeps its own. */
export const isSameDocument = (a: EditorDocument, b: EditorDocument): boolean =>
  isSame([a.scenario, a.binding], [b.scenario, b.binding]);
