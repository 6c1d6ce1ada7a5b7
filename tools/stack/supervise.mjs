// Children of the launcher: started behind a guard, asked whether they are ready, started again when they die, stopped in order.
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginningOf } from './home.mjs';
import { spawnGuarded } from './postgres.mjs';
import { Sorry } from './say.mjs';

const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 5000;
const LONG_LIFE_MS = 10_000;

const tailOf = (file, lines = 15) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');

/**
 * @param {{ name: string, command: string[], env?: object, cwd?: string, user?: object, logFile: string, stopSignal?: string, graceMs?: number,
 *   isReady: () => Promise<boolean>, readyMs?: number, onChange?: () => void }} spec
 */
export const supervise = (spec) => {
  let child;
  let isStopping = false;
  let pauseMs = FIRST_PAUSE_MS;
  let startedAt = 0;
  let exited = Promise.resolve();

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
        done();
        if (!isStopping) void again();
      }),
    );
    spec.onChange?.();
  };

  const again = async () => {
    if (Date.now() - startedAt > LONG_LIFE_MS) pauseMs = FIRST_PAUSE_MS;
    await sleep(pauseMs);
    pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
    if (!isStopping) spawnOnce();
  };

  return {
    name: spec.name,
    get note() {
      return child?.pid === undefined ? undefined : { name: spec.name, pid: child.pid, began: beginningOf(child.pid) };
    },
    /** Starts it and waits until it says that it is ready. A child that cannot start is reported with the end of its log. */
    start: async () => {
      spawnOnce();
      const end = Date.now() + (spec.readyMs ?? 60_000);
      while (!(await spec.isReady().catch(() => false))) {
        if (Date.now() > end) {
          throw new Sorry(
            `«${spec.name}» не стартовал за ${Math.round((spec.readyMs ?? 60_000) / 1000)} с. Журнал ${spec.logFile}:\n${tailOf(spec.logFile)}`,
          );
        }
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
