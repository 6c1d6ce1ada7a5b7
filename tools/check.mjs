// npm run check: types, lint, format, walls, unused. Names as arguments run only those.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, ensureInstalled, ROOT } from './stack/install.mjs';
import { endWith, say } from './stack/say.mjs';

const bin = (name, file) => join(ROOT, 'node_modules', name, file);
const node =
  (file, ...args) =>
  () =>
    spawnSync(process.execPath, ['--max-old-space-size=6144', file, ...args], { stdio: 'inherit', cwd: ROOT })
      .status === 0;

const checks = {
  types: () =>
    [
      node(bin('typescript', 'bin/tsc'), '-b'),
      node(bin('typescript', 'bin/tsc'), '-p', 'tsconfig.spec.json', '--noEmit'),
    ].every((run) => run()),
  lint: () => node(bin('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0')(),
  format: () => node(bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.')(),
  walls: () => node(join(ROOT, 'tools', 'walls', 'check-walls.mjs'))(),
  unused: () =>
    node(
      bin('knip', 'bin/knip.js'),
      '--no-progress',
      '--no-config-hints',
      '--include',
      'dependencies,unlisted,unresolved,files,exports,types',
    )(),
};

try {
  checkNode();
  await ensureInstalled();
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in checks));
  if (unknown.length > 0)
    throw new Error(`Unknown check: ${unknown.join(', ')}. Known: ${Object.keys(checks).join(', ')}`);
  const failed = Object.entries(checks).filter(
    ([name, run]) => (wanted.length === 0 || wanted.includes(name)) && !run(),
  );
  if (failed.length > 0) say(`Не прошло: ${failed.map(([name]) => name).join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  endWith(error);
}
