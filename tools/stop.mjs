// npm stop: tells the launcher of this folder to stop, and waits until it has.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, openHome } from './stack/home.mjs';
import { ROOT } from './stack/install.mjs';
import { endWith, say, Sorry } from './stack/say.mjs';

const args = process.argv.slice(2);
const home = openHome(args.includes('--home') ? args[args.indexOf('--home') + 1] : join(ROOT, '.potok'));
try {
  const held = home.readJson('lock.json');
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
