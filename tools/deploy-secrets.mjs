// Writes the secrets of docker-compose.yml that are missing, into deploy/secrets: passwords of the database's roles and their addresses, the master key.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './stack/install.mjs';

const folder = join(ROOT, 'deploy', 'secrets');
mkdirSync(folder, { recursive: true, mode: 0o700 });
const keep = (name, make) => {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
};
const password = () => randomBytes(24).toString('hex');
const owner = keep('postgres-password', password);
keep('database-url', () => `postgres://potok:${owner}@postgres:5432/potok`);
for (const role of ['app', 'hook', 'relay'])
  keep(`db-${role}-url`, () => `postgres://potok_${role}:${password()}@postgres:5432/potok`);
keep('master-keys', () => `k1:${randomBytes(32).toString('base64')}`);
process.stdout.write(
  `Секреты лежат в ${folder}. Сохраните master-keys отдельно: без него не открыть ни одного подключения.\n`,
);
