// The same scenario written by hand on Temporal (hand-written/), as two processes of its own.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../tools/stack/install.mjs';
import { freePort, isPortFree } from '../../tools/stack/ports.mjs';
import { spawnGuarded } from '../../tools/stack/spawn-guarded.mjs';

/** Front door and worker of the hand-written scenario: the address of its hook, their pids, how to stop them. */
export const startByHand = async (bench) => {
  const port = await freePort();
  const settings = {
    temporal: bench.stack.temporalAddress,
    namespace: process.env.TEMPORAL_NAMESPACE || 'default',
    outside: bench.base,
    port,
    front: `http://127.0.0.1:${port}`,
  };
  const start = (role) =>
    spawnGuarded([process.execPath, join(ROOT, 'e2e/bench/hand-written/main.mjs'), role, JSON.stringify(settings)]);
  const children = { worker: start('worker'), front: start('front') };
  while (await isPortFree(port)) await sleep(50);
  return {
    hook: `http://127.0.0.1:${port}/hook`,
    pids: { front: children.front.pid, worker: children.worker.pid },
    stop: () => {
      for (const child of Object.values(children)) child.kill('SIGTERM');
    },
  };
};
