import { expect, it } from '@jest/globals';
import { byPath } from './journey-order.mjs';

it('puts journeys in the order of their paths, whatever order jest found them in', () => {
  const paths = [
    '/r/e2e/journeys/b.journey.spec.ts',
    '/r/e2e/faults/z.journey.spec.ts',
    '/r/e2e/journeys/B.journey.spec.ts',
  ];
  const sorted = [paths[1], paths[2], paths[0]];
  expect(byPath(paths.map((path) => ({ path }))).map(({ path }) => path)).toEqual(sorted);
  expect(byPath(paths.toReversed().map((path) => ({ path }))).map(({ path }) => path)).toEqual(sorted);
});
