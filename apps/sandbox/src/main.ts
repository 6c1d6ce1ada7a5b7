import { env } from 'node:process';

import { createClock, readConfig } from '@potok/config';

import { startSandbox } from './server/start-sandbox.js';
import { makeStandIns } from './stand-ins.js';

const config = readConfig(env, 'sandbox');
const clock = createClock({ offsetFile: config.clockOffsetFile });

const log = (event: string, facts: Record<string, unknown> = {}): void => {
  if (config.logLevel === 'silent') return;
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), name: 'sandbox', event, ...facts })}\n`);
};

const sandbox = await startSandbox({
  standIns: makeStandIns(),
  folder: config.dataDir,
  host: config.host,
  port: config.port,
  now: () => clock.now(),
  log,
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
