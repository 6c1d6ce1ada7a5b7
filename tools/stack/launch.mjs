// The launcher: everything up, one table, stack.json; stops in order however it is told to.
import { readdirSync } from 'node:fs';
import { buildTypes, buildWeb } from './build.mjs';
import { ensureSecrets, isAlive, openHome, takeLock } from './home.mjs';
import { freePort, isPortFree } from './ports.mjs';
import { endWith, say, sinceStart, Sorry } from './say.mjs';
import { seedDemo } from './seed.mjs';
import { startServices, stopServices } from './services.mjs';
import { table } from './table.mjs';

const DEFAULT_PORTS = { api: 4100, sandbox: 4300, worker: 4101, postgres: 54321, temporal: 47233, temporalUi: 48233 };
const WORDS = {
  api: 'веб и API',
  sandbox: 'песочница',
  worker: 'исполнитель',
  postgres: 'PostgreSQL',
  temporal: 'Temporal',
  temporalUi: 'Temporal UI',
};

const choosePorts = async (home, isFree) => {
  if (isFree) {
    const known = home.readJson('ports.json');
    if (known) return known;
    const ports = {};
    for (const name of Object.keys(DEFAULT_PORTS)) ports[name] = await freePort();
    home.writeJson('ports.json', ports);
    return ports;
  }
  const ports = { ...DEFAULT_PORTS };
  for (const name of Object.keys(ports)) {
    const variable = `POTOK_PORT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
    ports[name] = Number(process.env[variable] ?? ports[name]);
    if (!(await isPortFree(ports[name])))
      throw new Sorry(
        `Порт ${ports[name]} (${WORDS[name]}) занят другой программой. Освободите его или задайте другой: ${variable}=НОМЕР npm start.`,
      );
  }
  return ports;
};

export const launch = async ({ homeDir, isReset, hasFreePorts }) => {
  const home = openHome(homeDir);
  if (isReset) {
    const held = home.readJson('lock.json');
    if (held && isAlive(held)) throw new Sorry('Поток запущен. Сначала остановите его: npm stop.');
    // All but the log that whoever started us is reading.
    for (const name of readdirSync(home.dir)) if (name !== 'launcher.log') home.remove(name);
    return launch({ homeDir, isReset: false, hasFreePorts });
  }
  const lock = takeLock(home);
  home.remove('stack.json');
  const children = [];
  let stopping;
  const stop = (reason) =>
    (stopping ??= (async () => {
      if (reason) say(`\nОстанавливаю (${reason}) …`);
      await stopServices(children);
      home.remove('stack.json');
      lock.release();
      if (reason) say('Остановлено.');
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => void stop(signal).then(() => process.exit(0)));
  try {
    await buildTypes();
    await buildWeb();
    const ports = await choosePorts(home, hasFreePorts);
    const notes = setInterval(() => lock.note(children.map((child) => child.note).filter(Boolean)), 1000);
    notes.unref();
    const secrets = ensureSecrets(home);
    const { urls, apiEnv } = await startServices({ home, ports, secrets, children, say });
    const demo = await seedDemo({ home, urls, secrets, apiEnv });
    const pids = Object.fromEntries(children.map((child) => [child.name, child.note]));
    lock.note(Object.values(pids));
    const stack = {
      launcher: { pid: process.pid },
      ports,
      ...urls,
      logs: home.path('logs'),
      clockOffsetFile: home.path('clock-offset'),
      pids,
      ...demo,
    };
    home.writeJson('stack.json', stack);
    say(table(stack));
    say(`Готово за ${sinceStart()}. Остановить: Ctrl-C или npm stop.`);
    keepPidsFresh(home, children);
  } catch (error) {
    endWith(error);
    await stop();
    process.exit(1);
  }
};

/** A child that was started again has another pid: stack.json says which. */
const keepPidsFresh = (home, children) => {
  const timer = setInterval(() => {
    const stack = home.readJson('stack.json');
    if (!stack) return;
    const pids = Object.fromEntries(children.map((child) => [child.name, child.note]));
    if (JSON.stringify(pids) !== JSON.stringify(stack.pids)) home.writeJson('stack.json', { ...stack, pids });
  }, 500);
  timer.unref();
};
