// Builds what changed: types and JavaScript by `tsc -b`, the web application by Vite.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from './install.mjs';
import { runCommand } from './run-command.mjs';
import { step } from './say.mjs';

const WEB = join(ROOT, 'apps', 'web');
export const WEB_DIST = join(WEB, 'build');

const newestIn = (folder) => {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'build' || entry.name === 'dist') continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }
  return newest;
};

const isWebFresh = () => {
  const index = join(WEB_DIST, 'index.html');
  if (!existsSync(index)) return false;
  const built = statSync(index).mtimeMs;
  const sources = ['apps/web', 'libs/contracts/src', 'libs/scenario/src', 'libs/docflow/src', 'libs/documents/src'].map(
    (folder) => join(ROOT, folder),
  );
  return sources.every((folder) => newestIn(folder) <= built);
};

const WORKER_DIST = join(ROOT, 'apps', 'worker', 'dist');
const WRITE_BUNDLE = join(WORKER_DIST, 'temporal', 'write-bundle.js');
const BUNDLED = ['workflows/dist', 'libs/scenario/dist/interpreter', 'libs/contracts/dist'];
/** The workflows' bundle is made once: a worker that makes its own starts later and keeps the bundler in its memory. */
const isBundleFresh = () => {
  const bundle = join(WORKER_DIST, 'workflows.bundle.js');
  if (!existsSync(bundle)) return false;
  const made = statSync(bundle).mtimeMs;
  return BUNDLED.every((folder) => newestIn(join(ROOT, folder)) <= made);
};

/** Finds a package's program from the workspace that depends on it: hoisting is no promise. */
const binOf = (workspace, name, bin) => {
  const manifest = createRequire(join(workspace, 'package.json')).resolve(`${name}/package.json`);
  return join(dirname(manifest), bin);
};

export const buildTypes = async () => {
  await step('Собираю (tsc -b)', () =>
    runCommand([process.execPath, binOf(ROOT, 'typescript', 'bin/tsc'), '-b'], { cwd: ROOT }),
  );
  if (!isBundleFresh())
    await step('Собираю процессы Temporal', () => runCommand([process.execPath, WRITE_BUNDLE], { cwd: ROOT }));
};

export const buildWeb = async () => {
  if (isWebFresh()) return;
  await step('Собираю веб (vite build)', () =>
    runCommand([process.execPath, binOf(WEB, 'vite', 'bin/vite.js'), 'build', '--logLevel', 'error'], { cwd: WEB }),
  );
};
