// Makes nodes/src/registry.ts from the folders of nodes/, then nodes/manifest.json and nodes/schema-lock.json from the
// registry. `--relock crm.get-deal@1` takes a changed schema of a version that nobody has published yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const nodes = join(root, 'nodes');

const foldersOf = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** `update-deal` → `updateDeal`: the name by which a folder's node.ts exports its definition. */
export const exportOf = (node) => node.replace(/-(.)/g, (_hyphen, letter) => letter.toUpperCase());

const listNodes = () =>
  foldersOf(nodes).flatMap((family) =>
    foldersOf(join(nodes, family))
      .filter((node) => existsSync(join(nodes, family, node, 'node.ts')))
      .map((node) => ({ path: `${family}/${node}`, name: exportOf(node), alias: exportOf(`${family}-${node}`) })),
  );

const sourceOf = (found) => `// Made by tools/registry.mjs from the folders of nodes/; do not edit.
import type { AnyDefinition } from '@potok/node-sdk';
${found.map(({ path, name, alias }) => `import { ${name} as ${alias} } from '../${path}/node.js';`).join('\n')}

/** Every node, wait and trigger of this installation. */
export const registry: readonly AnyDefinition[] = [${found.map(({ alias }) => alias).join(', ')}];
`;

const writeFormatted = async (path, source) =>
  writeFileSync(path, await format(source, { ...(await resolveConfig(path)), filepath: path }));

const main = async () => {
  const found = listNodes();
  await writeFormatted(join(nodes, 'src/registry.ts'), sourceOf(found));
  const relock = process.argv.includes('--relock') ? process.argv[process.argv.indexOf('--relock') + 1] : '';
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'tools/jest.mjs'), '--selectProjects', 'unit', '--runTestsByPath', join(nodes, 'src/manifest.spec.ts')],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, POTOK_WRITE_MANIFEST: '1', POTOK_RELOCK: relock },
    },
  );
  if (status === 0)
    process.stdout.write(`nodes/src/registry.ts, manifest.json, schema-lock.json: ${found.length} nodes\n`);
  process.exitCode = status ?? 1;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
