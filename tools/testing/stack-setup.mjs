// One whole stack for all journeys, as `npm start` brings it up, in a folder and on ports of its own. POTOK_STACK names its stack.json.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../stack/ports.mjs';
import { ROOT } from '../stack/install.mjs';

export default async () => {
  if (process.env.POTOK_STACK) return;
  const home = mkdtempSync(join(tmpdir(), 'potok-journey-'));
  chmodSync(home, 0o755);
  const outsidePort = await freePort();
  const env = {
    ...process.env,
    POTOK_EXTRA_PORTS: String(outsidePort),
    POTOK_SWEEP_MS: '3000',
    POTOK_BOX_POLL_MS: '500',
    // A worker that hangs holds its boxes for as long.
    POTOK_LEASE_MS: '10000',
  };
  const started = spawnSync(
    process.execPath,
    [join(ROOT, 'tools', 'start.mjs'), '--home', home, '--free-ports', '--detach'],
    {
      // On stderr: whoever runs the tests keeps stdout for their report.
      stdio: ['ignore', 2, 2],
      env,
    },
  );
  if (started.status !== 0) throw new Error('The stack did not start: see above');
  process.env.POTOK_STACK = join(home, 'stack.json');
  process.env.POTOK_OUTSIDE_PORT = String(outsidePort);
  globalThis.potokStackHome = home;
};
