import '../testing/clean-up.js';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { News } from './news.js';

const WS = 'w1';
let client: QueryClient;
let news: News;
beforeEach(() => {
  jest.useFakeTimers();
  client = new QueryClient();
  news = new News(client, WS);
});
afterEach(() => {
  news.stop();
  client.clear();
  jest.useRealTimers();
});

/** A page that shows what lies under this key: how often it was read, each reading taking so long. */
const shown = async (key: readonly string[], ms = 0) => {
  const read = jest.fn(() => new Promise<number>((resolve) => setTimeout(() => resolve(read.mock.calls.length), ms)));
  const observer = new QueryObserver(client, { queryKey: [WS, ...key], queryFn: read });
  observer.subscribe(() => undefined);
  await jest.advanceTimersByTimeAsync(ms + 1);
  read.mockClear();
  return read;
};
const run = (id: string) => ({ kind: 'run', id, runId: id }) as const;

it('reads a run once for a burst of its news', async () => {
  const read = await shown(['run', 'r1']);
  for (let step = 0; step < 100; step += 1) news.take(run('r1'));
  await jest.advanceTimersByTimeAsync(900);
  expect(read).toHaveBeenCalledTimes(1);
});

it('leaves a run alone when news is of another', async () => {
  const read = await shown(['run', 'r1']);
  const calls = await shown(['calls', 'r1', 's1']);
  const list = await shown(['runs', '{}']);
  news.take(run('r2'));
  await jest.advanceTimersByTimeAsync(5000);
  expect([read.mock.calls.length, calls.mock.calls.length, list.mock.calls.length]).toEqual([0, 0, 1]);
});

it('reads at most once a second while news does not stop, and once more for the last of it', async () => {
  const read = await shown(['run', 'r1']);
  for (let at = 0; at < 5000; at += 100) {
    news.take(run('r1'));
    await jest.advanceTimersByTimeAsync(100);
  }
  const during = read.mock.calls.length;
  await jest.advanceTimersByTimeAsync(2000);
  expect(during).toBeLessThanOrEqual(5);
  expect(read.mock.calls.length).toBe(during + 1);
});

it('does not break off a reading that takes long, and reads again after it', async () => {
  const read = await shown(['run', 'r1'], 3000);
  news.take(run('r1'));
  await jest.advanceTimersByTimeAsync(1000);
  news.take(run('r1'));
  await jest.advanceTimersByTimeAsync(1500);
  expect(read).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(6000);
  expect(read).toHaveBeenCalledTimes(2);
});
