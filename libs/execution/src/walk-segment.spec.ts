import { describe, expect, it } from '@jest/globals';
import { Type as t } from '@sinclair/typebox';
import { NodeFault, type PlanStep, type SegmentResult } from '@potok/contracts';
import { defineNode, defineWait } from '@potok/node-sdk';
import { TryLater } from './retry.js';
import { FenceLost } from './step-store.js';
import { hostOf, order, planOf, step, world } from './testing/memory-run.js';
import { walkSegment } from './walk-segment.js';

const closed = { additionalProperties: false } as const;

/** A node that counts what it did in the world, by key. */
const counted = (id: string, over: { readonly fail?: () => void; readonly effect?: 'undoable' | 'legal' } = {}) => {
  const did: string[] = [];
  const undid: string[] = [];
  const shape = {
    id,
    version: 1,
    input: t.Object({ sum: t.Optional(t.String()) }, closed),
    output: t.Object({ key: t.String() }, closed),
    sameAs: 'visit' as const,
  };
  const run = async ({ key }: { readonly key: string }) => {
    did.push(key);
    over.fail?.();
    return { key };
  };
  const node =
    over.effect === 'legal'
      ? defineNode({ ...shape, effect: 'legal', run })
      : defineNode({ ...shape, effect: 'undoable', run, compensate: async ({ key }) => void undid.push(key) });
  return { node, did, undid };
};
const failing = (times: number, fault: NodeFault) => {
  let left = times;
  return () => {
    if (left > 0) {
      left -= 1;
      throw fault;
    }
  };
};
const callback = defineWait({
  id: 'flow.callback',
  version: 1,
  input: t.Object({}, closed),
  output: t.Object({ body: t.Unknown() }, closed),
  ports: ['received', 'deadline'],
  event: 'callback',
  open: async ({ token, callbackUrl, now }) => ({
    key: token,
    offers: { url: callbackUrl },
    deadline: new Date(now.getTime() + 60_000),
  }),
  take: async (_work, news) =>
    news.kind === 'event'
      ? { port: 'received', output: { body: news.body } }
      : { port: 'deadline', output: { body: null } },
});

describe('effects', () => {
  const plan = planOf(
    [
      [step('a', 'x.a', { effect: 'undoable', params: { sum: { $cel: 'trigger.sum' } } }), 'step'],
      [step('b', 'x.b', { effect: 'undoable' }), 'step'],
    ],
    [['a', 'done', 'b']],
  );

  it('lets no step of a trial run act through no account', async () => {
    const [a, b] = [counted('x.a'), counted('x.b')];
    const given = world([a.node, b.node], { sum: '1.00' }, 'trial');
    await expect(walkSegment(plan, order('a', { mode: 'trial' }), hostOf(given))).resolves.toMatchObject({
      kind: 'parked',
    });
    expect(given.steps.get('a@0')?.fault).toMatchObject({ kind: 'refused', code: 'TRIAL_ACTS_OUTSIDE' });
    expect([a.did, b.did]).toEqual([[], []]);
  });

  it('commits `started` before the act and the result before the next act', async () => {
    const [a, b] = [counted('x.a'), counted('x.b')];
    const given = world([a.node, b.node], { sum: '1.00' });
    await expect(walkSegment(plan, order('a'), hostOf(given))).resolves.toEqual({
      kind: 'ended',
      at: 'b',
      hasSettledRun: true,
    });
    expect(given.commits.map((commit) => commit.steps.map((one) => `${one.node} ${one.status}`))).toEqual([
      ['a started'],
      ['a done', 'b started'],
      ['b done'],
    ]);
    expect(given.steps.get('a@0')).toMatchObject({ input: { sum: '1.00' }, port: 'done' });
    expect(given.run.status).toBe('done');
  });

  it('goes on after the last written step and gives a repeated act the same key', async () => {
    const [a, b] = [counted('x.a'), counted('x.b', { fail: failing(1, new NodeFault('unavailable', 'DOWN')) })];
    const given = world([a.node, b.node], { sum: '1.00' });
    await expect(walkSegment(plan, order('a'), hostOf(given))).rejects.toMatchObject({
      code: 'TRY_LATER',
      delayMs: 1000,
    });
    await walkSegment(plan, order('a'), hostOf(given));
    expect(a.did).toHaveLength(1);
    expect(b.did).toHaveLength(2);
    expect(new Set(b.did).size).toBe(1);
  });

  it('writes nothing when another attempt has begun, and the other one goes on', async () => {
    const [a, b] = [counted('x.a'), counted('x.b')];
    const given = world([a.node, b.node], { sum: '1.00' });
    const late = hostOf(given);
    const commit = late.store.commit.bind(late.store);
    late.store.commit = async (changes) => {
      if (changes.steps.some((one) => one.status === 'done')) await given.attempt().begin({ kind: 'undo', calls: [] });
      return commit(changes);
    };
    await expect(walkSegment(plan, order('a'), late)).rejects.toBeInstanceOf(FenceLost);
    expect(given.steps.get('a@0')?.status).toBe('started');
    await walkSegment(plan, order('a'), hostOf(given));
    expect(new Set(a.did).size).toBe(1);
  });
});

describe('faults', () => {
  const run = async (fault: NodeFault, over: Partial<PlanStep>, times = 99) => {
    const a = counted('x.a', { fail: failing(times, fault) });
    const given = world([a.node]);
    const plan = planOf(
      [
        [step('a', 'x.a', { effect: 'undoable', ...over }), 'step'],
        [step('e', 'flow.stop'), 'stop'],
      ],
      [['a', 'error', 'e']],
    );
    let result: SegmentResult | undefined;
    for (let tries = 0; result === undefined && tries < 10; tries += 1) {
      result = await walkSegment(plan, order('a'), hostOf(given)).catch((error: unknown) => {
        if (error instanceof TryLater) return undefined;
        throw error;
      });
    }
    return { result, given, a };
  };

  it('parks what a person must mend, with the fault on the step and the run', async () => {
    const { result, given } = await run(new NodeFault('invalid', 'BAD_SUM', { facts: { sum: '1' } }), {});
    expect(result).toEqual({ kind: 'parked', at: 'a', visit: '0' });
    expect(given.steps.get('a@0')).toMatchObject({
      status: 'faulted',
      fault: { code: 'BAD_SUM', facts: { sum: '1' } },
    });
    expect(given.run.status).toBe('parked');
  });

  it('tries an unavailable system as often as the policy says, then parks; Retry-After has the last word', async () => {
    const { result, a, given } = await run(new NodeFault('unavailable', 'DOWN', { retryAfterMs: 90_000 }), {});
    expect([result?.kind, a.did.length]).toEqual(['parked', 3]);
    expect(given.steps.get('a@0')?.attempts.map((one) => one.fault?.code)).toEqual(['DOWN', 'DOWN', 'DOWN']);
    expect(given.commits[1]?.steps[0]?.nextTryAt).toEqual(new Date(given.at.getTime() + 90_000));
  });

  it('tries again when a person says so, counting anew', async () => {
    const { given, a } = await run(new NodeFault('unavailable', 'DOWN'), {}, 3);
    const plan = planOf([[step('a', 'x.a', { effect: 'undoable' }), 'step']], []);
    await expect(walkSegment(plan, order('a', { entry: { kind: 'retry' } }), hostOf(given))).resolves.toMatchObject({
      kind: 'ended',
    });
    expect(new Set(a.did).size).toBe(1);
  });

  it('leaves by the error port with the fault as output', async () => {
    const { result, given } = await run(new NodeFault('refused', 'NO'), { onFault: 'port' });
    expect(result).toEqual({ kind: 'stopped', at: 'e', hasSettledRun: true });
    expect(given.steps.get('a@0')).toMatchObject({ status: 'done', port: 'error', output: { fault: { code: 'NO' } } });
  });

  it('asks for the undo, but not past the point of no return', async () => {
    expect((await run(new NodeFault('refused', 'NO'), { onFault: 'undo' })).result).toEqual({ kind: 'undo', at: 'a' });
    const sent = counted('x.send', { effect: 'legal' });
    const a = counted('x.a', { fail: failing(9, new NodeFault('refused', 'NO')) });
    const plan = planOf(
      [
        [step('s', 'x.send', { effect: 'legal' }), 'step'],
        [step('a', 'x.a', { effect: 'undoable', onFault: 'undo' }), 'step'],
      ],
      [['s', 'done', 'a']],
    );
    await expect(walkSegment(plan, order('s'), hostOf(world([sent.node, a.node])))).resolves.toMatchObject({
      kind: 'parked',
    });
  });
});

describe('waits', () => {
  const plan = planOf(
    [
      [step('s', 'x.a', { effect: 'undoable', params: { sum: { $cel: 'waits.w.url' } }, opensBefore: ['w'] }), 'step'],
      [step('w', 'flow.callback', { isWait: true }), 'wait'],
      [step('z', 'flow.stop'), 'stop'],
    ],
    [
      ['s', 'done', 'w'],
      ['w', 'received', 'z'],
    ],
  );

  it('opens a wait before the effect that it answers, and lends its address to it', async () => {
    const a = counted('x.a');
    const given = world([a.node, callback]);
    await expect(walkSegment(plan, order('s'), hostOf(given))).resolves.toMatchObject({
      kind: 'waiting',
      at: 'w',
      deadlineAt: given.at.getTime() + 60_000,
    });
    expect(given.commits[0]?.openWaits).toHaveLength(1);
    expect(given.steps.get('s@0')?.input).toEqual({ sum: 'https://potok.example/callbacks/token' });
    expect(given.run.status).toBe('waiting');
  });

  it('goes on at once when the answer came before the wait was reached', async () => {
    const given = world([]);
    const a = counted('x.a', {
      fail: () =>
        void given.news.push({
          kind: 'event',
          event: '',
          at: '',
          body: { ok: true },
          id: 'n1',
          waitId: [...given.waits.keys()][0]!,
          taken: false,
        }),
    });
    given.definitions = [a.node, callback];
    await expect(walkSegment(plan, order('s'), hostOf(given))).resolves.toMatchObject({ kind: 'stopped' });
    expect(given.steps.get('w@0')).toMatchObject({ status: 'done', port: 'received', output: { body: { ok: true } } });
    expect([...given.waits.values()][0]?.status).toBe('answered');
  });

  it('takes the news when woken, and leaves by the deadline when its time is up', async () => {
    const given = world([counted('x.a').node, callback]);
    await walkSegment(plan, order('s'), hostOf(given));
    const woken = { entry: { kind: 'wake' } as const, launch: 2, atVisit: '0' };
    await expect(walkSegment(plan, order('w', woken), hostOf(given))).resolves.toMatchObject({ kind: 'waiting' });
    await expect(
      walkSegment(plan, order('w', { ...woken, entry: { kind: 'expire' } }), hostOf(given)),
    ).resolves.toMatchObject({ kind: 'ended', at: 'w' });
    expect(given.steps.get('w@0')?.port).toBe('deadline');
  });
});

describe('for-each and decisions', () => {
  it('fixes the list when it is reached and gives each item its own', async () => {
    const a = counted('x.a');
    const plan = planOf(
      [
        [step('e', 'flow.for-each', { params: { items: { $cel: 'trigger.lines' } } }), 'each'],
        [step('a', 'x.a', { effect: 'undoable', params: { sum: { $cel: 'item.sum' } } }), 'step'],
      ],
      [
        ['e', 'item', 'a'],
        ['a', 'done', 'e'],
      ],
    );
    const given = world([a.node], { lines: [{ sum: '1' }, { sum: '2' }] });
    await expect(walkSegment(plan, order('e'), hostOf(given))).resolves.toEqual({
      kind: 'boundary',
      at: 'e',
      count: 2,
    });
    await expect(
      walkSegment(plan, order('a', { visit: '0/1/0', launch: 2, isAlone: false }), hostOf(given)),
    ).resolves.toEqual({ kind: 'left', at: 'a', port: 'done' });
    expect(given.steps.get('a@0/1/0')?.input).toEqual({ sum: '2' });
  });

  it('takes the first branch that holds, else the other way', async () => {
    const plan = planOf(
      [
        [
          step('d', 'flow.decide', { params: { branches: [{ port: 'big', when: { $cel: 'trigger.n > 5' } }] } }),
          'step',
        ],
        [step('x', 'flow.stop'), 'stop'],
        [step('y', 'flow.stop'), 'stop'],
      ],
      [
        ['d', 'big', 'x'],
        ['d', 'otherwise', 'y'],
      ],
    );
    await expect(walkSegment(plan, order('d'), hostOf(world([], { n: 9 })))).resolves.toMatchObject({ at: 'x' });
    await expect(walkSegment(plan, order('d'), hostOf(world([], { n: 1 })))).resolves.toMatchObject({ at: 'y' });
  });
});

describe('a call of another scenario', () => {
  it('starts it once under an id of the visit, waits for its end, and goes on with how it ended', async () => {
    const call = step('c', 'flow.call', { params: { scenarioId: 's', input: { $cel: 'trigger' } } });
    const drawn = planOf(
      [
        [call, 'call'],
        [step('z', 'flow.stop'), 'stop'],
      ],
      [['c', 'done', 'z']],
    );
    const plan = { ...drawn, skeleton: { ...drawn.skeleton, calls: { c: 'hash' } } };
    const given = world([], { dealId: '7' });
    await expect(walkSegment(plan, order('c'), hostOf(given))).resolves.toMatchObject({ kind: 'waiting', at: 'c' });
    await expect(walkSegment(plan, order('c'), hostOf(given))).resolves.toMatchObject({ kind: 'waiting', at: 'c' });
    const [child = ''] = given.children;
    expect(given.children.size).toBe(1);
    given.endedChildren.add(child);
    const woken = order('c', { entry: { kind: 'wake' }, launch: 2, atVisit: '0' });
    await expect(walkSegment(plan, woken, hostOf(given))).resolves.toMatchObject({ kind: 'stopped', at: 'z' });
    expect(given.steps.get('c@0')).toMatchObject({ status: 'done', output: { runId: child, status: 'done' } });
  });
});
