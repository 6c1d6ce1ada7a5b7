import { env } from 'node:process';
import { readConfig } from '@potok/config';
import { migrate, setRolePasswords } from '@potok/persistence';
import { createLogger } from '@potok/telemetry';

const config = readConfig(env, 'migrate');
const log = createLogger('migrate', { level: config.logLevel });
await migrate(config.ownerDatabaseUrl);
await setRolePasswords(config.ownerDatabaseUrl, [
  config.appDatabaseUrl,
  config.hookDatabaseUrl,
  config.relayDatabaseUrl,
]);
log('migrate.done');
