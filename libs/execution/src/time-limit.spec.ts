import { getEventListeners, setMaxListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { timeLimit } from './time-limit.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('leaves neither a timer nor a listener behind when the work is done', () => {
  const outer = new AbortController();
  setMaxListeners(100, outer.signal);
  const limits = Array.from({ length: 100 }, () => timeLimit(outer.signal, 3_600_000));
  expect([jest.getTimerCount(), getEventListeners(outer.signal, 'abort').length]).toEqual([100, 100]);
  for (const limit of limits) limit.clear();
  expect([jest.getTimerCount(), getEventListeners(outer.signal, 'abort').length]).toEqual([0, 0]);
});

it('ends the work when its time is up', async () => {
  const limit = timeLimit(new AbortController().signal, 5000);
  jest.advanceTimersByTime(5000);
  expect(limit.signal.aborted).toBe(true);
  await expect(limit.over).rejects.toMatchObject({ code: 'STEP_TIMEOUT' });
});

it('ends the work with whoever waits for it, and says why', async () => {
  const outer = new AbortController();
  const limit = timeLimit(outer.signal, 5000);
  const why = new Error('the worker stops');
  outer.abort(why);
  expect(limit.signal.reason).toBe(why);
  await expect(limit.over).rejects.toMatchObject({ code: 'STEP_TIMEOUT' });
  expect(timeLimit(outer.signal, 5000).signal.aborted).toBe(true);
});

it('holds on for longer than a timer can', () => {
  const limit = timeLimit(new AbortController().signal, 2 ** 32);
  jest.advanceTimersByTime(1000);
  expect(limit.signal.aborted).toBe(false);
  limit.clear();
});
