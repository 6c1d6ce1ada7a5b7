import { describe, expect, it } from '@jest/globals';
import { openingOf, standingStep } from './opening.js';
import type { NodeTrace } from './overlay.js';

const phone = { width: 366, height: 420 };

const step = (id: string, x: number, { y = 0, kind = 'node' } = {}) => ({
  id,
  type: 'step',
  position: { x, y },
  width: 220,
  height: 64,
  data: { kind },
});

/** Ten steps in a line, the trigger first. */
const line = {
  nodes: Array.from({ length: 10 }, (_one, index) =>
    step(`s${index}`, index * 308, { kind: index === 0 ? 'trigger' : 'node' }),
  ),
  edges: Array.from({ length: 9 }, (_one, index) => ({ target: `s${index + 1}` })),
};

const seenAt = (view: NonNullable<ReturnType<typeof openingOf>>, x: number) => x * view.zoom + view.x;

const opened = (...given: Parameters<typeof openingOf>) => {
  const view = openingOf(...given);
  if (view === undefined) throw new Error('nothing to show');
  return view;
};

describe('a drawing on a phone', () => {
  it('begins with its trigger, well inside the view and large enough to be read', () => {
    const view = opened(line, undefined, phone);
    expect(view.zoom).toBeGreaterThanOrEqual(0.6);
    expect(seenAt(view, 0)).toBe(20);
    expect(view.y + 32 * view.zoom).toBeCloseTo(210);
  });

  it('begins with the step that is asked for, in the middle', () => {
    const view = opened(line, 's4', phone);
    expect(seenAt(view, 4 * 308 + 110)).toBeCloseTo(183);
  });

  it('leaves no emptiness beyond its last step', () => {
    const view = opened(line, 's9', phone);
    expect(seenAt(view, 9 * 308 + 220)).toBeCloseTo(346);
  });

  it('is shown whole when it can be read whole', () => {
    const view = opened({ nodes: line.nodes.slice(0, 2), edges: [] }, undefined, phone);
    expect(view.zoom).toBeCloseTo(326 / 528);
    expect([seenAt(view, 0), seenAt(view, 528)]).toEqual([expect.closeTo(20), expect.closeTo(346)]);
  });

  it('without a trigger begins with the step that nothing leads to', () => {
    const back = [step('second', 0), step('first', 3080, { y: 900 })];
    const view = opened({ nodes: back, edges: [{ target: 'second' }] }, 'gone', phone);
    expect(seenAt(view, 3080)).toBeGreaterThan(0);
    expect(seenAt(view, 3300)).toBeLessThan(366);
  });

  it('has no view while it has no step, or no room', () => {
    expect(openingOf({ nodes: [], edges: [] }, undefined, phone)).toBeUndefined();
    expect(openingOf(line, undefined, { width: 0, height: 0 })).toBeUndefined();
  });
});

describe('a run stands', () => {
  const trace = (status: NodeTrace['status']): NodeTrace => ({
    status,
    attempts: 1,
    maxAttempts: 1,
    visits: 1,
    startedAt: '2026-11-24T10:00:00Z',
    waiting: 0,
  });
  const standing = (nodes: readonly (readonly [string, NodeTrace['status']])[]) =>
    standingStep({ nodes: new Map(nodes.map(([id, status]) => [id, trace(status)])), taken: new Map() });

  it('at what failed, before what still waits', () => {
    expect(
      standing([
        ['a', 'done'],
        ['b', 'waiting'],
        ['c', 'faulted'],
      ]),
    ).toBe('c');
    expect(
      standing([
        ['a', 'done'],
        ['b', 'waiting'],
      ]),
    ).toBe('b');
  });

  it('nowhere when it is over, and where there is no run', () => {
    expect(
      standing([
        ['a', 'done'],
        ['b', 'skipped'],
      ]),
    ).toBeUndefined();
    expect(standingStep(undefined)).toBeUndefined();
  });
});
