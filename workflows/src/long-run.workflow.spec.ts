import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunActivities, RunId, RunStart, SegmentOrder, Skeleton, WorkspaceId } from '@potok/contracts';
import { WORKFLOW_TYPE } from '@potok/contracts/names';

const COUNT = 1200;
const silent = () => undefined;
const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };
const skeleton: Skeleton = {
  main: {
    entry: 'e',
    nodes: [
      { id: 'e', kind: 'each', window: 8 },
      { id: 'a', kind: 'step' },
      { id: 'z', kind: 'step' },
    ],
    edges: [
      { from: 'e', port: 'item', to: 'a' },
      { from: 'e', port: 'done', to: 'z' },
    ],
  },
  paths: [],
  calls: {},
};

let bundle: WorkflowBundleWithSourceMap;
let connection: NativeConnection;
let client: Client;
beforeAll(async () => {
  bundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./index.ts', import.meta.url)),
    webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames: ['source', '...'] } }),
    logger,
  });
  connection = await NativeConnection.connect({ address: process.env['POTOK_TEST_TEMPORAL']! });
  client = new Client({ connection: await Connection.connect({ address: process.env['POTOK_TEST_TEMPORAL']! }) });
}, 60_000);
afterAll(async () => {
  await client.connection.close();
  await connection.close();
});

/** One item's system is down until the run has rolled over; every other answers at once. */
const manyItems = () => {
  const ended: string[] = [];
  const tries: SegmentOrder[] = [];
  const workflowRuns = new Set<string>();
  const activities: RunActivities = {
    runSegment: async (order) => {
      workflowRuns.add(activityInfo().workflowExecution?.runId ?? '');
      if (order.from === 'e') return { kind: 'boundary', at: 'e', count: COUNT };
      if (order.visit === '0/5/0') tries.push(order);
      if (order.visit === '0/5/0' && workflowRuns.size === 1) await untilCalledBack();
      ended.push(order.from === 'z' ? 'z' : order.visit);
      return { kind: 'ended', at: order.from, hasSettledRun: order.from === 'z' };
    },
    undoRun: async () => ({ kind: 'undone' }),
    recordStatus: async () => undefined,
  };
  return { ended, tries, workflowRuns, activities };
};
const untilCalledBack = async () => {
  const signal = cancellationSignal();
  while (!signal.aborted) {
    heartbeat();
    await sleep(200);
  }
  signal.throwIfAborted();
};

it('rolls over in the middle of a for-each, with one item that hangs, and loses and doubles none', async () => {
  const told = manyItems();
  const taskQueue = randomUUID();
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: { code: bundle.code },
    activities: { ...told.activities },
  });
  const input: RunStart = {
    workspaceId: 'ws' as WorkspaceId,
    runId: randomUUID() as RunId,
    planHash: 'p',
    skeleton,
    graph: 'main',
    engine: 2,
    mode: 'live',
  };
  const workflowId = `ws/${input.runId}`;
  await worker.runUntil(client.workflow.execute(WORKFLOW_TYPE, { taskQueue, workflowId, args: [input] }));
  const items = Array.from({ length: COUNT }, (_, item) => `0/${item}/0`);
  expect([...told.ended].sort()).toEqual([...items, 'z'].sort());
  expect(told.tries.map(({ launch }) => launch)).toEqual([told.tries[0]?.launch, told.tries[0]?.launch]);
  expect(told.workflowRuns.size).toBeGreaterThan(1);
  for (const runId of told.workflowRuns) {
    const { historyLength } = await client.workflow.getHandle(workflowId, runId).describe();
    expect(historyLength).toBeLessThan(5000);
  }
}, 180_000);
