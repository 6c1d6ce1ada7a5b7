import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { RunActivities, RunStart, SegmentOrder, SegmentResult, Skeleton, Wake } from '@potok/contracts';
import { WAKE_SIGNAL, WORKFLOW_TYPE } from '@potok/contracts/names';

let bundle: WorkflowBundleWithSourceMap;
let connection: NativeConnection;
let client: Client;
beforeAll(async () => {
  const silent = () => undefined;
  bundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./index.ts', import.meta.url)),
    webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames: ['source', '...'] } }),
    logger: { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent },
  });
  connection = await NativeConnection.connect({ address: process.env['POTOK_TEST_TEMPORAL']! });
  client = new Client({ connection: await Connection.connect({ address: process.env['POTOK_TEST_TEMPORAL']! }) });
}, 60_000);
afterAll(async () => {
  await client.connection.close();
  await connection.close();
});

const graph = (nodes: Skeleton['main']['nodes'], edges: [string, string, string][]): Skeleton => ({
  main: { entry: 'a', nodes, edges: edges.map(([from, port, to]) => ({ from, port, to })) },
  paths: [],
  calls: {},
});
/** Asks, waits for the answer, asks again. */
const rounds = graph(
  [
    { id: 'a', kind: 'step' },
    { id: 'w', kind: 'wait' },
  ],
  [
    ['a', 'done', 'w'],
    ['w', 'again', 'a'],
  ],
);
/** Waits for an answer to every item of a list. */
const items = graph(
  [
    { id: 'a', kind: 'step' },
    { id: 'e', kind: 'each', window: 10 },
    { id: 'i', kind: 'wait' },
    { id: 'b', kind: 'step' },
  ],
  [
    ['a', 'done', 'e'],
    ['e', 'item', 'i'],
    ['i', 'received', 'e'],
    ['e', 'done', 'b'],
  ],
);
const start = (skeleton: Skeleton, rollAt: number): RunStart =>
  ({
    workspaceId: 'ws',
    runId: randomUUID(),
    planHash: 'p',
    skeleton,
    graph: 'main',
    engine: 2,
    mode: 'live',
    rollAt,
  }) as RunStart;

interface Played {
  /** `node entry visit`, in the order in which the segments ran. */
  readonly segments: readonly string[];
  /** Length of each history that the run went through. */
  readonly lengths: readonly number[];
}

/** Plays a run to its end: `answer` is its segments, `during` what happens to it meanwhile. */
const play = async (
  of: { readonly client: Client; readonly connection: NativeConnection },
  input: RunStart,
  script: {
    readonly answer: (order: SegmentOrder) => SegmentResult | Promise<SegmentResult>;
    readonly during?: (handle: WorkflowHandle) => Promise<void>;
  },
): Promise<Played> => {
  const segments: string[] = [];
  const walk = async (order: SegmentOrder) => {
    segments.push(`${order.from} ${order.entry.kind} ${order.atVisit ?? order.visit}`);
    return script.answer(order);
  };
  const activities: RunActivities = {
    trySegment: (order) => walk(order).catch(() => ({ kind: 'goes-on', delayMs: 0 })),
    runSegment: walk,
    undoRun: async () => ({ kind: 'undone' }),
    recordStatus: async () => undefined,
  };
  const taskQueue = randomUUID();
  const worker = await Worker.create({
    connection: of.connection,
    taskQueue,
    workflowBundle: { code: bundle.code },
    activities: { ...activities },
  });
  const workflowId = `ws/${input.runId}`;
  const handle = await of.client.workflow.start(WORKFLOW_TYPE, { taskQueue, workflowId, args: [input] });
  await worker.runUntil(async () => {
    const [ended] = await Promise.all([handle.result(), script.during?.(handle)]);
    expect(ended).toEqual({ status: 'done' });
  });
  return { segments, lengths: await lengthsOf(of.client, workflowId, handle.firstExecutionRunId) };
};

const lengthsOf = async (of: Client, workflowId: string, first: string): Promise<number[]> => {
  const lengths: number[] = [];
  for (let runId: string | null | undefined = first; runId;) {
    const { events } = await of.workflow.getHandle(workflowId, runId).fetchHistory();
    lengths.push(events?.length ?? 0);
    runId = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return lengths;
};

const eventFor = (node: string, visit: string): Wake => ({ id: `event/${node}/${visit}`, kind: 'event', node, visit });
const ended = (at: string): SegmentResult => ({ kind: 'ended', at, hasSettledRun: true });

it('takes each of hundreds of signals once, sent at full rate over many roll-overs', async () => {
  const [count, atOnce] = [120, 20];
  let woken = 0;
  const { segments, lengths } = await play({ client, connection }, start(rounds, 60), {
    answer: (order) => {
      if (order.entry.kind === 'enter') return { kind: 'waiting', at: 'w', visit: order.visit };
      woken += 1;
      return order.visit === String(count - 1) ? ended('w') : { kind: 'left', at: 'w', port: 'again' };
    },
    // Each twice, none waits for another; the next lot comes while the run is busy with the last, or rolls over.
    during: async (handle) => {
      for (let sent = 0; sent < count; sent += atOnce) {
        while (woken < sent - atOnce / 2) await new Promise((done) => setTimeout(done, 1));
        const visits = Array.from({ length: atOnce }, (_, at) => String(sent + at));
        const wakes = [...visits, ...visits].map((visit) => eventFor('w', visit));
        await Promise.all(wakes.map((wake) => handle.signal(WAKE_SIGNAL, wake)));
      }
    },
  });
  expect(segments.filter((segment) => segment.startsWith('w wake'))).toEqual(
    Array.from({ length: count }, (_, at) => `w wake ${String(at)}`),
  );
  expect(lengths.length).toBeGreaterThan(3);
}, 120_000);

it('rolls over although something is always under way, and takes the answer to each item once', async () => {
  const count = 100;
  const asked: string[] = [];
  const { segments, lengths } = await play({ client, connection }, start(items, 100), {
    answer: (order) => {
      if (order.from === 'a') return { kind: 'boundary', at: 'e', count };
      if (order.from === 'b') return ended('b');
      if (order.entry.kind === 'wake') return { kind: 'left', at: 'i', port: 'received' };
      asked.push(order.visit);
      return { kind: 'waiting', at: 'i', visit: order.visit };
    },
    during: async (handle) => {
      for (let told = 0; told < count;) {
        const visit = asked[told];
        if (visit === undefined) await new Promise((done) => setTimeout(done, 1));
        else {
          told += 1;
          await Promise.all([1, 2].map(() => handle.signal(WAKE_SIGNAL, eventFor('i', visit))));
        }
      }
    },
  });
  const woken = segments.filter((segment) => segment.startsWith('i wake'));
  expect([woken.length, new Set(woken).size]).toEqual([count, count]);
  // What was under way when the length was reached still comes back into the same history.
  expect(Math.max(...lengths)).toBeLessThan(400);
  expect(lengths.length).toBeGreaterThan(3);
}, 120_000);

it('holds nothing back for long when a segment is tried again and again', async () => {
  const count = 15;
  let isMended = false;
  const { segments } = await play({ client, connection }, start(items, 40), {
    answer: async (order) => {
      if (order.from === 'a') return { kind: 'boundary', at: 'e', count };
      if (order.from === 'b') return ended('b');
      if (order.visit === '0/0/0') {
        if (!isMended) throw new Error('the operator does not answer');
        return { kind: 'left', at: 'i', port: 'received' };
      }
      isMended ||= order.visit === `0/${String(count - 1)}/0`;
      return { kind: 'left', at: 'i', port: 'received' };
    },
  });
  expect(new Set(segments.filter((segment) => segment.startsWith('i '))).size).toBe(count);
}, 180_000);

it('wakes after a year and five hundred reminders', async () => {
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: process.env['TEMPORAL_TEST_SERVER']! } },
  });
  try {
    const reminders = 500;
    const everyMs = (365 * 86_400_000) / reminders;
    const began = await env.currentTimeMs();
    const input = start(rounds, 500);
    const { segments, lengths } = await play({ client: env.client, connection: env.nativeConnection }, input, {
      answer: async (order) => {
        if (order.entry.kind === 'wake') return ended('w');
        if (order.entry.kind === 'expire') return { kind: 'left', at: 'w', port: 'again' };
        const isLast = order.visit === String(reminders);
        // Sent from here, because the server skips time whenever nothing is under way.
        if (isLast)
          await env.client.workflow.getHandle(`ws/${input.runId}`).signal(WAKE_SIGNAL, eventFor('w', order.visit));
        const deadlineAt = began + everyMs * (Number(order.visit) + 1);
        return { kind: 'waiting', at: 'w', visit: order.visit, ...(isLast ? {} : { deadlineAt }) };
      },
    });
    expect((await env.currentTimeMs()) - began).toBeGreaterThanOrEqual(365 * 86_400_000);
    expect(segments.filter((segment) => segment.startsWith('w expire'))).toHaveLength(reminders);
    expect(segments.at(-1)).toBe(`w wake ${String(reminders)}`);
    expect(Math.max(...lengths)).toBeLessThan(600);
  } finally {
    await env.teardown();
  }
}, 180_000);
