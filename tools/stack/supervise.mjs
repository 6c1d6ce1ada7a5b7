// Children of the launcher: started behind a guard, asked whether they are ready, started again when they die, stopped in order.
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginningOf } from './home.mjs';
import { spawnGuarded } from './spawn-guarded.mjs';
import { Sorry } from './say.mjs';

const READY_MS = 60_000;
const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5000;
const LONG_LIFE_MS = 10_000;
/** As many deaths while it starts are no accident: some seconds, in which a killed PostgreSQL's memory block is freed. */
const HOPELESS = 5;

const tailOf = (file, lines = 15) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');

/**
 * @param {{ name: string, command: string[], env?: object, cwd?: string, user?: object, logFile: string, stopSignal?: string, graceMs?: number,
 *   isReady: () => Promise<boolean> }} spec
 */
export const supervise = (spec) => {
  let child;
  let isStopping = false;
  let pauseMs = FIRST_PAUSE_MS;
  let startedAt = 0;
  let exited = Promise.resolve();
  let deaths = 0;

  const spawnOnce = () => {
    const log = openSync(spec.logFile, 'a');
    startedAt = Date.now();
    child = spawnGuarded(spec.command, {
      stopSignal: spec.stopSignal,
      env: { ...process.env, ...spec.env },
      stdout: log,
      cwd: spec.cwd,
      ...spec.user,
    });
    closeSync(log);
    const mine = child;
    exited = new Promise((done) =>
      mine.once('exit', () => {
        // Ends the guard's watcher too.
        mine.stdin.destroy();
        deaths += 1;
        done();
        if (!isStopping) void again();
      }),
    );
  };

  const again = async () => {
    if (Date.now() - startedAt > LONG_LIFE_MS) pauseMs = FIRST_PAUSE_MS;
    await sleep(pauseMs);
    pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
    if (!isStopping) spawnOnce();
  };

  const endOfLog = () => `Конец журнала ${spec.logFile}:\n${tailOf(spec.logFile)}`;

  return {
    name: spec.name,
    get note() {
      return child?.pid === undefined ? undefined : { name: spec.name, pid: child.pid, began: beginningOf(child.pid) };
    },
    /** Starts it and waits until it says that it is ready. A child that cannot start is reported with the end of its log. */
    start: async () => {
      spawnOnce();
      const deadline = Date.now() + READY_MS;
      while (!(await spec.isReady().catch(() => false))) {
        if (deaths >= HOPELESS) throw new Sorry(`«${spec.name}» не запускается. ${endOfLog()}`);
        if (Date.now() > deadline)
          throw new Sorry(`«${spec.name}» не стартовал за ${READY_MS / 1000} с. ${endOfLog()}`);
        await sleep(50);
      }
    },
    stop: async () => {
      isStopping = true;
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const kill = (signal, pid = child.pid) => {
        try {
          process.kill(pid, signal);
        } catch {
          // It is gone already.
        }
      };
      kill(spec.stopSignal === 'INT' ? 'SIGINT' : 'SIGTERM');
      const timer = setTimeout(() => kill('SIGKILL', -child.pid), spec.graceMs ?? 10_000);
      await exited;
      clearTimeout(timer);
    },
  };
};

export const answersHttp = (url) => async () => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(1000) });
  return answer.ok;
};
