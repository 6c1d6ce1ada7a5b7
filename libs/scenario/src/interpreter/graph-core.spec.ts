import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SegmentResult, Skeleton, SkeletonEdge, SkeletonNode, Wake } from '@potok/contracts';
import { GraphCore } from './graph-core.js';
import { mapGraph } from './graph-map.js';
import type { Launch } from './launch.js';

const skeleton = (nodes: SkeletonNode[], edges: [string, string, string][]): Skeleton => ({
  main: { entry: nodes[0]!.id, nodes, edges: edges.map(([from, port, to]): SkeletonEdge => ({ from, port, to })) },
  paths: [],
  calls: {},
});
const step = (id: string): SkeletonNode => ({ id, kind: 'step' });
const wait = (id: string): SkeletonNode => ({ id, kind: 'wait' });
const start = (plan: Skeleton) => GraphCore.at(plan, 'main', { engine: 1 });
const ended = (at: string): SegmentResult => ({ kind: 'ended', at, hasSettledRun: false });
const event = (id: string, node: string, visit = '0'): Wake => ({ id, kind: 'event', node, visit });
const command = (id: string, name: 'pause' | 'resume' | 'cancel' | 'close' | 'retry-step', node?: string): Wake => ({
  id,
  kind: 'command',
  command: name,
  ...(node === undefined ? {} : { node }),
});
const only = (launches: readonly Launch[]): Launch => {
  expect(launches).toHaveLength(1);
  return launches[0]!;
};

describe('the undo of a run that has called others', () => {
  const line = skeleton([step('a'), { id: 'c', kind: 'call' }], [['a', 'done', 'c']]);
  const cancelled = () => {
    const core = start(line);
    core.leave(only(core.takeReady()), { kind: 'waiting', at: 'c', visit: '0' });
    core.take(command('c1', 'cancel'));
    return core;
  };
  const due = { kind: 'undo', as: 'cancelled' };

  it('waits until a called run has ended, then makes another pass', () => {
    const core = cancelled();
    expect(core.startUndo()).toBe(2);
    core.leaveUndo({ kind: 'waiting' });
    expect([core.end, core.status]).toEqual([undefined, 'undoing']);
    core.take(event('ended/1', 'c'));
    expect(core.end).toEqual(due);
    expect(core.startUndo()).toBe(3);
  });

  it('misses no end that comes while a pass is under way', () => {
    const core = cancelled();
    core.startUndo();
    core.take(event('ended/1', 'c'));
    core.leaveUndo({ kind: 'waiting' });
    expect(core.end).toEqual(due);
    core.startUndo();
    core.take(event('ended/2', 'c'));
    core.leaveUndo({ kind: 'failed', at: 'c', visit: '0' });
    expect(core.end).toEqual(due);
  });

  it('goes on by itself when the called run that could not be undone has ended after all', () => {
    const core = cancelled();
    core.startUndo();
    core.leaveUndo({ kind: 'failed', at: 'c', visit: '0' });
    core.take(event('e1', 'a'));
    expect([core.end, core.status]).toEqual([undefined, 'needs-a-person']);
    core.take(event('ended/1', 'c'));
    expect(core.end).toEqual(due);
  });

  it('waits on after it was rolled over', () => {
    const core = cancelled();
    core.startUndo();
    core.leaveUndo({ kind: 'waiting' });
    const resumed = GraphCore.at(line, 'main', { resume: core.snapshot(), engine: 1 });
    expect(resumed.end).toBeUndefined();
    resumed.take(event('ended/1', 'c'));
    expect(resumed.end).toEqual(due);
  });
});

describe('one token', () => {
  const line = skeleton(
    [step('a'), wait('w'), step('b')],
    [
      ['a', 'done', 'w'],
      ['w', 'done', 'b'],
    ],
  );

  it('starts at the entry, alone, and ends when its segment ends', () => {
    const core = start(line);
    const launch = only(core.takeReady());
    expect(launch).toMatchObject({ from: 'a', visit: '0', launch: 1, isAlone: true, entry: { kind: 'enter' } });
    expect(core.takeReady()).toEqual([]);
    core.leave(launch, { kind: 'ended', at: 'b', hasSettledRun: true });
    expect(core.end).toEqual({ kind: 'done', isSettled: true });
  });

  it('goes on at the wait when its event comes, once, however often it is repeated', () => {
    const core = start(line);
    core.leave(only(core.takeReady()), { kind: 'waiting', at: 'w', visit: '0', deadlineAt: 5000 });
    expect([core.status, core.nearestDeadline()]).toEqual(['waiting', 5000]);
    core.take(event('e1', 'w'));
    core.take(event('e1', 'w'));
    expect(only(core.takeReady())).toMatchObject({ from: 'w', entry: { kind: 'wake' } });
    core.take(event('e1', 'w'));
    expect(core.takeReady()).toEqual([]);
  });

  it('keeps an event that comes before its wait is reached', () => {
    const core = start(line);
    const launch = only(core.takeReady());
    core.take(event('e1', 'w'));
    core.leave(launch, { kind: 'waiting', at: 'w', visit: '0' });
    expect(only(core.takeReady())).toMatchObject({ from: 'w', entry: { kind: 'wake' } });
  });

  it('goes on when the time of the wait is up', () => {
    const core = start(line);
    core.leave(only(core.takeReady()), { kind: 'waiting', at: 'w', visit: '0', deadlineAt: 5000 });
    core.expire(4999);
    expect(core.takeReady()).toEqual([]);
    core.expire(5000);
    expect(only(core.takeReady())).toMatchObject({ from: 'w', entry: { kind: 'expire' } });
  });

  it('counts the passes of a loop in the visit', () => {
    const loop = skeleton(
      [step('a'), wait('w')],
      [
        ['a', 'done', 'w'],
        ['w', 'again', 'a'],
      ],
    );
    const core = start(loop);
    core.leave(only(core.takeReady()), { kind: 'waiting', at: 'w', visit: '0' });
    core.take(event('e1', 'w'));
    core.leave(only(core.takeReady()), { kind: 'left', at: 'w', port: 'again' });
    expect(only(core.takeReady())).toMatchObject({ from: 'a', visit: '1' });
  });

  it('holds everything while paused and loses nothing', () => {
    const core = start(line);
    const launch = only(core.takeReady());
    core.take(command('c1', 'pause'));
    core.leave(launch, { kind: 'waiting', at: 'w', visit: '0' });
    core.take(event('e1', 'w'));
    expect([core.takeReady(), core.status, core.end]).toEqual([[], 'paused', undefined]);
    core.take(command('c2', 'resume'));
    expect(only(core.takeReady())).toMatchObject({ from: 'w', entry: { kind: 'wake' } });
  });

  it('undoes when cancelled, only after what is in flight has come back', () => {
    const core = start(line);
    const launch = only(core.takeReady());
    core.take(command('c1', 'cancel'));
    expect(core.end).toBeUndefined();
    core.leave(launch, { kind: 'waiting', at: 'w', visit: '0' });
    expect(core.end).toEqual({ kind: 'undo', as: 'cancelled' });
    core.startUndo();
    core.leaveUndo({ kind: 'failed', at: 'a', visit: '0' });
    expect([core.end, core.status]).toEqual([undefined, 'needs-a-person']);
    core.take(command('c2', 'retry-step', 'a'));
    expect(core.end).toEqual({ kind: 'undo', as: 'cancelled', again: { node: 'a', visit: '0' } });
  });

  it('waits for a person at a parked step and tries it again when told', () => {
    const core = start(line);
    core.leave(only(core.takeReady()), { kind: 'parked', at: 'a', visit: '0' });
    expect(core.status).toBe('needs-a-person');
    core.take(command('c1', 'retry-step', 'b'));
    expect(core.takeReady()).toEqual([]);
    core.take(command('c2', 'retry-step', 'a'));
    expect(only(core.takeReady())).toMatchObject({ from: 'a', entry: { kind: 'retry' } });
  });
});

describe('fork and join', () => {
  const diamond = (need: number) =>
    skeleton(
      [
        { id: 'f', kind: 'fork', branches: ['x', 'y', 'z'] },
        step('a'),
        step('b'),
        step('c'),
        { id: 'j', kind: 'join', mode: 'some', need, arms: 3 },
        step('d'),
      ],
      [
        ['f', 'x', 'a'],
        ['f', 'y', 'b'],
        ['f', 'z', 'c'],
        ['a', 'done', 'j'],
        ['b', 'done', 'j'],
        ['c', 'done', 'j'],
        ['j', 'done', 'd'],
      ],
    );
  const begin = (need: number) => {
    const core = start(diamond(need));
    core.leave(only(core.takeReady()), { kind: 'boundary', at: 'f' });
    return { core, arms: core.takeReady() };
  };

  it('gives each branch its own visit and goes on once when all have come', () => {
    const { core, arms } = begin(3);
    expect(arms.map((arm) => arm.visit)).toEqual(['0/~0/0', '0/~1/0', '0/~2/0']);
    for (const arm of arms) core.leave(arm, { kind: 'boundary', at: 'j' });
    expect(only(core.takeReady())).toMatchObject({ from: 'd', visit: '0', isAlone: true });
  });

  it('goes on with the first for "any" and absorbs the others', () => {
    const { core, arms } = begin(1);
    core.leave(arms[1]!, { kind: 'boundary', at: 'j' });
    const beyond = only(core.takeReady());
    expect(beyond).toMatchObject({ from: 'd', isAlone: false });
    core.leave(beyond, ended('d'));
    core.leave(arms[0]!, { kind: 'boundary', at: 'j' });
    expect(core.end).toBeUndefined();
    core.leave(arms[2]!, ended('c'));
    expect(core.end).toEqual({ kind: 'done', isSettled: false });
  });

  it('never hangs when a branch ends before the join', () => {
    const { core, arms } = begin(3);
    core.leave(arms[0]!, ended('a'));
    core.leave(arms[1]!, { kind: 'boundary', at: 'j' });
    core.leave(arms[2]!, ended('c'));
    expect(only(core.takeReady())).toMatchObject({ from: 'd' });
  });
});

describe('for-each', () => {
  const each = skeleton(
    [{ id: 'e', kind: 'each', window: 2 }, step('a'), step('b')],
    [
      ['e', 'item', 'a'],
      ['a', 'done', 'e'],
      ['e', 'done', 'b'],
    ],
  );

  it('keeps no more items in flight than its window and goes on after the last', () => {
    const core = start(each);
    core.leave(only(core.takeReady()), { kind: 'boundary', at: 'e', count: 5 });
    const visits: string[] = [];
    for (let flight = core.takeReady(); flight[0]?.from === 'a'; flight = core.takeReady()) {
      expect(flight.length).toBeLessThanOrEqual(2);
      for (const item of flight) {
        visits.push(item.visit);
        core.leave(item, ended('a'));
      }
      if (visits.length === 5) break;
    }
    expect(visits.sort()).toEqual(['0/0/0', '0/1/0', '0/2/0', '0/3/0', '0/4/0']);
    expect(only(core.takeReady())).toMatchObject({ from: 'b', visit: '0' });
  });

  it('passes an empty list at once', () => {
    const core = start(each);
    core.leave(only(core.takeReady()), { kind: 'boundary', at: 'e', count: 0 });
    expect(only(core.takeReady())).toMatchObject({ from: 'b' });
  });
});

/** A random plan of forks, for-eaches and waits in series and inside one another. */
type Shape =
  | { kind: 'step' }
  | { kind: 'wait' }
  | { kind: 'fork'; arms: Shape[][] }
  | { kind: 'each'; count: number; body: Shape[] };
const shapes: fc.Arbitrary<Shape[]> = fc.letrec<{ shape: Shape; list: Shape[] }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant<Shape>({ kind: 'step' }),
    fc.constant<Shape>({ kind: 'wait' }),
    fc.record({ kind: fc.constant('fork' as const), arms: fc.array(tie('list'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('each' as const), count: fc.integer({ min: 0, max: 4 }), body: tie('list') }),
  ),
  list: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
})).list;

const draw = (list: readonly Shape[]) => {
  const nodes: SkeletonNode[] = [];
  const edges: [string, string, string][] = [];
  const counts = new Map<string, number>();
  let expected = 0;
  let next = 0;
  const add = (make: (id: string) => SkeletonNode) => {
    const node = make(`n${String((next += 1))}`);
    nodes.push(node);
    return node.id;
  };
  const link = (ends: [string, string][], to: string) => ends.forEach(([from, port]) => edges.push([from, port, to]));
  const series = (items: readonly Shape[], ends: [string, string][], times: number): [string, string][] => {
    for (const item of items) ends = one(item, ends, times);
    return ends;
  };
  const one = (shape: Shape, ends: [string, string][], times: number): [string, string][] => {
    if (shape.kind === 'step' || shape.kind === 'wait') {
      const id = add((name) => ({ id: name, kind: shape.kind }));
      expected += times;
      link(ends, id);
      return [[id, 'done']];
    }
    if (shape.kind === 'each') {
      const id = add((name) => ({ id: name, kind: 'each', window: 2 }));
      counts.set(id, shape.count);
      link(ends, id);
      link(series(shape.body, [[id, 'item']], times * shape.count), id);
      return [[id, 'done']];
    }
    const branches = shape.arms.map((_, index) => `b${String(index)}`);
    const id = add((name) => ({ id: name, kind: 'fork', branches }));
    link(ends, id);
    const arms = shape.arms.flatMap((arm, index) => series(arm, [[id, `b${String(index)}`]], times));
    const join = add((name) => ({
      id: name,
      kind: 'join',
      mode: 'all',
      need: shape.arms.length,
      arms: shape.arms.length,
    }));
    link(arms, join);
    return [[join, 'done']];
  };
  const first = add((name) => ({ id: name, kind: 'step' }));
  expected += 1;
  series(list, [[first, 'done']], 1);
  return { plan: skeleton(nodes, edges), counts, expected };
};

const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor(seed / 65_536);
};

/** Plays a plan to its end, taking the answers in the order that `choose` gives; cuts it in two by a snapshot at times. */
const play = ({ plan, counts }: ReturnType<typeof draw>, choose: () => number) => {
  let core = start(plan);
  const kinds = new Map(plan.main.nodes.map((node) => [node.id, node.kind]));
  const map = mapGraph(plan.main);
  const flight: Launch[] = [];
  const waiting: [string, string][] = [];
  const visited: string[] = [];
  const leaveNode = (launch: Launch, node: string) => {
    visited.push(`${node}@${launch.visit}`);
    const to = map.next(node, 'done');
    if (to !== undefined && map.isBack(node, to)) core.leave(launch, { kind: 'left', at: node, port: 'done' });
    else
      core.leave(
        launch,
        to === undefined
          ? ended(node)
          : { kind: 'boundary', at: to, ...(counts.has(to) ? { count: counts.get(to)! } : {}) },
      );
  };
  for (let steps = 0; core.end === undefined; steps += 1) {
    if (steps > 5000) throw new Error('hangs');
    flight.push(...core.takeReady());
    if (flight.length === 0 && choose() % 2 === 0)
      core = GraphCore.at(plan, 'main', { engine: 1, resume: core.snapshot() });
    const launch = flight.splice(choose() % Math.max(1, flight.length), 1)[0];
    if (launch === undefined) {
      const [node, visit] = waiting.splice(choose() % waiting.length, 1)[0]!;
      core.take(event(`${node}@${visit}`, node, visit));
    } else if (launch.entry.kind === 'enter' && kinds.get(launch.from) === 'wait') {
      waiting.push([launch.from, launch.visit]);
      core.leave(launch, { kind: 'waiting', at: launch.from, visit: launch.visit });
    } else if (['fork', 'each', 'join'].includes(kinds.get(launch.from)!)) {
      core.leave(launch, {
        kind: 'boundary',
        at: launch.from,
        ...(counts.has(launch.from) ? { count: counts.get(launch.from)! } : {}),
      });
    } else leaveNode(launch, launch.from);
  }
  return visited;
};

describe('any plan, in any order of completion', () => {
  it('visits every place exactly once and always the same places, through snapshots too', () => {
    fc.assert(
      fc.property(shapes, fc.nat(), (list, seed) => {
        const drawn = draw(list);
        const visited = play(drawn, dice(seed));
        expect(new Set(visited).size).toBe(visited.length);
        expect(visited).toHaveLength(drawn.expected);
        expect([...visited].sort()).toEqual(play(drawn, () => 0).sort());
      }),
      { numRuns: 300 },
    );
  });
});
