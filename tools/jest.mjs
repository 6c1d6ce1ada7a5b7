// Runs jest with what ESM needs: `node tools/jest.mjs unit libs/scenario`, `node tools/jest.mjs db,workflow`, or no kind for all but `long`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const EVERYDAY = ['unit', 'db', 'workflow', 'web', 'journey'];
const KINDS = [...EVERYDAY, 'long'];
const [first = '', ...rest] = process.argv.slice(2);
const isNamed = first.split(',').every((kind) => KINDS.includes(kind));
const kinds = isNamed ? first.split(',') : EVERYDAY;
const args = isNamed ? rest : process.argv.slice(2);

// Journeys and long tests share one stack: one after another, in the same order everywhere, and a failed one shows the end of the stack's logs.
const beside = (name) => fileURLToPath(new URL(`testing/${name}`, import.meta.url));
const journeyArgs = [
  '--runInBand',
  `--testSequencer=${beside('journey-order.mjs')}`,
  '--reporters=default',
  `--reporters=${beside('journey-reporter.mjs')}`,
];

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const { status } = spawnSync(
  process.execPath,
  // jest would take what follows --selectProjects for names of projects: the paths go first.
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    ...args,
    ...(kinds.length === 1 && ['journey', 'long'].includes(first) ? journeyArgs : []),
    '--selectProjects',
    ...kinds,
  ],
  { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } },
);
process.exitCode = status ?? 1;
