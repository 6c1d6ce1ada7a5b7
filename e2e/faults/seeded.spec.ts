import { expect, it } from '@jest/globals';
import { dice } from './seeded.js';

it('throws the same row for the same seed, and another for another', () => {
  const row = (seed: number) => Array.from({ length: 20 }, dice(seed).roll);
  expect(row(1)).toEqual(row(1));
  expect(row(1)).not.toEqual(row(2));
  expect(row(1).every((one) => one >= 0 && one < 1)).toBe(true);
});

it('reaches both ends and every choice', () => {
  const { between, pick } = dice(7);
  const numbers = Array.from({ length: 200 }, () => between(1, 3));
  expect(new Set(numbers)).toEqual(new Set([1, 2, 3]));
  expect(new Set(Array.from({ length: 200 }, () => pick(['a', 'b'])))).toEqual(new Set(['a', 'b']));
});
