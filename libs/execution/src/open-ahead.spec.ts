import { expect, it } from '@jest/globals';
import { Type as t } from '@sinclair/typebox';
import { NodeFault } from '@potok/contracts';
import { defineNode, defineWait } from '@potok/node-sdk';
import { hostOf, order, planOf, step, world } from './testing/memory-run.js';
import { walkSegment } from './walk-segment.js';

const closed = { additionalProperties: false } as const;
const send = defineNode({
  id: 'x.send',
  version: 1,
  input: t.Object({ url: t.String() }, closed),
  output: t.Object({}, closed),
  effect: 'legal',
  sameAs: 'visit',
  run: async () => ({}),
});
/** A wait that cannot be opened while `trouble` stands. */
const answered = (trouble: { now: NodeFault | undefined }) =>
  defineWait({
    id: 'x.wait',
    version: 1,
    input: t.Object({}, closed),
    output: t.Object({}, closed),
    ports: ['received'],
    event: 'callback',
    open: async ({ token, callbackUrl }) => {
      if (trouble.now !== undefined) throw trouble.now;
      return { key: token, offers: { url: callbackUrl } };
    },
    take: async () => ({ port: 'received', output: {} }),
  });
const plan = planOf(
  [
    [step('s', 'x.send', { effect: 'legal', params: { url: { $cel: 'waits.w.url' } }, opensBefore: ['w'] }), 'step'],
    [step('w', 'x.wait'), 'wait'],
  ],
  [['s', 'done', 'w']],
);
const aWorld = (fault: NodeFault) => {
  const trouble: { now: NodeFault | undefined } = { now: fault };
  return { trouble, given: world([send, answered(trouble)]) };
};

it('parks at the step whose answer cannot be waited for, before its effect, and goes on when retried', async () => {
  const { trouble, given } = aWorld(new NodeFault('invalid', 'NO_DEADLINE'));
  await expect(walkSegment(plan, order('s'), hostOf(given))).resolves.toMatchObject({ kind: 'parked', at: 's' });
  expect(given.steps.get('s@0')).toMatchObject({ status: 'faulted', fault: { code: 'NO_DEADLINE' } });
  trouble.now = undefined;
  const again = order('s', { entry: { kind: 'retry' }, launch: 2 });
  await expect(walkSegment(plan, again, hostOf(given))).resolves.toMatchObject({ kind: 'waiting', at: 'w' });
});

it('opens no wait for a step that is passed over', async () => {
  const { given } = aWorld(new NodeFault('invalid', 'NO_DEADLINE'));
  await walkSegment(plan, order('s'), hostOf(given));
  const skip = order('s', { entry: { kind: 'skip' }, launch: 2 });
  await expect(walkSegment(plan, skip, hostOf(given))).resolves.toMatchObject({ kind: 'parked', at: 'w' });
  expect(given.steps.get('s@0')?.status).toBe('skipped');
});
