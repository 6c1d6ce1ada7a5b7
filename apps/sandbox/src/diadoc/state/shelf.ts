import { DiadocError } from '../http/diadoc-error.js';
import type { World } from '../world.js';

const PREFIX = /^__userId__\//i;

/** Names are given with and without the prefix that stands for the user's folder. */
export const shelfName = (name: string): string => name.replace(PREFIX, '').toLowerCase();

/** Whole content of a file on the shelf. */
export const readShelf = async (world: World, name: string): Promise<Buffer> => {
  const found = world.state.shelf[shelfName(name)];
  if (found?.lastPart === undefined || missingParts(found).length > 0) {
    throw new DiadocError(400, `На полке документов нет файла ${name}, загруженного целиком`);
  }
  const numbers = Array.from({ length: found.lastPart + 1 }, (_, at) => String(at));
  const parts = numbers.map((number) => world.blobs.get(found.parts[number]?.sha256 ?? ''));
  return Buffer.concat(await Promise.all(parts));
};

export const missingParts = (record: { parts: Record<string, unknown>; lastPart?: number }): readonly number[] =>
  Array.from({ length: (record.lastPart ?? -1) + 1 }, (_, at) => at).filter((at) => !(String(at) in record.parts));
