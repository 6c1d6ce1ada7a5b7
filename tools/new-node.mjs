// `npm run new:node -- family.name` makes the folder of a node, complete and green, to be filled with its own words.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportOf } from './registry.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const filesOf = (id, name) => ({
  'node.ts': `import { Type as t } from '@sinclair/typebox';
import { defineNode } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';

export const ${name} = defineNode({
  id: '${id}',
  version: 1,
  input: t.Object({ text: t.String(said('Текст', 'Что обработать')) }, closed),
  output: t.Object({ text: t.String(said('Текст', 'Что получилось')) }, closed),
  effect: 'reads',
  run: async ({ input }) => ({ text: input.text }),
});
`,
  'examples.ts': `import { examplesOf } from '@potok/node-sdk/testing';
import { ${name} } from './node.js';

export const examples = examplesOf(${name}, [
  { title: 'отдаёт текст', input: { text: 'а' }, output: { text: 'а' } },
  { title: 'не берёт числа', input: { text: 1 }, fault: 'BAD_INPUT' },
]);
`,
  'node.spec.ts': `import { describeNode } from '@potok/node-sdk/testing';
import { examples } from './examples.js';
import { ${name} } from './node.js';

describeNode(${name}, { examples, folder: import.meta.dirname });
`,
  'texts.ru.ts': `import type { NodeTexts } from '@potok/node-sdk';

export const texts = {
  title: '${id}',
  summary: 'Что делает этот шаг, одним предложением.',
  synonyms: [],
  sentences: {},
} satisfies NodeTexts;
`,
  'texts.en.ts': `import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: '${id}',
  summary: 'What this step does, in one sentence.',
  synonyms: [],
  sentences: {},
};
`,
  'README.md': `# ${id}

## What

One sentence.

## Input

\`text\`.

## Output

\`text\`.

## Undo

Nothing to undo.

## Limits

None known.
`,
  'icon.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5"><path d="M5 5h14v14H5z"/></svg>
`,
});

const stop = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const id = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(id)) {
  stop('Name the node as family.name, in small Latin letters: npm run new:node -- crm.find-company');
}
const folder = join(root, 'nodes', ...id.split('.'));
if (existsSync(folder)) stop(`nodes/${id.replace('.', '/')} is there already.`);
mkdirSync(folder, { recursive: true });
for (const [file, text] of Object.entries(filesOf(id, exportOf(id.split('.')[1]))))
  writeFileSync(join(folder, file), text);
const { status } = spawnSync(process.execPath, [join(root, 'tools/registry.mjs')], { stdio: 'inherit' });
process.stdout.write(
  `nodes/${id.replace('.', '/')}: write node.ts, its words and examples, then \`node tools/registry.mjs\` again.\n`,
);
process.exitCode = status ?? 1;
