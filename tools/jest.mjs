// Runs jest with what ESM needs: `node tools/jest.mjs --selectProjects unit libs/scenario`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, TZ: 'UTC' },
  },
);
process.exitCode = status ?? 1;
