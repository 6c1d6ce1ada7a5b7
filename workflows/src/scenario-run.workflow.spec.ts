import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type {
  RunActivities,
  RunStart,
  SegmentGoesOn,
  SegmentOrder,
  SegmentResult,
  Skeleton,
  UndoOrder,
  UndoResult,
  Wake,
} from '@potok/contracts';
import { ENGINE, WAKE_SIGNAL, WORKFLOW_TYPE } from '@potok/contracts/names';

let bundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  bundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./index.ts', import.meta.url)),
    webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames: ['source', '...'] } }),
    logger: {
      log: () => undefined,
      trace: () => undefined,
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    },
  });
}, 60_000);

const line: Skeleton = {
  main: {
    entry: 'a',
    nodes: [
      { id: 'a', kind: 'step' },
      { id: 'w', kind: 'wait' },
      { id: 'b', kind: 'step' },
    ],
    edges: [
      { from: 'a', port: 'done', to: 'w' },
      { from: 'w', port: 'received', to: 'b' },
    ],
  },
  paths: [],
  calls: {},
};
const start = (over: Partial<RunStart> = {}): RunStart =>
  ({
    workspaceId: 'ws',
    runId: randomUUID(),
    planHash: 'p',
    skeleton: line,
    graph: 'main',
    engine: ENGINE,
    mode: 'live',
    ...over,
  }) as RunStart;
const wakeOf = (id: string): Wake => ({ id, kind: 'event', node: 'w', visit: '0' });

/** Activities that answer from a script and remember what they were asked. */
const scripted = (answer: (order: SegmentOrder) => SegmentResult | Promise<SegmentResult>) => {
  const orders: SegmentOrder[] = [];
  const statuses: string[] = [];
  const undone: string[] = [];
  const walk = async (order: SegmentOrder) => {
    orders.push(order);
    return answer(order);
  };
  const activities: RunActivities = {
    trySegment: walk,
    runSegment: walk,
    undoRun: async ({ as }) => {
      undone.push(as);
      return { kind: 'undone' };
    },
    recordStatus: async ({ status }) => void statuses.push(status),
  };
  return { activities, orders, statuses, undone };
};
const waitThenEnd = (order: SegmentOrder): SegmentResult =>
  order.entry.kind === 'enter'
    ? { kind: 'waiting', at: 'w', visit: '0' }
    : { kind: 'ended', at: 'b', hasSettledRun: true };

let connection: NativeConnection;
let client: Client;
beforeAll(async () => {
  connection = await NativeConnection.connect({ address: process.env['POTOK_TEST_TEMPORAL']! });
  client = new Client({ connection: await Connection.connect({ address: process.env['POTOK_TEST_TEMPORAL']! }) });
});
afterAll(async () => {
  await client.connection.close();
  await connection.close();
});

const withWorker = async <T>(activities: RunActivities, work: (taskQueue: string) => Promise<T>): Promise<T> => {
  const taskQueue = randomUUID();
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: { code: bundle.code },
    activities: { ...activities },
  });
  return worker.runUntil(() => work(taskQueue));
};
const begin = (taskQueue: string, input = start()) =>
  client.workflow.start(WORKFLOW_TYPE, { taskQueue, workflowId: `ws/${input.runId}`, args: [input] });
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((done) => setTimeout(done, 10));
};

it('runs a segment, waits, goes on with the event and ends as the segment ends', async () => {
  const script = scripted(waitThenEnd);
  await withWorker(script.activities, async (taskQueue) => {
    const handle = await begin(taskQueue);
    await until(() => script.orders.length === 1);
    await handle.signal(WAKE_SIGNAL, wakeOf('e1'));
    await expect(handle.result()).resolves.toEqual({ status: 'done' });
    const { historyLength, raw } = await handle.describe();
    expect(historyLength).toBeLessThanOrEqual(11);
    expect(Number(raw.workflowExecutionInfo?.stateTransitionCount)).toBeLessThanOrEqual(8);
  });
  expect(script.orders.map((order) => [order.from, order.entry.kind, order.launch, order.isAlone])).toEqual([
    ['a', 'enter', 1, true],
    ['w', 'wake', 2, true],
  ]);
  expect(script.statuses).toEqual([]);
}, 30_000);

it('goes over to an activity of its own when the first try fails, is put off or takes long', async () => {
  const firstTries: (() => Promise<SegmentResult | SegmentGoesOn>)[] = [
    () => Promise.reject(new Error('the worker could not answer')),
    () => Promise.resolve({ kind: 'goes-on', delayMs: 250 }),
  ];
  const script = scripted(waitThenEnd);
  const trySegment = () => firstTries.shift()?.() ?? Promise.reject(new Error('no third try'));
  await withWorker({ ...script.activities, trySegment }, async (taskQueue) => {
    const handle = await begin(taskQueue);
    await until(() => script.orders.length === 1);
    await handle.signal(WAKE_SIGNAL, wakeOf('e1'));
    await expect(handle.result()).resolves.toEqual({ status: 'done' });
  });
  expect(script.orders.map((order) => [order.from, order.delayMs])).toEqual([
    ['a', 0],
    ['w', 250],
  ]);
}, 30_000);

it('runs every segment of an older engine as an activity of its own', async () => {
  const script = scripted(waitThenEnd);
  const trySegment = () => Promise.reject(new Error('engine 1 knows no first try'));
  await withWorker({ ...script.activities, trySegment }, async (taskQueue) => {
    const handle = await begin(taskQueue, start({ engine: 1 }));
    await until(() => script.orders.length === 1);
    await handle.signal(WAKE_SIGNAL, wakeOf('e1'));
    await expect(handle.result()).resolves.toEqual({ status: 'done' });
  });
  expect(script.orders.map((order) => order.delayMs)).toEqual([undefined, undefined]);
}, 30_000);

it('loses no event that comes before the wait, and takes a repeated one once', async () => {
  let open = (): void => undefined;
  const gate = new Promise<void>((done) => (open = done));
  const script = scripted(async (order) => {
    if (order.entry.kind === 'enter') await gate;
    return waitThenEnd(order);
  });
  await withWorker(script.activities, async (taskQueue) => {
    const handle = await begin(taskQueue);
    await until(() => script.orders.length === 1);
    await handle.signal(WAKE_SIGNAL, wakeOf('e1'));
    await handle.signal(WAKE_SIGNAL, wakeOf('e1'));
    open();
    await expect(handle.result()).resolves.toEqual({ status: 'done' });
  });
  expect(script.orders).toHaveLength(2);
}, 30_000);

it('tells of a pause, holds the run, and goes on when resumed', async () => {
  const script = scripted(waitThenEnd);
  await withWorker(script.activities, async (taskQueue) => {
    const handle = await begin(taskQueue);
    await until(() => script.orders.length === 1);
    await handle.signal(WAKE_SIGNAL, { id: 'c1', kind: 'command', command: 'pause' } satisfies Wake);
    await until(() => script.statuses.includes('paused'));
    await handle.signal(WAKE_SIGNAL, wakeOf('e1'));
    await handle.signal(WAKE_SIGNAL, { id: 'c2', kind: 'command', command: 'resume' } satisfies Wake);
    await expect(handle.result()).resolves.toEqual({ status: 'done' });
  });
  expect(script.orders).toHaveLength(2);
}, 30_000);

it('undoes a cancelled run and a run that Temporal itself is told to cancel', async () => {
  const script = scripted(waitThenEnd);
  await withWorker(script.activities, async (taskQueue) => {
    const handle = await begin(taskQueue);
    await until(() => script.orders.length === 1);
    await handle.signal(WAKE_SIGNAL, { id: 'c1', kind: 'command', command: 'cancel' } satisfies Wake);
    await expect(handle.result()).resolves.toEqual({ status: 'cancelled' });
  });
  expect(script.undone).toEqual(['cancelled']);
}, 30_000);

it('begins another pass of the undo when a called run has ended, and ends when nothing is left', async () => {
  const script = scripted(waitThenEnd);
  const passes: UndoResult[] = [
    { kind: 'waiting' },
    { kind: 'failed', at: 'w', visit: '0' },
    { kind: 'waiting' },
    { kind: 'undone' },
  ];
  const orders: UndoOrder[] = [];
  const activities: RunActivities = {
    ...script.activities,
    undoRun: async (order) => {
      orders.push(order);
      return passes[orders.length - 1]!;
    },
  };
  await withWorker(activities, async (taskQueue) => {
    const handle = await begin(taskQueue);
    const tell = async (wake: Wake, after: number) => {
      await until(() => script.orders.length === 1 && orders.length === after);
      await handle.signal(WAKE_SIGNAL, wake);
    };
    await tell({ id: 'c1', kind: 'command', command: 'undo' }, 0);
    await tell(wakeOf('undo-failed/1'), 1);
    await until(() => script.statuses.includes('needs-a-person'));
    await tell({ id: 'c2', kind: 'command', command: 'retry-step', node: 'w', visit: '0' }, 2);
    await tell(wakeOf('ended/1'), 3);
    await expect(handle.result()).resolves.toEqual({ status: 'undone' });
  });
  expect(orders.map(({ launch, again }) => [launch, again])).toEqual([
    [2, undefined],
    [3, undefined],
    [4, { node: 'w', visit: '0' }],
    [5, undefined],
  ]);
  expect(script.statuses).toEqual(['undoing', 'needs-a-person', 'undoing']);
}, 30_000);

it('waits thirty days by its one timer', async () => {
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: process.env['TEMPORAL_TEST_SERVER']! } },
  });
  try {
    const month = 30 * 86_400_000;
    const began = await env.currentTimeMs();
    const script = scripted((order) =>
      order.entry.kind === 'enter'
        ? { kind: 'waiting', at: 'w', visit: '0', deadlineAt: began + month }
        : { kind: 'ended', at: 'b', hasSettledRun: true },
    );
    const taskQueue = randomUUID();
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue,
      workflowBundle: { code: bundle.code },
      activities: { ...script.activities },
    });
    await worker.runUntil(async () => {
      const input = start();
      await env.client.workflow.execute(WORKFLOW_TYPE, { taskQueue, workflowId: `ws/${input.runId}`, args: [input] });
    });
    expect(script.orders.map((order) => order.entry.kind)).toEqual(['enter', 'expire']);
    expect((await env.currentTimeMs()) - began).toBeGreaterThanOrEqual(month);
  } finally {
    await env.teardown();
  }
}, 60_000);

it('begins in the middle when it goes over the steps of another run', async () => {
  const script = scripted(() => ({ kind: 'ended', at: 'b', hasSettledRun: true }));
  await withWorker(script.activities, async (taskQueue) => {
    const handle = await begin(taskQueue, start({ begin: { node: 'b', visit: '2' } }));
    await expect(handle.result()).resolves.toEqual({ status: 'done' });
  });
  expect(script.orders).toEqual([expect.objectContaining({ from: 'b', visit: '2', launch: 1, isAlone: true })]);
}, 30_000);
