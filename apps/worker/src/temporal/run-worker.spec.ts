import { expect, it } from '@jest/globals';
import { temporalLogger } from './run-worker.js';

it('passes on what is wrong in Temporal and none of its own steps, under the level of our log', () => {
  const lines: unknown[] = [];
  const note = (level: string) => (event: string, facts?: object) => void lines.push({ level, event, ...facts });
  const logger = temporalLogger({ warn: note('warn'), error: note('error') });
  logger.log('TRACE', 'Got workflow activation');
  logger.log('DEBUG', 'Activity completed');
  logger.log('INFO', 'Worker state changed');
  logger.log('WARN', 'gRPC call poll retried');
  logger.error('Worker failed');
  expect(lines).toEqual([
    { level: 'warn', event: 'temporal.core', message: 'gRPC call poll retried' },
    { level: 'error', event: 'temporal.core', message: 'Worker failed' },
  ]);
});
