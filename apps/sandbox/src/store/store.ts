import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** State of one stand-in, kept in memory and in one JSON file. */
export interface Store<T> {
  readonly data: T;
  /** Returns when the state of this moment is on disk. Calls made while a write runs share the next one. */
  save(): Promise<void>;
}

export const openStore = async <T extends object>(
  folder: string,
  name: string,
  initial: () => T,
): Promise<Store<T>> => {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  const data = (await readState<T>(file)) ?? initial();
  const write = async () => {
    await writeFile(`${file}.new`, JSON.stringify(data));
    await rename(`${file}.new`, file);
  };
  return { data, save: coalesced(write) };
};

const readState = async <T>(file: string): Promise<T | undefined> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const coalesced = (write: () => Promise<void>) => {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    running = write().finally(() => (running = undefined));
    return running;
  };
  return (): Promise<void> => {
    if (!running) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
};
