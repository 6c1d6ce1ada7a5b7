import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { clearHome, ensureSecrets, isAlive, openHome, takeLock } from './home.mjs';

let folder = '';
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'potok-home-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A launcher that takes the lock of this folder, says whether it got it, and stays while it has it. */
const launcher = (): ChildProcess => {
  const home = pathToFileURL('tools/stack/home.mjs').href;
  const code = `const { openHome, takeLock } = await import(${JSON.stringify(home)});
    try { takeLock(openHome(process.argv[1])); console.log('taken'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.message); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  return child;
};
const firstWord = async (child: ChildProcess): Promise<string> => {
  const [chunk] = (await once(child.stdout!, 'data')) as [Buffer];
  return chunk.toString().trim();
};

it('lets one of several launchers of the same moment in, and tells the others how to end it', async () => {
  const said = await Promise.all([launcher(), launcher(), launcher(), launcher()].map(firstWord));
  expect(said.filter((one) => one === 'taken')).toHaveLength(1);
  for (const one of said.filter((word) => word !== 'taken'))
    expect(one).toMatch(/^Поток уже запущен \(процесс \d+\)\..* Остановить: npm stop -- --home /);
}, 30_000);

it('takes the lock of a launcher that was killed, and ends the children that it left', async () => {
  const killed = launcher();
  await firstWord(killed);
  const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  started.push(orphan);
  const home = openHome(folder);
  const note = { name: 'API', pid: orphan.pid, began: 'alive' };
  home.writeJson('lock.json', { pid: killed.pid, began: 'alive', children: [note] });
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const gone = once(orphan, 'exit');
  takeLock(home).release();
  expect(await gone).toEqual([null, 'SIGKILL']);
  expect(existsSync(home.path('lock.json'))).toBe(false);
}, 30_000);

it('takes a process of the same number that began at another time for another', () => {
  expect(isAlive({ pid: process.pid, began: '1' })).toBe(process.platform !== 'linux');
});

it('clears everything but the lock and the log that is being read, and makes new secrets then', () => {
  const home = openHome(folder);
  const before = ensureSecrets(home);
  expect(ensureSecrets(home)).toEqual(before);
  writeFileSync(home.path('launcher.log'), 'x');
  takeLock(home);
  clearHome(home);
  expect([existsSync(home.path('launcher.log')), existsSync(home.path('lock.json'))]).toEqual([true, true]);
  expect(ensureSecrets(home)).not.toEqual(before);
});
