import { createServer } from 'node:http';
import { env } from 'node:process';
import { createClock, readConfig } from '@potok/config';
import { createLogger, tellVitals } from '@potok/telemetry';
import { assemble } from './assemble.js';

const config = readConfig(env, 'worker');
const log = createLogger('worker', { level: config.logLevel });
const worker = await assemble(config, { log, clock: createClock({ offsetFile: config.clockOffsetFile }) });

const health =
  config.healthPort === undefined
    ? undefined
    : createServer((_request, answer) => {
        answer.writeHead(worker.isReady() ? 200 : 503, { 'content-type': 'application/json' });
        answer.end(JSON.stringify({ isReady: worker.isReady() }));
      }).listen(config.healthPort, '127.0.0.1');

let isStopping = false;
const stop = async (signal: string) => {
  if (isStopping) return;
  isStopping = true;
  log('worker.stopping', { signal });
  await worker.stop();
  health?.close();
  log('worker.stopped');
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));

tellVitals(log);
await worker.run();
await stop('end');
