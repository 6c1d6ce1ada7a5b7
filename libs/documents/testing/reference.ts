import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The reference folder is data for tests when it is there; nothing of it is in the project. */
const root = resolve(process.env['POTOK_REFERENCE'] ?? '../shared/reference', 'data');

export const hasReference = existsSync(root);

export const readReference = (...path: readonly string[]): Uint8Array =>
  new Uint8Array(readFileSync(join(root, ...path)));

/** Files of a folder whose names start with the prefix: name without `.xml`, bytes. */
export const listReference = (folder: string, prefix: string): readonly { name: string; bytes: Uint8Array }[] =>
  hasReference
    ? readdirSync(join(root, folder))
        .filter((name) => name.startsWith(prefix))
        .map((name) => ({ name: name.replace(/\.xml$/, ''), bytes: readReference(folder, name) }))
    : [];
