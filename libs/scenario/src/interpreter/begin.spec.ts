import { expect, it } from '@jest/globals';
import type { SegmentResult, Skeleton, SkeletonEdge, SkeletonNode } from '@potok/contracts';
import { GraphCore } from './graph-core.js';
import type { Launch } from './launch.js';

const skeleton = (nodes: SkeletonNode[], edges: [string, string, string][]): Skeleton => ({
  main: { entry: 'a', nodes, edges: edges.map(([from, port, to]): SkeletonEdge => ({ from, port, to })) },
  paths: [],
  calls: {},
});
const step = (id: string): SkeletonNode => ({ id, kind: 'step' });
const wait = (id: string): SkeletonNode => ({ id, kind: 'wait' });
const ended = (at: string): SegmentResult => ({ kind: 'ended', at, hasSettledRun: false });
const only = (launches: readonly Launch[]): Launch => {
  expect(launches).toHaveLength(1);
  return launches[0]!;
};

it('begins in the middle, in the pass of the loop that it is told, and takes its branches', () => {
  const plan = skeleton(
    [
      step('a'),
      wait('w'),
      { id: 'f', kind: 'fork', branches: ['x', 'y'] },
      step('p'),
      step('q'),
      { id: 'j', kind: 'join', mode: 'all', need: 2, arms: 2 },
      step('b'),
    ],
    [
      ['a', 'done', 'w'],
      ['w', 'received', 'f'],
      ['f', 'x', 'p'],
      ['f', 'y', 'q'],
      ['p', 'done', 'j'],
      ['q', 'done', 'j'],
      ['j', 'done', 'b'],
    ],
  );
  const core = GraphCore.at(plan, 'main', { engine: 2, begin: { node: 'w', visit: '2' } });
  const first = only(core.takeReady());
  expect(first).toMatchObject({ from: 'w', visit: '2', entry: { kind: 'enter' }, isAlone: true, launch: 1 });
  core.leave(first, { kind: 'boundary', at: 'f' });
  const branches = core.takeReady();
  expect(branches.map(({ from, visit }) => [from, visit])).toEqual([
    ['p', '2/~0/0'],
    ['q', '2/~1/0'],
  ]);
  for (const branch of branches) core.leave(branch, { kind: 'boundary', at: 'j' });
  const last = only(core.takeReady());
  expect(last).toMatchObject({ from: 'b', visit: '2' });
  core.leave(last, ended('b'));
  expect(core.end).toEqual({ kind: 'done', isSettled: false });
});

it('goes on from its snapshot, wherever it was begun', () => {
  const plan = skeleton(
    [step('a'), wait('w'), step('b')],
    [
      ['a', 'done', 'w'],
      ['w', 'received', 'b'],
    ],
  );
  const begin = { node: 'w', visit: '0' };
  const core = GraphCore.at(plan, 'main', { engine: 2, begin });
  core.leave(only(core.takeReady()), { kind: 'waiting', at: 'w', visit: '0' });
  const rolled = GraphCore.at(plan, 'main', { engine: 2, begin, resume: core.snapshot() });
  expect(rolled.takeReady()).toEqual([]);
  rolled.take({ id: 'e1', kind: 'event', node: 'w', visit: '0' });
  expect(only(rolled.takeReady())).toMatchObject({ from: 'w', entry: { kind: 'wake' } });
});
