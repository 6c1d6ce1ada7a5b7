import { expect, it } from '@jest/globals';
import { createLogger } from './create-logger.js';
import { tellVitals } from './tell-vitals.js';

it('says what the process holds until it is stopped', async () => {
  const lines: Record<string, unknown>[] = [];
  let told = (): void => undefined;
  const twice = new Promise<void>((done) => (told = done));
  const sink = {
    write: (line: string) => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
      if (lines.length === 2) told();
    },
  };
  const held = setTimeout(() => undefined, 60_000);
  const stop = tellVitals(createLogger('trial', { sink }), 1);
  await twice;
  stop();
  clearTimeout(held);
  const { event, pid, rssBytes, heapBytes, timers } = lines[0] ?? {};
  expect([event, pid]).toEqual(['process.vitals', process.pid]);
  expect(rssBytes).toBeGreaterThan(Number(heapBytes));
  expect(timers).toBeGreaterThan(0);
  const said = lines.length;
  await new Promise((done) => setTimeout(done, 20));
  expect(lines).toHaveLength(said);
});
