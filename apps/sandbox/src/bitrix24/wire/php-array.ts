/**
 * PHP has one array type; JSON has two. An empty one is encoded as `[]`, one with the keys 0…n-1 as an array, any other
 * as an object.
 */
export const phpArray = <T>(entries: readonly (readonly [string, T])[]): readonly T[] | Readonly<Record<string, T>> =>
  entries.every(([key], at) => key === String(at)) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
