import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { RunContextRow } from '@potok/persistence/engine';
import { FreshRuns } from './fresh-runs.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const row: RunContextRow = {
  fence: 1,
  origin_run_id: 'r',
  again: 0,
  mode: 'live',
  started_at: new Date(0),
  ended_at: null,
  trigger: {},
  trigger_size: 0,
  parameters: {},
  slots: {},
  steps: [],
  outputs: [],
  waits: [],
  news: [],
};

it('lends what it knows of a run once, and for ten seconds', () => {
  const fresh = new FreshRuns();
  fresh.add('a', row);
  fresh.add('b', row);
  expect(fresh.take('a')).toBe(row);
  expect(fresh.take('a')).toBeUndefined();
  jest.advanceTimersByTime(10_001);
  expect(fresh.take('b')).toBeUndefined();
});

it('holds who admits until the first segment has begun, and no longer than ten seconds', async () => {
  const fresh = new FreshRuns();
  const begun: string[] = [];
  const wait = (runId: string) => fresh.untilBegun(runId).then(() => void begun.push(runId));
  const both = [wait('quick'), wait('never')];
  fresh.begun('quick');
  await both[0];
  expect(begun).toEqual(['quick']);
  jest.advanceTimersByTime(10_001);
  await both[1];
  expect(begun).toEqual(['quick', 'never']);
  expect(jest.getTimerCount()).toBe(0);
});
