import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { ConfigWrong, describeFinding } from './config-wrong.js';
import { readConfig } from './read-config.js';
import { requiredVariables } from './required-variables.js';

const folder = mkdtempSync(join(tmpdir(), 'potok-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const workerEnv = (over: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  POTOK_DB_APP_URL: 'postgres://potok_app:s3cret@127.0.0.1:5432/potok',
  POTOK_DB_RELAY_URL: 'postgres://potok_relay@127.0.0.1:5432/potok',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  POTOK_PUBLIC_URL: 'http://127.0.0.1:4100/',
  POTOK_MASTER_KEYS: `now:${key(1)}, old:${key(2)}`,
  ...over,
});
const wrongOf = (read: () => unknown): ConfigWrong => {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigWrong) return error;
  }
  throw new Error('expected ConfigWrong');
};

it('parses, fills in harmless defaults and freezes', () => {
  const config = readConfig(workerEnv({ POTOK_ALLOWED_HOSTS: '127.0.0.1:4300,localhost:1' }), 'worker');
  expect(config.temporal).toEqual({ address: '127.0.0.1:7233', namespace: 'default' });
  expect(config.publicUrl).toBe('http://127.0.0.1:4100');
  expect(config.masterKeys.map(({ id, bytes }) => [id, bytes.length, bytes[0]])).toEqual([
    ['now', 32, 1],
    ['old', 32, 2],
  ]);
  expect(config.allowedHosts).toEqual(['127.0.0.1:4300', 'localhost:1']);
  expect(config.blobStore).toEqual({ kind: 'postgres' });
  expect(config.boxPollMs).toBe(5000);
  expect(Object.isFrozen(config) && Object.isFrozen(config.masterKeys) && Object.isFrozen(config.blobStore)).toBe(true);
});

it('turns strings into numbers and knows the stores', () => {
  const config = readConfig(workerEnv({ POTOK_SWEEP_MS: '250', POTOK_BLOB_STORE: 'folder:/data/blobs' }), 'worker');
  expect(config.sweepMs).toBe(250);
  expect(config.blobStore).toEqual({ kind: 'folder', path: '/data/blobs' });
});

it('reads a value from the file that X_FILE names', () => {
  const file = join(folder, 'keys');
  writeFileSync(file, `k:${key(7)}\n`);
  const config = readConfig(workerEnv({ POTOK_MASTER_KEYS: '', POTOK_MASTER_KEYS_FILE: file }), 'worker');
  expect(config.masterKeys[0]?.id).toBe('k');
});

it('names every missing variable in one sentence each', () => {
  const wrong = wrongOf(() => readConfig({}, 'api'));
  expect(wrong.findings.map(({ variable }) => variable).sort()).toEqual([...requiredVariables('api')].sort());
  expect(wrong.message.split('\n')).toContain(
    'Не задана переменная POTOK_API_PORT (или POTOK_API_PORT_FILE): порт API, число от 1 до 65535.',
  );
  expect(wrongOf(() => readConfig({ LANG: 'en_US.UTF-8' }, 'api')).message).toContain('POTOK_API_PORT (or');
});

it('never shows a value', () => {
  const wrong = wrongOf(() =>
    readConfig(workerEnv({ POTOK_DB_APP_URL: 'mysql://hunter2', POTOK_MASTER_KEYS: 'id:hunter2' }), 'worker'),
  );
  expect(wrong.findings).toEqual([
    { code: 'CONFIG_MALFORMED', variable: 'POTOK_DB_APP_URL' },
    { code: 'CONFIG_MALFORMED', variable: 'POTOK_MASTER_KEYS' },
  ]);
  expect(`${wrong.message}${wrong.stack}`).not.toContain('hunter2');
});

it('refuses an unreadable file and a value given twice', () => {
  const unreadable = wrongOf(() =>
    readConfig(workerEnv({ POTOK_DB_APP_URL: '', POTOK_DB_APP_URL_FILE: join(folder, 'absent') }), 'worker'),
  );
  expect(unreadable.findings).toEqual([{ code: 'CONFIG_FILE_UNREADABLE', variable: 'POTOK_DB_APP_URL' }]);
  const twice = wrongOf(() => readConfig(workerEnv({ POTOK_DB_APP_URL_FILE: '/x' }), 'worker'));
  expect(twice.findings).toEqual([{ code: 'CONFIG_GIVEN_TWICE', variable: 'POTOK_DB_APP_URL' }]);
  expect(twice.findings.map((finding) => describeFinding(finding, 'en'))).toEqual([
    'Both POTOK_DB_APP_URL and POTOK_DB_APP_URL_FILE are set. Keep one of them.',
  ]);
});

it('demands a master key of worker and api, an owner only for migrations, and no secret of the sandbox', () => {
  expect(requiredVariables('worker')).toContain('POTOK_MASTER_KEYS');
  expect(requiredVariables('api')).toContain('POTOK_MASTER_KEYS');
  expect(requiredVariables('migrate')).toEqual(['DATABASE_URL']);
  expect(requiredVariables('sandbox')).toEqual(['POTOK_SANDBOX_PORT', 'POTOK_SANDBOX_DIR']);
});
