import { describe, expect, it } from '@jest/globals';
import { Type as t } from '@sinclair/typebox';
import {
  NodeFault,
  type Plan,
  type PlanStep,
  type RunStatus,
  type SkeletonNode,
  type UndoOrder,
} from '@potok/contracts';
import { defineNode } from '@potok/node-sdk';
import type { UndoFailure, UndoHost } from './called-runs.js';
import { hostOf, order, planOf, step, world, type World } from './testing/memory-run.js';
import { undoRun } from './undo-run.js';
import { walkSegment } from './walk-segment.js';

const closed = { additionalProperties: false } as const;
/** What was undone, in its order; `stuck` are the nodes whose undo is refused. */
const undone: string[] = [];
const stuck = new Set<string>();
/** Nodes whose undo hangs, until its signal ends it in its own way. */
const hanging = new Set<string>();
const node = (id: string) =>
  defineNode({
    id,
    version: 1,
    input: t.Object({}, closed),
    output: t.Object({}, closed),
    effect: 'undoable',
    sameAs: 'visit',
    run: async () => ({}),
    compensate: async ({ signal }) => {
      if (hanging.has(id))
        await new Promise((_, fail) =>
          signal.addEventListener('abort', () => {
            fail(new Error('The operation was aborted due to timeout'));
          }),
        );
      if (stuck.has(id)) throw new NodeFault('refused', 'NO');
      undone.push(id);
    },
  });
const nodes = ['a', 'b', 'x', 'y', 'z'].map((id) => node(`n.${id}`));
const act = (id: string): [PlanStep, SkeletonNode['kind']] => [step(id, `n.${id}`, { effect: 'undoable' }), 'step'];
const calling = (plan: Plan): Plan => ({ ...plan, skeleton: { ...plan.skeleton, calls: { c: 'hash' } } });
const call: [PlanStep, SkeletonNode['kind']] = [step('c', 'flow.call', { params: { scenarioId: 's' } }), 'call'];

interface Called {
  readonly world: World;
  readonly plan: Plan;
  status: RunStatus;
  failure?: UndoFailure;
}
interface Scene {
  readonly caller: World;
  readonly plan: Plan;
  readonly called: Map<string, Called>;
  readonly ordered: { runId: string; id: string; kind: string }[];
}
const undoHost = (scene: Scene, given: World): UndoHost => ({
  ...hostOf(given),
  called: {
    find: async (runId) => {
      const found = scene.called.get(runId);
      if (found === undefined) return undefined;
      const { status, failure } = found;
      const isEnded = ['done', 'undone', 'cancelled', 'closed-by-person'].includes(status);
      return { status, isEnded, ...(failure === undefined ? {} : { failure }) };
    },
    order: async (runId, command) => {
      if (!scene.ordered.some((one) => one.id === command.id && one.runId === runId))
        scene.ordered.push({ runId, ...command });
    },
    open: async (runId) => {
      const { plan, world: rows } = scene.called.get(runId)!;
      return { plan, host: undoHost(scene, rows) };
    },
  },
});
const undo = (scene: Scene, over: Partial<Pick<UndoOrder, 'launch' | 'passOver' | 'again'>> = {}) =>
  undoRun(scene.plan, undoHost(scene, scene.caller), { launch: 9, as: 'cancelled', ...over });

/** a, then a call of x and y, then b: as far as the call when it still goes on. */
const aScene = async (status: RunStatus): Promise<Scene> => {
  undone.length = 0;
  stuck.clear();
  const caller = world(nodes);
  const plan = calling(
    planOf(
      [act('a'), call, act('b')],
      [
        ['a', 'done', 'c'],
        ['c', 'done', 'b'],
      ],
    ),
  );
  await walkSegment(plan, order('a'), hostOf(caller));
  const [runId = ''] = caller.children;
  const inner = { world: world(nodes), plan: planOf([act('x'), act('y')], [['x', 'done', 'y']]) };
  await walkSegment(inner.plan, order('x'), hostOf(inner.world));
  if (status === 'done') {
    caller.endedChildren.add(runId);
    caller.at = new Date(caller.at.getTime() + 1000);
    await walkSegment(plan, order('c', { entry: { kind: 'wake' }, launch: 2, atVisit: '0' }), hostOf(caller));
  }
  return { caller, plan, called: new Map([[runId, { ...inner, status }]]), ordered: [] };
};
const theCalled = ({ called }: Scene) => [...called.entries()][0]!;

describe('undo', () => {
  it('goes backwards over all that ever started, each once', async () => {
    const scene = await aScene('closed-by-person');
    await expect(undo(scene)).resolves.toEqual({ kind: 'undone' });
    await expect(undo(scene)).resolves.toEqual({ kind: 'undone' });
    expect(undone).toEqual(['n.a']);
  });

  it('tries again what hangs beyond its time', async () => {
    const plan = planOf([[step('a', 'n.a', { effect: 'undoable', timeoutMs: 20 }), 'step']], []);
    const scene: Scene = { caller: world(nodes), plan, called: new Map(), ordered: [] };
    await walkSegment(plan, order('a'), hostOf(scene.caller));
    undone.length = 0;
    hanging.add('n.a');
    await expect(undo(scene)).rejects.toMatchObject({ code: 'TRY_LATER', fault: { code: 'STEP_TIMEOUT' } });
    hanging.clear();
    await expect(undo(scene)).resolves.toEqual({ kind: 'undone' });
    expect(undone).toEqual(['n.a']);
  });
});

describe('the undo of a run that has called another', () => {
  it('goes into the called run in its place of the order, and leaves its end as it is', async () => {
    const scene = await aScene('done');
    await expect(undo(scene)).resolves.toEqual({ kind: 'undone' });
    expect(undone).toEqual(['n.b', 'n.y', 'n.x', 'n.a']);
    const [, called] = theCalled(scene);
    expect([...called.world.steps.values()].map((one) => one.status)).toEqual(['undone', 'undone']);
    expect(called.world.run.status).toBe('done');
    expect(scene.caller.steps.get('c@0')?.status).toBe('undone');
    await undo(scene, { launch: 10 });
    expect(undone).toHaveLength(4);
  });

  it('stops a called run that goes on, and waits for its end before it undoes anything', async () => {
    const scene = await aScene('waiting');
    await expect(undo(scene)).resolves.toEqual({ kind: 'waiting' });
    await expect(undo(scene, { launch: 10 })).resolves.toEqual({ kind: 'waiting' });
    const [runId, called] = theCalled(scene);
    expect(scene.ordered).toEqual([{ runId, id: 'caller/run/stop', kind: 'cancel' }]);
    expect(undone).toEqual([]);
    called.status = 'cancelled';
    await expect(undo(scene, { launch: 11 })).resolves.toEqual({ kind: 'undone' });
    expect(undone).toEqual(['n.a']);
    expect([...scene.caller.waits.values()].map((wait) => wait.status)).toEqual(['closed']);
  });

  it('looks from time to time at a called run that was skipped, because its end wakes nobody', async () => {
    const scene = await aScene('waiting');
    const skipped = order('c', { entry: { kind: 'skip' }, launch: 2, atVisit: '0' });
    await walkSegment(scene.plan, skipped, hostOf(scene.caller));
    await expect(undo(scene)).rejects.toMatchObject({ code: 'TRY_LATER', fault: { code: 'CALLED_RUN_OPEN' } });
    expect(scene.ordered.map((one) => one.kind)).toEqual(['cancel']);
  });

  it('needs a person with both causes when the called run cannot be undone, and hands on what the person says', async () => {
    const scene = await aScene('waiting');
    const [runId, called] = theCalled(scene);
    called.failure = { at: { node: 'y', visit: '0' }, fault: { kind: 'refused', code: 'NO', facts: {} } };
    const c = { node: 'c', visit: '0' };
    await expect(undo(scene)).resolves.toEqual({ kind: 'failed', at: 'c', visit: '0' });
    expect(scene.caller.steps.get('c@0')).toMatchObject({
      status: 'undo-failed',
      undoFault: { code: 'CALLED_UNDO_FAILED', facts: { runId, node: 'y', visit: '0', code: 'NO' } },
    });
    expect(scene.caller.run.status).toBe('parked');
    await expect(undo(scene, { launch: 10, again: c })).resolves.toEqual({ kind: 'waiting' });
    await expect(undo(scene, { launch: 11, passOver: c })).resolves.toEqual({ kind: 'waiting' });
    expect(scene.ordered.map((one) => one.kind)).toEqual(['retry-step', 'skip-step']);
  });
});

describe('an ended run whose undo fails under its caller', () => {
  it('stops the caller with both causes, and goes on where it stood when told to try again', async () => {
    const scene = await aScene('done');
    stuck.add('n.x');
    await expect(undo(scene)).resolves.toEqual({ kind: 'failed', at: 'c', visit: '0' });
    const [runId, called] = theCalled(scene);
    expect(called.world.steps.get('x@0')).toMatchObject({ status: 'undo-failed', undoFault: { code: 'NO' } });
    expect(called.world.run.status).toBe('done');
    expect(scene.caller.steps.get('c@0')?.undoFault?.facts).toEqual({ runId, node: 'x', visit: '0', code: 'NO' });
    stuck.clear();
    await expect(undo(scene, { again: { node: 'c', visit: '0' } })).resolves.toEqual({ kind: 'undone' });
    expect(undone).toEqual(['n.b', 'n.y', 'n.x', 'n.a']);
  });

  it('passes over no more than the step that failed', async () => {
    const scene = await aScene('done');
    stuck.add('n.y');
    await undo(scene);
    await expect(undo(scene, { passOver: { node: 'c', visit: '0' } })).resolves.toEqual({ kind: 'undone' });
    expect(undone).toEqual(['n.b', 'n.x', 'n.a']);
    expect(theCalled(scene)[1].world.steps.get('y@0')?.status).toBe('skipped');
  });
});
