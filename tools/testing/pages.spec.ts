import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';

/** What is made or fetched, and what only a running stack has. */
const isLeftOut = (folder: string): boolean => /^(node_modules|dist|\..*)$/.test(folder);
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return isLeftOut(one.name) ? [] : filesIn(path);
    return [path];
  });
const files = filesIn('.');
const pages = files.filter((path) => path.endsWith('.md'));
const found = (page: string, pattern: RegExp): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(pattern)].map((match) => match[1] ?? '');

const roomOf = (folder: string): string =>
  existsSync(join(folder, 'package.json')) ? folder : roomOf(dirname(folder));

/** Made by a command, in no checkout. */
const made = ['deploy/secrets/'];

/** A page names files and folders of its own room by the end of their path, and others by their path from the root. */
const isThere = (page: string, path: string): boolean => {
  const room = roomOf(dirname(page));
  const ofRoom = room === '.' ? files : files.filter((file) => file.startsWith(`${room}/`));
  const isHere = (file: string) => (path.endsWith('/') ? file.includes(`/${path}`) : file.endsWith(`/${path}`));
  return made.includes(path) || existsSync(path) || ofRoom.some((file) => isHere(`/${file}`));
};

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

it.each(pages)('%s leads only to what exists', (page) => {
  const links = found(page, /\]\((?!https?:|#|mailto:)([^)\s#]+)/g);
  expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});

it.each(pages)('%s names only files and commands that exist', (page) => {
  const named = found(page, /`(\w[\w@./-]*\.(?:ts|tsx|mjs|json|css|yml))`/g);
  const folders = found(page, /`([a-z][a-z0-9-]*(?:\/[a-z0-9-]+)*\/)`/g);
  const tools = found(page, /\bnode ((?:tools|apps)\/[\w./-]+\.mjs)/g);
  const commands = found(page, /\bnpm run ([\w:-]+)/g);
  expect([
    ...[...named, ...folders, ...tools].filter((path) => !isThere(page, path)),
    ...commands.filter((name) => scripts[name] === undefined),
  ]).toEqual([]);
});
