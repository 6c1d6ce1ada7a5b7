// Installs what is missing. Uses Node's own modules only: it runs before anything is installed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.mjs';
import { Sorry, step } from './say.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const STAMP = join(ROOT, 'node_modules', '.potok-installed');

export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Sorry(
    `Нужен Node.js 20.19 или новее, а здесь ${process.versions.node}. Поставьте новую версию с https://nodejs.org и повторите.`,
  );
};

/** `npm ci` when node_modules is absent or older than the lock file. */
export const ensureInstalled = async () => {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  await step('Ставлю зависимости (npm ci, один раз, 1–2 минуты)', async () => {
    await runCommand(['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: ROOT });
    mkdirSync(dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, wanted);
  });
};
