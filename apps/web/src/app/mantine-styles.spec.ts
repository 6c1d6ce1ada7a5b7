import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const APP = import.meta.dirname;
const MANTINE = dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'));

const filesOf = (folder: string, ends: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ends.test(name));

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

/** Names that pages take from Mantine. */
const namesUsed = (): readonly string[] =>
  filesOf(join(APP, '..'), /\.tsx?$/)
    .flatMap((file) => [...read(APP, '..', file).matchAll(/import (?:type )?\{([^}]*)\} from '@mantine\/core'/g)])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim().replace(/^type | as .*$/g, '')));

/** `components/Menu/MenuItem.mjs` is of Menu. */
const isFolder = (part: string): boolean => /^[A-Z]\w+$/.test(part);

/** Of which other components a component of Mantine is made. */
const madeOf = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const parts = new Map<string, Set<string>>();
  for (const file of filesOf(join(MANTINE, 'esm'), /\.mjs$/)) {
    const owner = file.split('/').find(isFolder);
    if (owner === undefined) continue;
    const imports = [...read(MANTINE, 'esm', file).matchAll(/from "([^"]+)"/g)].map(([, path = '']) => path);
    const own = parts.get(owner) ?? new Set();
    imports.flatMap((path) => path.split('/').filter(isFolder)).forEach((part) => own.add(part));
    parts.set(owner, own);
  }
  return parts;
};

it('brings the styles of every Mantine component that pages use, and of what those are made of', () => {
  const parts = madeOf();
  const needed = new Set(namesUsed());
  for (const name of needed) for (const part of parts.get(name) ?? []) needed.add(part);
  const styled = filesOf(join(MANTINE, 'styles'), /^[A-Z]\w+\.css$/).map((file) => file.slice(0, -'.css'.length));
  const sheet = read(APP, 'mantine-styles.ts');
  const missing = styled.filter((name) => needed.has(name) && !sheet.includes(`/styles/${name}.css'`));
  expect(missing).toEqual([]);
  expect(styled.filter((name) => needed.has(name)).length).toBeGreaterThan(30);
});
