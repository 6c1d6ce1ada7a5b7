import { env } from 'node:process';
import { createClock, readConfig } from '@potok/config';
import { createLogger, tellVitals } from '@potok/telemetry';
import { readManifest } from './nodes/node-catalogue.js';
import { isDatabaseDown } from './problems/is-database-down.js';
import { createServer } from './create-server.js';

const TRIES = 30;
const PAUSE_MS = 1_000;

const config = readConfig(env, 'api');
const log = createLogger('api', { level: config.logLevel });
const clock = createClock({ offsetFile: config.clockOffsetFile });

/** PostgreSQL may come up later than we do. */
const createPatiently = async () => {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await createServer({ config, clock, log, manifest: readManifest() });
    } catch (error) {
      if (left === 0 || !isDatabaseDown(error)) throw error;
      log.warn('api.database-awaited');
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
};

const app = await createPatiently();
app.enableShutdownHooks();
await app.listen(config.port, config.host);
tellVitals(log);
log('api.listening', { host: config.host, port: config.port });
