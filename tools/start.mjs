// npm start: brings the whole stack up on this machine. Uses Node's own modules until everything is installed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureInstalled, ROOT } from './stack/install.mjs';
import { endWith, Sorry } from './stack/say.mjs';

const args = process.argv.slice(2);
const valueOf = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const homeDir = valueOf('--home') ?? join(ROOT, '.potok');

if (args.includes('--help')) {
  process.stdout.write(`npm start [-- --detach] [-- --reset] [-- --home ПАПКА] [-- --free-ports]
  --detach      вернуться, когда всё готово; остановить потом: npm stop
  --reset       начать с чистого листа: удалить данные в .potok/
  --home ПАПКА  держать данные в другой папке
  --free-ports  взять любые свободные порты
`);
  process.exit(0);
}

/** Starts the same launcher in the background, shows what it says, and returns when it is ready. */
const detach = async () => {
  mkdirSync(join(homeDir), { recursive: true });
  const logFile = join(homeDir, 'launcher.log');
  const log = openSync(logFile, 'w');
  const rest = args.filter((arg) => arg !== '--detach');
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...rest], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  let isOver = false;
  child.once('exit', () => (isOver = true));
  let shown = 0;
  const show = () => {
    const text = readFileSync(logFile, 'utf8');
    process.stdout.write(text.slice(shown));
    shown = text.length;
    return text;
  };
  while (!show().includes('Готово за')) {
    if (isOver) throw new Sorry('Запуск не удался, причина выше.');
    await sleep(200);
  }
  child.unref();
};

try {
  checkNode();
  await ensureInstalled();
  if (args.includes('--detach')) {
    await detach();
    process.exit(0);
  }
  const { launch } = await import('./stack/launch.mjs');
  await launch({
    homeDir,
    isReset: args.includes('--reset') && existsSync(homeDir),
    hasFreePorts: args.includes('--free-ports'),
  });
} catch (error) {
  endWith(error);
}
