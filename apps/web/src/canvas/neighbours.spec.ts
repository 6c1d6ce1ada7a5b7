import { expect, it } from '@jest/globals';
import type { Drawn } from './drawn.js';
import { neighbourOf } from './neighbours.js';

const node = (id: string, x: number, y: number) => ({ id, type: 'step', position: { x, y } });
const drawn = {
  nodes: [node('a', 0, 100), node('b', 300, 0), node('c', 300, 200), node('d', 600, 100), node('alone', 0, 400)],
  edges: [
    { source: 'a', target: 'b' },
    { source: 'a', target: 'c' },
    { source: 'b', target: 'd' },
    { source: 'd', target: 'a' },
  ],
} as unknown as Drawn;

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
  expect(neighbourOf(drawn, from, direction)).toBe(to);
});
