// What the stack consists of, in the order of starting; it is stopped in the reverse order.
import { join } from 'node:path';
import { WEB_DIST } from './build.mjs';
import { ROOT } from './install.mjs';
import { isPortFree } from './ports.mjs';
import { preparePostgres, untilPostgresAnswers } from './postgres.mjs';
import { Sorry, step } from './say.mjs';
import { answersHttp, supervise } from './supervise.mjs';
import { findTemporal } from './temporal.mjs';

const HOST = '127.0.0.1';
const ROLES = ['potok_app', 'potok_hook', 'potok_relay'];
const asRole = (url, user, { rolePassword }) => {
  const copy = new URL(url);
  copy.username = user;
  copy.password = rolePassword;
  return copy.toString();
};

/** The database that DATABASE_URL names: it answers, or one sentence says why not. */
const givenPostgres = async (url) => {
  if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url))
    throw new Sorry('DATABASE_URL: нужен адрес вида postgres://владелец:пароль@машина:5432/база.');
  await untilPostgresAnswers(url, 5000).catch((error) => {
    throw new Sorry(`${error.message} Проверьте DATABASE_URL: адрес, имя, пароль и что база есть.`);
  });
  return url;
};

/** The server that TEMPORAL_ADDRESS names: it answers and has our namespace, or one sentence says why not. */
const givenTemporal = async (address) => {
  const { Connection } = await import('@temporalio/client');
  const namespace = process.env.TEMPORAL_NAMESPACE || 'default';
  const connection = await Connection.connect({ address, connectTimeout: '5 seconds' }).catch(() => {
    throw new Sorry(`Temporal по адресу ${address} не отвечает. Проверьте TEMPORAL_ADDRESS=машина:порт.`);
  });
  try {
    await connection.withDeadline(Date.now() + 5000, () => connection.workflowService.describeNamespace({ namespace }));
  } catch {
    throw new Sorry(
      `В Temporal по адресу ${address} нет пространства ${namespace}. Создайте его или задайте TEMPORAL_NAMESPACE.`,
    );
  } finally {
    await connection.close();
  }
  return address;
};

/** PostgreSQL of our own, or the one that DATABASE_URL names. Answers the owner's address. */
const postgres = async ({ home, ports, children }) => {
  if (process.env.DATABASE_URL) return givenPostgres(process.env.DATABASE_URL);
  const { command, user, cwd } = await preparePostgres({ dataDir: home.path('postgres'), port: ports.postgres });
  const server = `postgres://postgres@${HOST}:${ports.postgres}/postgres`;
  const child = supervise({
    name: 'PostgreSQL',
    command,
    user,
    cwd,
    logFile: home.log('postgres'),
    stopSignal: 'INT',
    // A killed server's shared memory block may be in use for a moment: it is started again until it answers.
    isReady: () => untilPostgresAnswers(server, 500).then(() => true),
  });
  children.push(child);
  await child.start();
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const { rowCount } = await admin.query(`SELECT FROM pg_database WHERE datname = 'potok'`);
  if (rowCount === 0) await admin.query('CREATE DATABASE potok');
  await admin.end();
  return server.replace(/postgres$/, 'potok');
};

/** Temporal's dev server with its data on disk, or the one that TEMPORAL_ADDRESS names. */
const temporal = async ({ home, ports, children, say }) => {
  if (process.env.TEMPORAL_ADDRESS) return givenTemporal(process.env.TEMPORAL_ADDRESS);
  const program = await findTemporal(say);
  const child = supervise({
    name: 'Temporal',
    command: [
      program,
      'server',
      'start-dev',
      '--ip',
      HOST,
      '--port',
      String(ports.temporal),
      '--ui-port',
      String(ports.temporalUi),
      '--db-filename',
      home.path('temporal.db'),
      '--sqlite-pragma',
      'journal_mode=WAL',
      '--sqlite-pragma',
      'synchronous=NORMAL',
      '--dynamic-config-value',
      'matching.enableFairness=true',
      '--log-level',
      'warn',
    ],
    logFile: home.log('temporal'),
    isReady: async () => !(await isPortFree(ports.temporal)),
  });
  children.push(child);
  await child.start();
  return `${HOST}:${ports.temporal}`;
};

const node = (file, flags = []) => [process.execPath, '--enable-source-maps', ...flags, join(ROOT, file)];

/** Brings the tables up to date, and lets the login roles in where the server asks for passwords. */
const migrations = async (databaseUrl, secrets) => {
  const { migrate, setRolePasswords } = await import('@potok/persistence');
  try {
    await migrate(databaseUrl);
    await setRolePasswords(
      databaseUrl,
      ROLES.map((role) => asRole(databaseUrl, role, secrets)),
    );
  } catch (error) {
    if (error.code !== '42501') throw error;
    throw new Sorry(
      `Пользователю из DATABASE_URL не хватает прав: ${error.message}. Нужен владелец базы, которому разрешено создавать роли (CREATEROLE), или суперпользователь.`,
    );
  }
};

/** The same for every process of ours in this folder. */
const commonEnv = (home) => ({ TZ: 'UTC', NODE_ENV: 'production', POTOK_CLOCK_OFFSET_FILE: home.path('clock-offset') });
const publicUrlOf = (ports) => `http://${HOST}:${ports.api}`;

/** A worker of this stack. Any number may run: another one has its own health port and log. */
export const workerSpec = ({ home, ports, secrets, databaseUrl, temporalAddress, log = 'worker' }) => ({
  name: 'Исполнитель',
  command: node('apps/worker/dist/main.js', ['--max-semi-space-size=8']),
  env: {
    ...commonEnv(home),
    POTOK_DB_APP_URL: asRole(databaseUrl, 'potok_app', secrets),
    POTOK_DB_RELAY_URL: asRole(databaseUrl, 'potok_relay', secrets),
    TEMPORAL_ADDRESS: temporalAddress,
    POTOK_PUBLIC_URL: publicUrlOf(ports),
    POTOK_MASTER_KEYS: secrets.masterKeys,
    POTOK_ALLOWED_HOSTS: [ports.sandbox, ports.api, ...(process.env.POTOK_EXTRA_PORTS ?? '').split(',').filter(Boolean)]
      .map((port) => `${HOST}:${port}`)
      .join(','),
    POTOK_WORKER_HEALTH_PORT: String(ports.worker),
    POTOK_BOX_POLL_MS: process.env.POTOK_BOX_POLL_MS ?? '1000',
    POTOK_SWEEP_MS: process.env.POTOK_SWEEP_MS ?? '10000',
  },
  logFile: home.log(log),
  graceMs: 35_000,
  isReady: answersHttp(`http://${HOST}:${ports.worker}/`),
});

const apiEnv = ({ home, ports, secrets, databaseUrl }) => ({
  ...commonEnv(home),
  POTOK_DB_APP_URL: asRole(databaseUrl, 'potok_app', secrets),
  POTOK_DB_HOOK_URL: asRole(databaseUrl, 'potok_hook', secrets),
  POTOK_API_PORT: String(ports.api),
  POTOK_PUBLIC_URL: publicUrlOf(ports),
  POTOK_WEB_DIR: WEB_DIST,
  POTOK_MASTER_KEYS: secrets.masterKeys,
});

/** An API of this stack. Any number may run: another one has its own port and log, and the addresses of the first. */
export const apiSpec = ({ home, ports, secrets, databaseUrl, port = ports.api, log = 'api' }) => ({
  name: 'API',
  command: node('apps/api/dist/main.js'),
  env: { ...apiEnv({ home, ports, secrets, databaseUrl }), POTOK_API_PORT: String(port) },
  logFile: home.log(log),
  isReady: answersHttp(`http://${HOST}:${port}/api/health`),
});

const application = async ({ home, ports, secrets, children, databaseUrl, temporalAddress }) => {
  const publicUrl = publicUrlOf(ports);
  const sandbox = supervise({
    name: 'Песочница',
    command: node('apps/sandbox/dist/main.js'),
    env: { ...commonEnv(home), POTOK_SANDBOX_PORT: String(ports.sandbox), POTOK_SANDBOX_DIR: home.path('sandbox') },
    logFile: home.log('sandbox'),
    isReady: answersHttp(`http://${HOST}:${ports.sandbox}/`),
  });
  const api = supervise(apiSpec({ home, ports, secrets, databaseUrl }));
  const worker = supervise(workerSpec({ home, ports, secrets, databaseUrl, temporalAddress }));
  children.push(sandbox, api, worker);
  await Promise.all([sandbox.start(), api.start(), worker.start()]);
  return {
    urls: { publicUrl, sandboxUrl: `http://${HOST}:${ports.sandbox}` },
    apiEnv: apiEnv({ home, ports, secrets, databaseUrl }),
  };
};

/** Starts everything. `children` fills as it goes, so that whoever must stop in the middle knows what to stop. */
export const startServices = async (given) => {
  const databaseUrl = await step('PostgreSQL', () => postgres(given));
  const temporalAddress = await step('Temporal', () => temporal(given));
  await step('Миграции', () => migrations(databaseUrl, given.secrets));
  const { urls, apiEnv } = await step('API, исполнитель, песочница', () =>
    application({ ...given, databaseUrl, temporalAddress }),
  );
  return { urls: { databaseUrl, temporalAddress, ...urls }, apiEnv };
};

/** In the right order: whoever is used goes after whoever uses it. */
export const stopServices = async (children) => {
  const groups = [['Исполнитель', 'API', 'Песочница'], ['Temporal'], ['PostgreSQL']];
  for (const names of groups)
    await Promise.all(children.filter((child) => names.includes(child.name)).map((child) => child.stop()));
};
