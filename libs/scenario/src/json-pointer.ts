/** A key as a part of a JSON pointer. */
export const asPointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
