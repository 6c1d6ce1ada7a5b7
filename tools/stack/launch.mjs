// The launcher: everything up, one table, stack.json; stops in order however it is told to.
import { buildTypes, buildWeb } from './build.mjs';
import { clearHome, ensureSecrets, openHome, stopCommand, takeLock } from './home.mjs';
import { ensureInstalled } from './install.mjs';
import { choosePorts } from './ports.mjs';
import { endWith, say, sinceStart } from './say.mjs';
import { seedDemo } from './seed.mjs';
import { startServices, stopServices } from './services.mjs';
import { table } from './table.mjs';

/** Stops once, however often and by whatever it is told to. */
const stopper = ({ home, lock, children }) => {
  let stopping;
  return {
    isAsked: () => stopping !== undefined,
    stop: (reason) =>
      (stopping ??= (async () => {
        if (reason) say(`\nОстанавливаю (${reason}) …`);
        await stopServices(children);
        home.remove('stack.json');
        lock.release();
        if (reason) say('Остановлено.');
      })()),
  };
};

const listenForEnd = ({ stop }) => {
  // The terminal may be closed before we have said our last word: it is lost, the order of stopping is not.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => void stop(signal).then(() => process.exit(0)));
};

const bringUp = async ({ home, lock, children, hasFreePorts }) => {
  await ensureInstalled();
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
  say(`Готово за ${sinceStart()}. Остановить: Ctrl-C или ${stopCommand(home.dir)}.`);
  keepPidsFresh(home, children);
};

export const launch = async ({ homeDir, isReset, hasFreePorts }) => {
  const home = openHome(homeDir);
  const lock = takeLock(home);
  const children = [];
  const end = stopper({ home, lock, children });
  listenForEnd(end);
  try {
    if (isReset) clearHome(home);
    home.remove('stack.json');
    await bringUp({ home, lock, children, hasFreePorts });
  } catch (error) {
    // What fails because it is being stopped is no news.
    const wasAsked = end.isAsked();
    if (!wasAsked) endWith(error);
    await end.stop();
    process.exit(wasAsked ? 0 : 1);
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
