/** The text or number at a JSON pointer, as a repeat key; `undefined` where there is none. */
export const valueAt = (body: unknown, pointer: string): string | undefined => {
  const found = pointer.split('/').slice(1).map(unescaped).reduce<unknown>(inside, body);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
};

const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
