import { expect, it } from '@jest/globals';

import { LeakyBucket, USUAL_LIMIT } from './leaky-bucket.js';

it('takes fifty at once, then two a second, per caller', () => {
  const bucket = new LeakyBucket();
  const poured = (caller: string, nowMs: number) => bucket.pour(caller, USUAL_LIMIT, nowMs);
  for (let count = 0; count < 50; count += 1) expect(poured('a', 0)).toBe(true);
  expect(poured('a', 0)).toBe(false);
  expect(poured('b', 0)).toBe(true);
  expect(poured('a', 1000)).toBe(true);
  expect(poured('a', 1000)).toBe(true);
  expect(poured('a', 1000)).toBe(false);
});

it('does not punish a caller for a clock that was put back', () => {
  const bucket = new LeakyBucket();
  expect(bucket.pour('a', USUAL_LIMIT, 31 * 86_400_000)).toBe(true);
  expect(bucket.pour('a', USUAL_LIMIT, 0)).toBe(true);
});
