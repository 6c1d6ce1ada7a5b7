import { expect, it } from '@jest/globals';
import { type Laid, neighbourOf } from './neighbours.js';

const node = (id: string, x: number, y: number) => ({ id, x, y });
const laid: Laid = {
  steps: [node('a', 0, 100), node('b', 300, 0), node('c', 300, 200), node('d', 600, 100), node('alone', 0, 400)],
  links: [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c' },
    { from: 'b', to: 'd' },
    { from: 'd', to: 'a' },
  ],
};

it.each([
  ['b', 'right', 'd'],
  ['b', 'left', 'a'],
  ['b', 'down', 'c'],
  ['c', 'up', 'b'],
  ['d', 'right', 'a'],
  ['c', 'right', 'd'],
  ['alone', 'right', 'c'],
  ['alone', 'down', undefined],
  ['gone', 'left', undefined],
] as const)('leads from %s to the %s to %s', (from, direction, to) => {
  expect(neighbourOf(laid, from, direction)).toBe(to);
});
