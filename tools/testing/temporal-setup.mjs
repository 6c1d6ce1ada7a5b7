// One Temporal dev server (in memory) for all `.workflow.spec.ts` files, and the paths of both test programs.
import { spawnGuarded } from '../stack/spawn-guarded.mjs';
import { freePort, isPortFree } from '../stack/ports.mjs';
import { findTemporal, findTestServer } from '../stack/temporal.mjs';
import postgresSetup from './postgres-setup.mjs';

export default async () => {
  await postgresSetup();
  process.env.TEMPORAL_TEST_SERVER = await findTestServer();
  if (process.env.POTOK_TEST_TEMPORAL) return;
  const port = await freePort();
  const child = spawnGuarded([
    await findTemporal(),
    'server',
    'start-dev',
    '--headless',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--log-level',
    'error',
  ]);
  const end = Date.now() + 20_000;
  while (await isPortFree(port)) {
    if (Date.now() > end || child.exitCode !== null) throw new Error('The Temporal dev server did not start.');
    await new Promise((done) => setTimeout(done, 50));
  }
  process.env.POTOK_TEST_TEMPORAL = `127.0.0.1:${port}`;
  globalThis.potokTemporal = child;
};
