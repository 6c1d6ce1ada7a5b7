import type { HttpAnswer } from '@potok/contracts';

/** The file name of a Content-Disposition, plain or in the extended form (RFC 6266); `undefined` when there is none. */
export const fileNameOf = (answer: HttpAnswer): string | undefined => {
  const header = answer.headers['content-disposition'] ?? '';
  const extended = /filename\*\s*=\s*[^']*'[^']*'([^;]+)/i.exec(header)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(header);
  const name = extended === undefined ? (plain?.[1] ?? plain?.[2]) : decode(extended.trim());
  return name === undefined || name === '' ? undefined : name;
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
