// npm stop: tells the launcher of this folder to stop, and waits until it has.
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFlags } from './stack/flags.mjs';
import { DEFAULT_HOME, isAlive, openHome } from './stack/home.mjs';
import { endWith, say, Sorry } from './stack/say.mjs';

try {
  const folder = readFlags(process.argv.slice(2), []).home ?? DEFAULT_HOME;
  const held = existsSync(folder) ? openHome(folder).readJson('lock.json') : undefined;
  if (!held || !isAlive(held)) say('Поток не запущен.');
  else {
    process.kill(held.pid, 'SIGTERM');
    const end = Date.now() + 60_000;
    while (isAlive(held)) {
      if (Date.now() > end) throw new Sorry(`Процесс ${held.pid} не остановился за минуту.`);
      await sleep(100);
    }
    say('Остановлено.');
  }
} catch (error) {
  endWith(error);
}
