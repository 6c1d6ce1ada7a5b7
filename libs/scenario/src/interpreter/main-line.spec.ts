import { expect, it } from '@jest/globals';
import type { SkeletonGraph } from '@potok/contracts';
import { framesAround, nodesFrom } from './main-line.js';

/** a → each e (b → fork f (c | d) → join j) → h → fork g (k | l) → join m → z, and z back to h. */
const graph: SkeletonGraph = {
  entry: 'a',
  nodes: [
    ...['a', 'b', 'c', 'd', 'h', 'k', 'l', 'z'].map((id) => ({ id, kind: 'step' as const })),
    { id: 'e', kind: 'each', window: 1 },
    ...['f', 'g'].map((id) => ({ id, kind: 'fork' as const, branches: ['p', 'q'] })),
    ...['j', 'm'].map((id) => ({ id, kind: 'join' as const, mode: 'all' as const, need: 2, arms: 2 })),
  ],
  edges: [
    ['a', 'done', 'e'],
    ['e', 'item', 'b'],
    ['b', 'done', 'f'],
    ['f', 'p', 'c'],
    ['f', 'q', 'd'],
    ['c', 'done', 'j'],
    ['d', 'done', 'j'],
    ['j', 'done', 'e'],
    ['e', 'done', 'h'],
    ['h', 'done', 'g'],
    ['g', 'p', 'k'],
    ['g', 'q', 'l'],
    ['k', 'done', 'm'],
    ['l', 'done', 'm'],
    ['m', 'done', 'z'],
    ['z', 'again', 'h'],
  ].map(([from = '', port = '', to = '']) => ({ from, port, to })),
};

it('tells the outermost fork or for-each of every node, and none on the main line', () => {
  expect(Object.fromEntries(framesAround(graph))).toEqual({
    b: 'e',
    f: 'e',
    c: 'e',
    d: 'e',
    j: 'e',
    k: 'g',
    l: 'g',
    m: 'g',
  });
});

it('lists what a run can come to from a node, also by a way back', () => {
  expect(nodesFrom(graph, 'm')).toEqual(['m', 'z', 'h', 'g', 'k', 'l']);
});
