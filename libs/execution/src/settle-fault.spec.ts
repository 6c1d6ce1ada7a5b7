import { describe, expect, it } from '@jest/globals';
import { Type as t } from '@sinclair/typebox';
import { NodeFault, type OnFault } from '@potok/contracts';
import { defineNode, defineWait } from '@potok/node-sdk';
import { hostOf, order, planOf, step, world } from './testing/memory-run.js';
import { walkSegment } from './walk-segment.js';

const closed = { additionalProperties: false } as const;
const refusing = defineWait({
  id: 'x.wait',
  version: 1,
  input: t.Object({}, closed),
  output: t.Object({}, closed),
  ports: ['received', 'deadline'],
  event: 'callback',
  open: async () => ({ key: 'k' }),
  take: async () => {
    throw new NodeFault('refused', 'NOT_OURS');
  },
});
const legal = defineNode({
  id: 'x.send',
  version: 1,
  input: t.Object({}, closed),
  output: t.Object({}, closed),
  effect: 'legal',
  sameAs: 'visit',
  run: async () => ({}),
});
const plan = (onFault: OnFault) =>
  planOf(
    [
      [step('s', 'x.send', { effect: 'legal' }), 'step'],
      [step('w', 'x.wait', { isWait: true, onFault }), 'wait'],
      [step('z', 'flow.stop'), 'stop'],
      [step('e', 'flow.stop'), 'stop'],
    ],
    [
      ['s', 'done', 'w'],
      ['w', 'received', 'z'],
      ['w', 'error', 'e'],
    ],
  );

/** A wait that is open, and whose news it then cannot take. */
const failed = async (onFault: OnFault, from = 'w') => {
  const given = world([refusing, legal]);
  await walkSegment(plan(onFault), order(from), hostOf(given));
  const [wait] = given.waits.values();
  given.news.push({ kind: 'event', event: '', at: '', body: {}, id: 'n1', waitId: wait!.id, taken: false });
  const woken = order('w', { entry: { kind: 'wake' }, launch: 2, atVisit: '0' });
  const result = await walkSegment(plan(onFault), woken, hostOf(given));
  return { result, row: given.steps.get('w@0'), wait: [...given.waits.values()][0]?.status };
};

describe('a step of the engine itself that fails', () => {
  const cases = [
    ['flow.for-each', 'each', 'done'],
    ['flow.decide', 'step', 'otherwise'],
    ['flow.call', 'call', 'done'],
  ] as const;
  it.each(cases)('%s keeps its word on faults too', async (type, kind, port) => {
    const params = { items: { $cel: 'trigger.gone' }, branches: [{ port: 'yes', when: { $cel: 'trigger.gone' } }] };
    const walk = async (onFault: OnFault) => {
      const drawn = planOf(
        [
          [step('f', type, { onFault, params }), kind],
          [step('z', 'flow.stop'), 'stop'],
          [step('e', 'flow.stop'), 'stop'],
        ],
        [
          ['f', port, 'z'],
          ['f', 'error', 'e'],
        ],
      );
      const given = world([], {});
      await walkSegment(drawn, order('f'), hostOf(given));
      // A repeated attempt of the segment decides the same.
      given.run.status = 'running';
      return walkSegment(drawn, order('f'), hostOf(given));
    };
    expect(await walk('port')).toMatchObject({ kind: 'stopped', at: 'e' });
    expect(await walk('continue')).toMatchObject({ kind: 'stopped', at: 'z' });
    expect(await walk('park')).toMatchObject({ kind: 'parked', at: 'f' });
  });
});

describe('a wait that fails', () => {
  it('parks and stays open, so that a person can tell it to go on', async () => {
    const { result, row, wait } = await failed('park');
    expect([result.kind, row?.status, wait]).toEqual(['parked', 'faulted', 'open']);
  });

  it('leaves by the error port and is closed', async () => {
    const { result, row, wait } = await failed('port');
    expect([result, row?.port, wait]).toEqual([{ kind: 'stopped', at: 'e', hasSettledRun: true }, 'error', 'closed']);
  });

  it('goes on as if answered, with the fault as output', async () => {
    const { result, row, wait } = await failed('continue');
    expect(result).toMatchObject({ kind: 'stopped', at: 'z' });
    expect(row).toMatchObject({ status: 'done', port: 'received', output: { fault: { code: 'NOT_OURS' } } });
    expect(wait).toBe('closed');
  });

  it('asks for the undo, but not past the point of no return', async () => {
    expect((await failed('undo')).result).toEqual({ kind: 'undo', at: 'w' });
    expect((await failed('undo', 's')).result).toMatchObject({ kind: 'parked', at: 'w' });
  });
});
