import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { catalogues } from './catalogue.js';

const { en, ru } = catalogues;
const SOURCES = join(import.meta.dirname, '..', '..');
const CYRILLIC = /[а-яё]/i;

/** Words for people live in the catalogues; specs and fixtures speak as people do, the rows of a keyboard are no words. */
const MAY_SPEAK = [/^app\/texts\//, /(^|\/)testing\//, /\.spec\.tsx?$/, /^app\/layouts\.ts$/];

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

/** `{ ru: …, en: … }`: said in both languages at its place. */
const isInBoth = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node) &&
  node.name.getText() === 'ru' &&
  ts.isObjectLiteralExpression(node.parent) &&
  node.parent.properties.some((other) => other.name?.getText() === 'en');

/** Texts and JSX words that a file would show; comments show nothing. */
const spokenBy = (path: string): readonly string[] => {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isInBoth(node)) return;
    const isWords = ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node);
    // A letter alone is compared with, never shown.
    if (isWords && CYRILLIC.test(node.text) && node.text.length > 1) found.push(node.text.trim());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

it('finds no Russian words outside the catalogues', () => {
  const bare = files(SOURCES)
    .map((name) => relative(SOURCES, join(SOURCES, name)))
    .filter((name) => !MAY_SPEAK.some((pattern) => pattern.test(name)))
    .flatMap((name) => spokenBy(join(SOURCES, name)).map((words) => `${name}: ${words}`));
  expect(bare).toEqual([]);
});

/** `runs.tabs.input` of every word; functions and tables of words that the API names are ends. */
const keysOf = (words: object, path = ''): readonly string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value as object, `${path}${key}.`) : [`${path}${key}`],
  );

it('has the same keys in both catalogues, in each of their tables too', () => {
  expect([...keysOf(en)].sort()).toEqual([...keysOf(ru)].sort());
});

it('says nothing in Russian in the English catalogue but names of systems', () => {
  const said = (words: object): readonly string[] =>
    Object.values(words).flatMap((value) =>
      typeof value === 'object' && value !== null ? said(value as object) : typeof value === 'string' ? [value] : [],
    );
  const names = /1С|Русский/g;
  expect(said(en).filter((words) => CYRILLIC.test(words.replace(names, '')))).toEqual([]);
});

const wordsUsed = (): ReadonlySet<string> => {
  const used = new Set<string>();
  for (const name of files(SOURCES).filter((file) => !file.startsWith(join('app', 'texts')) && !/\.spec\./.test(file)))
    for (const word of readFileSync(join(SOURCES, name), 'utf8').match(/[\p{L}_$][\p{L}\p{N}_$-]*/gu) ?? [])
      used.add(word);
  return used;
};

/** A key of a place is named somewhere in the code, as a property or as a piece of a destructuring. */
it('keeps no word that no code names', () => {
  const used = wordsUsed();
  const kept = Object.entries(ru).flatMap(([place, words]) =>
    Object.keys(words)
      .filter((key) => !used.has(key))
      .map((key) => `${place}.${key}`),
  );
  expect(kept).toEqual([]);
});
