// The stack's own folder (.potok/): data, logs, secrets, the lock, stack.json.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './install.mjs';
import { Sorry } from './say.mjs';

export const DEFAULT_HOME = join(ROOT, '.potok');

/** The command that ends the stack of this folder, as a person types it. */
export const stopCommand = (dir) => (dir === DEFAULT_HOME ? 'npm stop' : `npm stop -- --home ${dir}`);

export const openHome = (folder = DEFAULT_HOME) => {
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
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended: nobody has asked yet how.
    return fields[0] === 'Z' ? undefined : fields[19];
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

const refuse = (home, held) => {
  throw new Sorry(
    `Поток уже запущен (процесс ${held.pid}). Адреса: ${home.path('stack.json')}. Остановить: ${stopCommand(home.dir)}.`,
  );
};

/** Takes away the lock of a launcher that is gone, and ends what it left. Whoever was faster with a lock of his own gets it back. */
const clearStaleLock = (home) => {
  const stale = `lock.${process.pid}.stale`;
  try {
    renameSync(home.path('lock.json'), home.path(stale));
  } catch {
    return;
  }
  const held = home.readJson(stale);
  if (isAlive(held)) {
    renameSync(home.path(stale), home.path('lock.json'));
    refuse(home, held);
  }
  for (const child of held.children) if (isAlive(child)) process.kill(child.pid, 'SIGKILL');
  home.remove(stale);
};

/** One launcher a folder: a second one, even of the same moment, is told how to reach or end the first. */
export const takeLock = (home) => {
  const lock = { pid: process.pid, began: beginningOf(process.pid), children: [] };
  const mine = `lock.${process.pid}`;
  home.writeJson(mine, lock);
  try {
    for (let isTaken = false; !isTaken;) {
      const held = home.readJson('lock.json');
      if (held && isAlive(held)) refuse(home, held);
      if (held) clearStaleLock(home);
      isTaken = link(home.path(mine), home.path('lock.json'));
    }
  } finally {
    home.remove(mine);
  }
  return {
    note: (children) => home.writeJson('lock.json', { ...lock, children }),
    release: () => home.remove('lock.json'),
  };
};

/** A link comes to be whole and for one only. */
const link = (from, to) => {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
};

/** Everything but the lock and the log that whoever started us is reading. */
export const clearHome = (home) => {
  for (const name of readdirSync(home.dir)) if (!['launcher.log', 'lock.json'].includes(name)) home.remove(name);
  mkdirSync(home.path('logs'));
};

/** Secrets of this installation, made once. */
export const ensureSecrets = (home) => {
  const known = home.readJson('secrets.json') ?? {};
  const secrets = {
    masterKeys: `demo:${randomBytes(32).toString('base64')}`,
    demoPassword: randomBytes(9).toString('base64url'),
    rolePassword: randomBytes(18).toString('base64url'),
    ...known,
  };
  home.writeJson('secrets.json', secrets);
  return secrets;
};
