import { describe, expect, it } from '@jest/globals';
import type { Skeleton, Wake } from '@potok/contracts';
import { GraphCore } from './graph-core.js';
import type { Launch } from './launch.js';

const rounds: Skeleton = {
  main: {
    entry: 'a',
    nodes: [
      { id: 'a', kind: 'step' },
      { id: 'w', kind: 'wait' },
    ],
    edges: [
      { from: 'a', port: 'done', to: 'w' },
      { from: 'w', port: 'again', to: 'a' },
    ],
  },
  paths: [],
  calls: {},
};
const event = (id: string, visit: string): Wake => ({ id, kind: 'event', node: 'w', visit });
const command = (id: string, name: 'pause' | 'resume' | 'retry-step'): Wake => ({ id, kind: 'command', command: name });
const only = (launches: readonly Launch[]): Launch => {
  expect(launches).toHaveLength(1);
  return launches[0]!;
};
/** Plays one round: the wait is reached, woken by `wakes`, and left. */
const goRound = (core: GraphCore, visit: string, wakes: readonly Wake[]) => {
  core.leave(only(core.takeReady()), { kind: 'waiting', at: 'w', visit });
  for (const wake of wakes) core.take(wake);
  core.leave(only(core.takeReady()), { kind: 'left', at: 'w', port: 'again' });
};
/** As through continue-as-new, where a snapshot is plain JSON. */
const rolled = (core: GraphCore, engine: number) =>
  GraphCore.at(rounds, 'main', { resume: JSON.parse(JSON.stringify(core.snapshot())) as never, engine });

describe('a run that goes round for years', () => {
  it('keeps nothing of events that came to a wait which it has left', () => {
    const core = GraphCore.at(rounds, 'main', { engine: 1 });
    for (let round = 0; round < 50; round += 1) {
      const visit = String(round);
      // The answer, the deadline of a moved clock, and one that comes late to the wait before.
      const late = round === 0 ? [] : [event(`late/${visit}`, String(round - 1))];
      goRound(core, visit, [event(`answer/${visit}`, visit), event(`expired/${visit}`, visit), ...late]);
    }
    expect(core.snapshot().early.length).toBeLessThanOrEqual(1);
  });

  it('keeps what came before its wait was reached, once', () => {
    const core = GraphCore.at(rounds, 'main', { engine: 1 });
    core.take(event('e1', '1'));
    core.take(event('e2', '1'));
    goRound(core, '0', [event('e3', '0')]);
    expect(core.snapshot().early).toEqual([{ node: 'w', visit: '1' }]);
    core.leave(only(core.takeReady()), { kind: 'waiting', at: 'w', visit: '1' });
    expect(only(core.takeReady())).toMatchObject({ from: 'w', entry: { kind: 'wake' } });
  });

  it('obeys no command twice, however much has come between', () => {
    const core = GraphCore.at(rounds, 'main', { engine: 2 });
    core.take(command('pause-1', 'pause'));
    core.take(command('resume-1', 'resume'));
    for (let round = 0; round < 600; round += 1)
      goRound(core, String(round), [event(`answer/${round}`, String(round))]);
    const resumed = rolled(core, 2);
    for (const one of [core, resumed]) {
      one.take(command('pause-1', 'pause'));
      expect(one.status).toBe('running');
    }
  });

  it('of engine 1 does as it did: a command is forgotten after five hundred signals', () => {
    const core = GraphCore.at(rounds, 'main', { engine: 1 });
    core.take(command('pause-1', 'pause'));
    core.take(command('resume-1', 'resume'));
    for (let round = 0; round < 600; round += 1)
      goRound(core, String(round), [event(`answer/${round}`, String(round))]);
    core.take(command('pause-1', 'pause'));
    expect(core.status).toBe('paused');
  });
});
