import { readFile, writeFile } from 'node:fs/promises';
import { readJson, type JsonFault } from '@potok/scenario';
import { CannotRun } from './cannot-run.js';
import type { Given } from './command.js';

/** The text of a file; `-` is what stands on the input. Throws CannotRun when it cannot be read. */
export const readText = ({ texts, input }: Given, path: string): Promise<string> =>
  path === '-'
    ? input()
    : readFile(path, 'utf8').catch(() => {
        throw new CannotRun(texts.fileUnreadable(path));
      });

/** Writes a file, or prints where no file was named. */
export const putText = async (
  { texts, print }: Given,
  { text, path }: { readonly text: string; readonly path: string | undefined },
): Promise<void> => {
  if (path === undefined) print(text.replace(/\n$/, ''));
  else
    await writeFile(path, text, 'utf8').catch(() => {
      throw new CannotRun(texts.fileUnwritable(path));
    });
};

/** The JSON object of a file. Throws CannotRun with the place where it stops being JSON. */
export const readObject = async (
  given: Given,
  path: string,
  says: { readonly broken: (path: string, place: JsonFault) => string; readonly wrong: string },
): Promise<Record<string, unknown>> => {
  const read = readJson(await readText(given, path));
  if ('fault' in read) throw new CannotRun(says.broken(path, read.fault));
  if (isRecord(read.json)) return read.json;
  throw new CannotRun(says.wrong);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
