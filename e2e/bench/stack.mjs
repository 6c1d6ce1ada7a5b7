// The stack that is measured: brought up once, in a folder and on ports of its own, with the outside of the benchmark beside it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { ensureSecrets, openHome } from '../../tools/stack/home.mjs';
import { ROOT } from '../../tools/stack/install.mjs';
import { freePort } from '../../tools/stack/ports.mjs';
import { apiOf, publishTemplate } from '../../tools/stack/seed.mjs';
import { apiSpec, workerSpec } from '../../tools/stack/services.mjs';
import { supervise } from '../../tools/stack/supervise.mjs';
import { startOutside } from './outside.mjs';

const tool = (name, ...args) => {
  const ran = spawnSync(process.execPath, [join(ROOT, 'tools', name), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (ran.status !== 0) throw new Error(`${name} failed`);
};

/** Processes by the names that the table shows. A Temporal or PostgreSQL of somebody else's has no process here. */
const pidsIn = (stack) => {
  const own = { API: 'API', исполнитель: 'Исполнитель', Temporal: 'Temporal', PostgreSQL: 'PostgreSQL' };
  return Object.fromEntries(
    Object.entries(own).flatMap(([shown, name]) =>
      stack.pids[name] === undefined ? [] : [[shown, stack.pids[name].pid]],
    ),
  );
};

/** Started beside the stack's own; stopped with the bench at the latest. */
const addProcess = async (children, spec) => {
  const child = supervise(spec);
  children.add(child);
  await child.start();
  return {
    pid: child.note.pid,
    stop: async () => {
      children.delete(child);
      await child.stop();
    },
  };
};

const processesBeside = (home, stack) => {
  const given = { ...stack, home, secrets: ensureSecrets(home) };
  const children = new Set();
  return {
    /** The environment of an API, for commands of an administrator. */
    apiEnv: apiSpec(given).env,
    /** Another worker of the stack: its pid, and how to stop it. */
    addWorker: async (log) =>
      addProcess(children, workerSpec({ ...given, ports: { ...stack.ports, worker: await freePort() }, log })),
    /** Another API of the stack: its address, its pid, and how to stop it. */
    addApi: async (log) => {
      const port = await freePort();
      const child = await addProcess(children, apiSpec({ ...given, port, log }));
      return { ...child, url: `http://127.0.0.1:${port}` };
    },
    stopAll: () => Promise.all([...children].map((child) => child.stop())),
  };
};

/** templates/webhook-to-xml with the bench's outside behind it. */
const publishFull = (api, base) =>
  publishTemplate(api, 'webhook-to-xml', {
    slots: {},
    parameters: { operatorUrl: `${base}/operator`, accountingUrl: `${base}/accounting`, callbackDays: 30 },
  });

/** Answers by no scenario of the bench are left when it says yes. */
const untilIdle = async (db, patienceMs = 120_000) => {
  const end = Date.now() + patienceMs;
  for (;;) {
    const { rows } = await db.query(
      `SELECT (SELECT count(*) FROM inbox WHERE status = 'new') + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM run WHERE status IN ('accepted', 'running')) AS open`,
    );
    if (Number(rows[0].open) === 0) return;
    if (Date.now() > end) throw new Error(`${rows[0].open} rows of the measurement before are still being worked on`);
    await sleep(250);
  }
};

/** Brings everything up. Whoever opens it closes it, also after a failure. */
export const openBench = async (settings) => {
  const folder = mkdtempSync(join(tmpdir(), 'potok-bench-'));
  const outsidePort = await freePort();
  const outside = await startOutside(outsidePort);
  process.env.POTOK_EXTRA_PORTS = String(outsidePort);
  const closing = [() => rmSync(folder, { recursive: true, force: true }), () => outside.close()];
  let closed;
  const close = () =>
    (closed ??= (async () => {
      for (const act of closing.reverse()) await act();
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void close().finally(() => process.exit(1)));
  try {
    closing.push(() => tool('stop.mjs', '--home', folder));
    tool('start.mjs', '--home', folder, '--free-ports', '--detach');
    const readStack = () => JSON.parse(readFileSync(join(folder, 'stack.json'), 'utf8'));
    const stack = readStack();
    const home = openHome(folder);
    const beside = processesBeside(home, stack);
    closing.push(() => beside.stopAll());
    const db = new pg.Pool({ connectionString: stack.databaseUrl, max: 4 });
    db.on('error', () => undefined);
    closing.push(() => db.end());
    const temporal = new Client({
      connection: await Connection.connect({ address: stack.temporalAddress }),
      namespace: process.env.TEMPORAL_NAMESPACE || 'default',
    });
    closing.push(() => temporal.connection.close());
    const base = `http://127.0.0.1:${outsidePort}`;
    const api = apiOf(`${stack.publicUrl}/api/workspaces/${stack.demo.workspaceId}`, stack.demo.apiToken);
    let full;
    return {
      ...{ settings, home, stack, outside, base, db, temporal, api, beside, close },
      pids: () => pidsIn(readStack()),
      untilIdle: (patienceMs) => untilIdle(db, patienceMs),
      /** Published once, however many measurements ask. */
      fullScenario: () => (full ??= publishFull(api, base)),
    };
  } catch (error) {
    await close();
    throw error;
  }
};
