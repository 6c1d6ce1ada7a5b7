// npm start: brings the whole stack up on this machine. Uses Node's own modules until everything is installed.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readFlags } from './stack/flags.mjs';
import { checkNode, ROOT } from './stack/install.mjs';
import { endWith, Sorry } from './stack/say.mjs';

const HELP = `npm start [-- --detach] [-- --reset] [-- --home ПАПКА] [-- --free-ports]
  --detach      вернуться, когда всё готово; остановить потом: npm stop
  --reset       начать с чистого листа: удалить данные в .potok/
  --home ПАПКА  держать данные в другой папке
  --free-ports  взять любые свободные порты
`;

/** Starts the same launcher in the background, shows what it says, and returns when it is ready. */
const detach = async (homeDir, args) => {
  mkdirSync(homeDir, { recursive: true });
  const logFile = join(homeDir, 'launcher.log');
  // A launcher that is up already goes on writing into the same file.
  const log = openSync(logFile, 'a');
  let shown = statSync(logFile).size;
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...args.filter((arg) => arg !== '--detach')], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  let isOver = false;
  child.once('exit', () => (isOver = true));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  const show = () => {
    const bytes = readFileSync(logFile).subarray(shown);
    process.stdout.write(bytes);
    shown += bytes.length;
    return bytes.includes('Готово за');
  };
  for (;;) {
    const wasOver = isOver;
    if (show()) break;
    if (wasOver) throw new Sorry('Запуск не удался, причина выше.');
    await sleep(200);
  }
  child.unref();
};

try {
  checkNode();
  const args = process.argv.slice(2);
  const flags = readFlags(args, ['--help', '--detach', '--reset', '--free-ports']);
  const homeDir = flags.home ?? join(ROOT, '.potok');
  if (flags.has('--help')) process.stdout.write(HELP);
  else if (flags.has('--detach')) {
    await detach(homeDir, args);
    process.exit(0);
  } else {
    const { launch } = await import('./stack/launch.mjs');
    await launch({ homeDir, isReset: flags.has('--reset'), hasFreePorts: flags.has('--free-ports') });
  }
} catch (error) {
  endWith(error);
}
