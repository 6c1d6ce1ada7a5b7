// The stack's own folder (.potok/): data, logs, secrets, the lock, stack.json.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './install.mjs';
import { Sorry } from './say.mjs';

export const openHome = (folder = join(ROOT, '.potok')) => {
  const dir = resolve(folder);
  mkdirSync(join(dir, 'logs'), { recursive: true });
  // PostgreSQL may run as another user and must be able to enter.
  chmodSync(dir, 0o755);
  const path = (name) => join(dir, name);
  return {
    dir,
    path,
    log: (name) => join(dir, 'logs', `${name}.log`),
    readJson: (name) => (existsSync(path(name)) ? JSON.parse(readFileSync(path(name), 'utf8')) : undefined),
    writeJson: (name, value, mode = 0o600) => {
      writeFileSync(path(`${name}.part`), `${JSON.stringify(value, null, 2)}\n`, { mode });
      renameSync(path(`${name}.part`), path(name));
    },
    remove: (name) => rmSync(path(name), { recursive: true, force: true }),
  };
};

/** When a process began, so that a recycled pid is not taken for the one that was noted. */
export const beginningOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    try {
      process.kill(pid, 0);
      return 'alive';
    } catch {
      return undefined;
    }
  }
};

export const isAlive = ({ pid, began }) => {
  const now = beginningOf(pid);
  return now !== undefined && (now === 'alive' || began === 'alive' || now === began);
};

/** One launcher a folder: a second one is told how to reach or end the first. */
export const takeLock = (home) => {
  const held = home.readJson('lock.json');
  if (held && held.pid !== process.pid && isAlive(held)) {
    throw new Sorry(
      `Поток уже запущен (процесс ${held.pid}). Адреса: ${home.path('stack.json')}. Остановить: npm stop.`,
    );
  }
  for (const child of held?.children ?? []) if (isAlive(child)) process.kill(child.pid, 'SIGKILL');
  const lock = { pid: process.pid, began: beginningOf(process.pid), children: [] };
  home.writeJson('lock.json', lock);
  return {
    note: (children) => home.writeJson('lock.json', { ...lock, children }),
    release: () => home.remove('lock.json'),
  };
};

/** Secrets of this installation, made once. */
export const ensureSecrets = (home) => {
  const known = home.readJson('secrets.json');
  if (known) return known;
  const made = {
    masterKeys: `demo:${randomBytes(32).toString('base64')}`,
    demoPassword: randomBytes(9).toString('base64url'),
  };
  home.writeJson('secrets.json', made);
  return made;
};
