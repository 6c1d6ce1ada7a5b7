import { expect, it } from '@jest/globals';
import { Type as t } from '@sinclair/typebox';
import { NodeFault } from '@potok/contracts';
import { defineNode } from '@potok/node-sdk';
import type { UndoHost } from './called-runs.js';
import { hostOf, order, planOf, step, world } from './testing/memory-run.js';
import { undoRun } from './undo-run.js';
import { walkSegment } from './walk-segment.js';

/** This run has called no other. */
const nobody: UndoHost['called'] = {
  find: async () => undefined,
  order: async () => undefined,
  open: async (runId) => Promise.reject(new Error(runId)),
};

it('says whose work is done, in which try, and that it is an undo', async () => {
  let fails = 1;
  const node = defineNode({
    id: 'x.a',
    version: 1,
    input: t.Object({}, { additionalProperties: true }),
    output: t.Object({}, { additionalProperties: false }),
    effect: 'undoable',
    sameAs: 'visit',
    run: async () => {
      if (fails-- > 0) throw new NodeFault('unavailable', 'DOWN');
      return {};
    },
    compensate: async () => undefined,
  });
  const given = world([node]);
  const plan = planOf([[step('a', 'x.a', { effect: 'undoable' }), 'step']], []);
  await expect(walkSegment(plan, order('a'), hostOf(given))).rejects.toMatchObject({ code: 'TRY_LATER' });
  await walkSegment(plan, order('a'), hostOf(given));
  await undoRun(plan, { ...hostOf(given), called: nobody }, { launch: 2, as: 'undone' });
  expect(given.places).toEqual([
    { node: 'a', visit: '0', attempt: 1 },
    { node: 'a', visit: '0', attempt: 2 },
    { node: 'a', visit: '0', isUndo: true },
  ]);
});
