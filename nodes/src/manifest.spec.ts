import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Manifest } from '@potok/contracts';
import { manifestOf, type AnyDefinition, type NodeTexts } from '@potok/node-sdk';
import { shownExample, type AnyExample } from '@potok/node-sdk/testing';
import { findDefinition } from './find-definition.js';
import { registry } from './registry.js';

const nodes = join(import.meta.dirname, '..');
const manifestPath = join(nodes, 'manifest.json');
const lockPath = join(nodes, 'schema-lock.json');
const isWriting = process.env['POTOK_WRITE_MANIFEST'] === '1';
const howToMend = 'run `node tools/registry.mjs`';

interface Page {
  readonly definition: AnyDefinition;
  readonly ru: NodeTexts;
  readonly en: NodeTexts;
  readonly icon: string;
  readonly examples: readonly AnyExample[];
}

const pageOf = async (definition: AnyDefinition): Promise<Page> => {
  const folder = definition.id.replace('.', '/');
  const load = async (file: string) => (await import(`../${folder}/${file}.js`)) as Record<string, unknown>;
  return {
    definition,
    ru: (await load('texts.ru'))['texts'] as NodeTexts,
    en: (await load('texts.en'))['texts'] as NodeTexts,
    icon: readFileSync(join(nodes, folder, 'icon.svg'), 'utf8').trim(),
    examples: (await load('examples'))['examples'] as readonly AnyExample[],
  };
};

// One after the other: jest's ES modules do not bear parallel imports.
const pages: Page[] = [];
for (const definition of registry) pages.push(await pageOf(definition));
const manifest: Manifest = JSON.parse(
  JSON.stringify({
    nodes: pages.map(({ definition, examples, ...page }) =>
      manifestOf(definition, { ...page, examples: examples.map(shownExample) }),
    ),
  }),
) as Manifest;

const read = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});
const write = (path: string, value: unknown): void => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

it('knows every folder and nothing else', () => {
  const folders = readdirSync(nodes, { withFileTypes: true })
    .filter((family) => family.isDirectory() && !['src', 'dist', 'node_modules'].includes(family.name))
    .flatMap((family) => readdirSync(join(nodes, family.name)).map((node) => `${family.name}/${node}`))
    .filter((path) => existsSync(join(nodes, path, 'node.ts')));
  expect(registry.map(({ id }) => id.replace('.', '/')).sort()).toEqual(folders.sort());
});

it('finds a definition by type and version', () => {
  expect(findDefinition('crm.get-deal', 1)?.id).toBe('crm.get-deal');
  expect(findDefinition('crm.get-deal', 99)).toBeUndefined();
});

it('has a sentence in both languages for every code that the examples end with', () => {
  const ownCodes = new Set(['BAD_INPUT', 'NO_LINES', 'VAT_RATE_UNKNOWN', 'INN_CHECKSUM']);
  const mute = pages.flatMap(({ definition, ru, en, examples }) =>
    examples
      .flatMap((example) => [example.fault, 'ignored' in example ? example.ignored : undefined])
      .filter((code) => code !== undefined && !ownCodes.has(code) && !(ru.sentences[code] && en.sentences[code]))
      .map((code) => `${definition.id}: ${code ?? ''}`),
  );
  expect(mute).toEqual([]);
});

it(`is what nodes/manifest.json says, else ${howToMend}`, () => {
  if (isWriting) write(manifestPath, manifest);
  expect(read(manifestPath)).toEqual(manifest);
});

it('never changes the schema of a published version: raise `version` and write `upgrade`', () => {
  const locks = read(lockPath) as Record<string, string>;
  const now = Object.fromEntries(
    manifest.nodes.map(({ id, version, input, output, ports }) => [
      `${id}@${version}`,
      createHash('sha256').update(withoutWords({ input, output, ports })).digest('hex'),
    ]),
  );
  const relock = process.env['POTOK_RELOCK'];
  const kept = Object.fromEntries(Object.entries(locks).filter(([name]) => name !== relock && relock !== 'all'));
  if (isWriting) write(lockPath, { ...now, ...kept });
  expect(isWriting ? { ...now, ...kept } : locks).toMatchObject(now);
});

/** Labels, help and hints may change at any time; what is taken and given may not. */
const withoutWords = (schema: unknown): string =>
  JSON.stringify(schema, (name, value: unknown) =>
    ['title', 'description', 'ui'].includes(name) && !isSchema(value) ? undefined : value,
  );

/** A field that is itself called `title` holds a schema. */
const isSchema = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('type' in value || 'anyOf' in value);
