// One throw-away PostgreSQL for all `.db.spec.ts` files; its address travels in POTOK_TEST_POSTGRES. DATABASE_URL replaces it.
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../stack/ports.mjs';
import { startTestPostgres } from '../stack/postgres.mjs';

export default async () => {
  if (process.env.POTOK_TEST_POSTGRES) return;
  const folder = mkdtempSync(join(tmpdir(), 'potok-pg-'));
  // The server runs as another user when we are root: it must be able to enter the folder.
  chmodSync(folder, 0o755);
  const server = await startTestPostgres({ dataDir: join(folder, 'data'), port: await freePort() });
  process.env.POTOK_TEST_POSTGRES = server.url;
  globalThis.potokPostgres = { server, folder };
};
