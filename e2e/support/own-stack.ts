import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../tools/stack/ports.mjs';
import type { Stack } from './stack.js';

/** A stack for one test file alone, for what the journeys' own must not suffer. While it is there, the file speaks to it. */
export interface OwnStack {
  readonly home: string;
  readonly ports: Readonly<Record<string, number>>;
  start(env?: Readonly<Record<string, string>>): Promise<void>;
  /** kill -9 of the launcher; its children end by themselves. */
  killLauncher(): void;
  /** `between`: after its processes have ended, before its folder goes: a disk that is mounted in it is taken out then. */
  stop(between: () => void): Promise<void>;
}

const QUICK = { POTOK_SWEEP_MS: '3000', POTOK_BOX_POLL_MS: '500', POTOK_LEASE_MS: '10000' };
const PORTS = ['api', 'sandbox', 'worker', 'postgres', 'temporal', 'temporalUi'] as const;

const runTool = (name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'tools', name), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`${name}: ${code ?? 'killed'}\n${said}`))));
  });

/** Its folder and ports; it is not started yet, so that lines can be laid to them. */
export const makeOwnStack = async (): Promise<OwnStack> => {
  const home = mkdtempSync(join(tmpdir(), 'potok-own-'));
  chmodSync(home, 0o755);
  const ports: Record<string, number> = {};
  for (const name of PORTS) ports[name] = await freePort();
  writeFileSync(join(home, 'ports.json'), JSON.stringify(ports));
  const shared = process.env['POTOK_STACK'];
  return {
    home,
    ports,
    start: async (env = {}) => {
      await runTool('start.mjs', ['--home', home, '--free-ports', '--detach'], { ...QUICK, ...env });
      process.env['POTOK_STACK'] = join(home, 'stack.json');
    },
    killLauncher: () => {
      // Of this stack, whichever the file speaks to.
      const { launcher } = JSON.parse(readFileSync(join(home, 'stack.json'), 'utf8')) as Stack;
      process.kill(launcher.pid, 'SIGKILL');
    },
    stop: async (between) => {
      process.env['POTOK_STACK'] = shared;
      await runTool('stop.mjs', ['--home', home]);
      between();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
