import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RunSnapshot, Skeleton } from '@potok/contracts';
import { GraphCore } from './graph-core.js';
import type { Launch } from './launch.js';
import { eachesAround } from './graph-map.js';
import { itemAround } from './visits.js';

const each = (window: number): Skeleton => ({
  main: {
    entry: 'e',
    nodes: [
      { id: 'e', kind: 'each', window },
      { id: 'a', kind: 'step' },
      { id: 'w', kind: 'wait' },
      { id: 'z', kind: 'step' },
    ],
    edges: [
      { from: 'e', port: 'item', to: 'a' },
      { from: 'a', port: 'done', to: 'w' },
      { from: 'e', port: 'done', to: 'z' },
    ],
  },
  paths: [],
  calls: {},
});
const coreOf = (skeleton: Skeleton, resume?: RunSnapshot) => GraphCore.at(skeleton, 'main', { resume, engine: 2 });
const rolled = (skeleton: Skeleton, core: GraphCore) =>
  coreOf(skeleton, JSON.parse(JSON.stringify(core.snapshot())) as RunSnapshot);
const begun = (skeleton: Skeleton, count: number) => {
  const core = coreOf(skeleton);
  for (const launch of core.takeReady()) core.leave(launch, { kind: 'boundary', at: 'e', count });
  return core;
};

describe('a run that is drained', () => {
  it('launches nothing more and is idle when what was in flight has come back', () => {
    const skeleton = each(2);
    const core = begun(skeleton, 5);
    const [first, second] = core.takeReady();
    core.drain();
    core.leave(first!, { kind: 'ended', at: 'a', hasSettledRun: false });
    expect([core.takeReady(), core.hasReady, core.isIdle]).toEqual([[], false, false]);
    core.leave(second!, { kind: 'ended', at: 'a', hasSettledRun: false });
    expect([core.takeReady(), core.hasReady, core.isIdle, core.end]).toEqual([[], false, true, undefined]);
    expect(
      rolled(skeleton, core)
        .takeReady()
        .map(({ visit }) => visit),
    ).toEqual(['0/2/0', '0/3/0']);
  });

  it('launches what was called back again under its number, as it was', () => {
    const skeleton = each(1);
    const core = begun(skeleton, 2);
    const [launch] = core.takeReady();
    core.drain();
    core.giveBack(launch!);
    expect(core.isIdle).toBe(true);
    expect(rolled(skeleton, core).takeReady()).toEqual([launch]);
  });

  it('keeps what came too early, a pause and an undo', () => {
    const skeleton = each(1);
    const core = begun(skeleton, 2);
    const [launch] = core.takeReady();
    core.drain();
    core.take({ id: 'e1', kind: 'event', node: 'w', visit: '0/0/0' });
    core.leave(launch!, { kind: 'waiting', at: 'w', visit: '0/0/0' });
    core.take({ id: 'c1', kind: 'command', command: 'pause' });
    const paused = rolled(skeleton, core);
    expect([paused.takeReady(), paused.status]).toEqual([[], 'paused']);
    paused.take({ id: 'c2', kind: 'command', command: 'resume' });
    expect(paused.takeReady()).toMatchObject([{ from: 'w', entry: { kind: 'wake' } }]);
    core.take({ id: 'c3', kind: 'command', command: 'cancel' });
    expect(rolled(skeleton, core).end).toEqual({ kind: 'undo', as: 'cancelled' });
  });

  it('loses and doubles no item, wherever it rolls over and whatever it calls back', () => {
    const plan = fc.record({
      count: fc.integer({ min: 0, max: 30 }),
      window: fc.integer({ min: 1, max: 6 }),
      moves: fc.array(fc.constantFrom('first', 'last', 'roll', 'call-back'), { maxLength: 60 }),
    });
    fc.assert(
      fc.property(plan, ({ count, window, moves }) => {
        const skeleton = each(window);
        const play = new Play(skeleton, begun(skeleton, count));
        for (const move of moves) play.make(move);
        play.finish();
        expect([...play.done].sort()).toEqual(Array.from({ length: count }, (_, item) => `0/${item}/0`).sort());
        expect(play.core.end).toEqual({ kind: 'done', isSettled: true });
        expect(new Set(play.numbers.values()).size).toBe(play.numbers.size);
      }),
    );
  });
});

/** Plays a run of items; remembers which came to their end, and under which number each was launched. */
class Play {
  readonly done: string[] = [];
  readonly numbers = new Map<string, number>();
  private flight: Launch[] = [];

  constructor(
    private readonly skeleton: Skeleton,
    public core: GraphCore,
  ) {}

  make(move: 'first' | 'last' | 'roll' | 'call-back') {
    this.launch();
    if (move === 'roll' || move === 'call-back') this.roll(move === 'call-back');
    else this.end(move === 'first' ? this.flight.shift() : this.flight.pop());
  }

  finish() {
    this.launch();
    while (this.flight.length > 0) {
      this.end(this.flight.shift());
      this.launch();
    }
  }

  private launch() {
    for (const launch of this.core.takeReady()) {
      const place = `${launch.from}@${launch.visit}`;
      expect(this.numbers.get(place) ?? launch.launch).toBe(launch.launch);
      this.numbers.set(place, launch.launch);
      this.flight.push(launch);
    }
  }

  private roll(isCalledBack: boolean) {
    this.core.drain();
    for (const launch of this.flight) {
      if (isCalledBack) this.core.giveBack(launch);
      else this.end(launch);
    }
    this.flight = [];
    if (this.core.end === undefined) this.core = rolled(this.skeleton, this.core);
  }

  private end(launch: Launch | undefined) {
    if (launch === undefined) return;
    const isLast = launch.from === 'z';
    if (!isLast) this.done.push(launch.visit);
    this.core.leave(launch, { kind: 'ended', at: launch.from, hasSettledRun: isLast });
  }
}

describe('where a node stands', () => {
  it('tells the for-eaches around it', () => {
    expect([...eachesAround(each(1).main)]).toEqual([
      ['e', []],
      ['a', ['e']],
      ['z', []],
      ['w', ['e']],
    ]);
  });

  it.each([
    ['0/3/0', 0, ''],
    ['0/3/0', 1, '0/3'],
    ['0/3/0', 2, undefined],
    ['1/~0/2/14/0/~1/0/5/3', 1, '1/~0/2/14'],
    ['1/~0/2/14/0/~1/0/5/3', 2, '1/~0/2/14/0/~1/0/5'],
    ['0/~1/0', 1, undefined],
  ])('finds in %s the item %d deep', (visit, depth, item) => {
    expect(itemAround(visit, depth)).toBe(item);
  });
});
