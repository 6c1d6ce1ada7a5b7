import { dirname } from 'node:path';
import { ensureSecrets, openHome } from '../../tools/stack/home.mjs';
import { freePort } from '../../tools/stack/ports.mjs';
import { workerSpec } from '../../tools/stack/services.mjs';
import { supervise, type Child } from '../../tools/stack/supervise.mjs';
import { readStack } from './stack.js';

/** Another worker beside the stack's own, started as the launcher starts one. Whoever takes it stops it. */
export const startSecondWorker = async (): Promise<Child> => {
  const stack = readStack();
  const home = openHome(dirname(stack.logs));
  const ports = { ...stack.ports, worker: await freePort() };
  const worker = supervise(workerSpec({ ...stack, home, ports, secrets: ensureSecrets(home), log: 'second-worker' }));
  await worker.start();
  return worker;
};
