import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stack/install.mjs';

export default async () => {
  const home = globalThis.potokStackHome;
  if (!home) return;
  spawnSync(process.execPath, [join(ROOT, 'tools', 'stop.mjs'), '--home', home], { stdio: 'inherit' });
  if (process.env.POTOK_KEEP_STACK === undefined) rmSync(home, { recursive: true, force: true });
};
