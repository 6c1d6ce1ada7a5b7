// Records the histories that are replayed in the tests: scripted runs of the workflow on a throw-away Temporal server.
// `node tools/record-histories.mjs [name…]` writes those that are missing or named; what is recorded stays as it was.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { ENGINE, WAKE_SIGNAL, WORKFLOW_TYPE } from '@potok/contracts/names';
import { ROOT } from './stack/install.mjs';
import setUp from './testing/temporal-setup.mjs';
import tearDown from './testing/temporal-teardown.mjs';

const FOLDER = join(ROOT, 'workflows', 'histories');
const graph = (nodes, edges) => ({
  main: { entry: nodes[0].id, nodes, edges: edges.map(([from, port, to]) => ({ from, port, to })) },
  paths: [],
  calls: {},
});
const step = (id) => ({ id, kind: 'step' });
const wait = (id) => ({ id, kind: 'wait' });
const line = graph(
  [step('a'), wait('w'), step('b')],
  [
    ['a', 'done', 'w'],
    ['w', 'received', 'b'],
  ],
);
const calling = graph(
  [step('a'), { id: 'c', kind: 'call' }, step('b')],
  [
    ['a', 'done', 'c'],
    ['c', 'done', 'b'],
  ],
);
const ended = (at) => ({ kind: 'ended', at, hasSettledRun: true });
const event = (id, node, visit = '0') => ({ id, kind: 'event', node, visit });
const command = (id, name, node) => ({ id, kind: 'command', command: name, ...(node ? { node } : {}) });
const onceCalled = (order) => (order.entry.kind === 'enter' ? { kind: 'waiting', at: 'c', visit: '0' } : ended('b'));
const atCall = { kind: 'failed', at: 'c', visit: '0' };
const onceWaiting = (order) => (order.entry.kind === 'enter' ? { kind: 'waiting', at: 'w', visit: '0' } : ended('b'));

/** name → what the run looks like: skeleton, answers of the segments, what is signalled after how many segments. */
const stories = {
  'wait-answered': { skeleton: line, answer: onceWaiting, wakes: [[1, event('e1', 'w')]] },
  'wait-expired': {
    skeleton: line,
    answer: (order) =>
      order.entry.kind === 'enter'
        ? { kind: 'waiting', at: 'w', visit: '0', deadlineAt: Date.now() + 300 }
        : ended('b'),
    wakes: [],
  },
  'parked-and-retried': {
    skeleton: line,
    answer: (order) => (order.entry.kind === 'enter' ? { kind: 'parked', at: 'a', visit: '0' } : ended('b')),
    wakes: [[1, command('c1', 'retry-step', 'a')]],
  },
  'paused-and-resumed': {
    skeleton: line,
    answer: onceWaiting,
    wakes: [
      [1, command('c1', 'pause')],
      [1, event('e1', 'w')],
      [1, command('c2', 'resume')],
    ],
  },
  'cancelled-and-undone': { skeleton: line, answer: onceWaiting, wakes: [[1, command('c1', 'cancel')]] },
  'undo-failed-then-done': {
    skeleton: line,
    answer: onceWaiting,
    undo: [{ kind: 'failed', at: 'a', visit: '0' }],
    wakes: [
      [1, command('c1', 'undo')],
      ['undo 1', command('c2', 'retry-step', 'a')],
    ],
  },
  'call-answered': { skeleton: calling, answer: onceCalled, wakes: [[1, event('ended/1', 'c')]] },
  'cancel-waits-for-called': {
    skeleton: calling,
    answer: onceCalled,
    undo: [{ kind: 'waiting' }],
    wakes: [
      [1, command('c1', 'cancel')],
      ['undo 1', event('ended/1', 'c')],
    ],
  },
  'undo-failed-in-called': {
    skeleton: calling,
    answer: onceCalled,
    undo: [{ kind: 'waiting' }, atCall, { kind: 'waiting' }, atCall],
    wakes: [
      [1, command('c1', 'undo')],
      ['undo 1', event('undo-failed/2/1', 'c')],
      ['undo 2', command('c2', 'retry-step', 'c')],
      ['undo 3', event('undo-failed/4/1', 'c')],
      ['undo 4', event('ended/1', 'c')],
    ],
  },
  'undone-by-the-node': { skeleton: line, answer: () => ({ kind: 'undo', at: 'a' }), wakes: [] },
  'undone-by-a-wait': {
    skeleton: line,
    answer: (order) =>
      order.entry.kind === 'enter' ? { kind: 'waiting', at: 'w', visit: '0' } : { kind: 'undo', at: 'w' },
    wakes: [[1, event('e1', 'w')]],
  },
  'closed-by-a-person': { skeleton: line, answer: onceWaiting, wakes: [[1, command('c1', 'close')]] },
  'fork-and-join': {
    skeleton: graph(
      [
        step('a'),
        { id: 'f', kind: 'fork', branches: ['x', 'y'] },
        wait('p'),
        wait('q'),
        { id: 'j', kind: 'join', mode: 'all', need: 2, arms: 2 },
        step('b'),
      ],
      [
        ['a', 'done', 'f'],
        ['f', 'x', 'p'],
        ['f', 'y', 'q'],
        ['p', 'received', 'j'],
        ['q', 'received', 'j'],
        ['j', 'done', 'b'],
      ],
    ),
    answer: (order) => {
      if (order.from === 'a') return { kind: 'boundary', at: 'f' };
      if (order.from === 'b') return { ...ended('b'), hasSettledRun: order.isAlone };
      return order.entry.kind === 'enter'
        ? { kind: 'waiting', at: order.from, visit: order.visit }
        : { kind: 'boundary', at: 'j' };
    },
    wakes: [
      [3, event('e1', 'q', '0/~1/0')],
      [4, event('e2', 'p', '0/~0/0')],
    ],
  },
  'for-each': {
    skeleton: graph(
      [step('a'), { id: 'e', kind: 'each', window: 2 }, step('i'), step('b')],
      [
        ['a', 'done', 'e'],
        ['e', 'item', 'i'],
        ['i', 'done', 'e'],
        ['e', 'done', 'b'],
      ],
    ),
    answer: (order) => {
      if (order.from === 'a') return { kind: 'boundary', at: 'e', count: 5 };
      return order.from === 'i' ? { kind: 'left', at: 'i', port: 'done' } : ended('b');
    },
    wakes: [],
  },
  loop: {
    skeleton: graph(
      [step('a'), wait('w')],
      [
        ['a', 'done', 'w'],
        ['w', 'again', 'a'],
      ],
    ),
    answer: (order) => {
      if (order.entry.kind === 'enter') return { kind: 'waiting', at: 'w', visit: order.visit };
      return order.visit === '0' ? { kind: 'left', at: 'w', port: 'again' } : ended('w');
    },
    wakes: [
      [1, event('e1', 'w', '0')],
      [3, event('e2', 'w', '1')],
    ],
  },
};

const record = async (name, story, { client, connection, code }) => {
  const counts = { segments: 0, undo: 0 };
  const undos = [...(story.undo ?? [])];
  const walk = async (order) => {
    const result = story.answer(order);
    counts.segments += 1;
    return result;
  };
  const activities = {
    trySegment: walk,
    runSegment: walk,
    undoRun: async () => {
      counts.undo += 1;
      return undos.shift() ?? { kind: 'undone' };
    },
    recordStatus: async () => undefined,
  };
  const taskQueue = randomUUID();
  const worker = await Worker.create({ connection, taskQueue, workflowBundle: { code }, activities });
  await worker.runUntil(async () => {
    const input = {
      workspaceId: 'w',
      runId: randomUUID(),
      planHash: 'p',
      skeleton: story.skeleton,
      graph: 'main',
      engine: ENGINE,
      mode: 'live',
    };
    const handle = await client.workflow.start(WORKFLOW_TYPE, {
      taskQueue,
      workflowId: `w/${input.runId}`,
      args: [input],
    });
    for (const [after, wake] of story.wakes) {
      const [kind, passes] = String(after).split(' ');
      while (kind === 'undo' ? counts.undo < Number(passes) : counts.segments < after) await sleep(10);
      // The answer of the activity reaches the workflow before the signal does.
      await sleep(200);
      await handle.signal(WAKE_SIGNAL, wake);
    }
    await handle.result();
    writeFileSync(join(FOLDER, `engine-${ENGINE}.${name}.json`), historyToJSON(await handle.fetchHistory()));
    process.stdout.write(`${name}\n`);
  });
};

const quiet = {
  log: () => undefined,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
Runtime.install({ logger: quiet });
const named = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
await setUp();
const connection = await NativeConnection.connect({ address: process.env.POTOK_TEST_TEMPORAL });
const client = new Client({ connection: await Connection.connect({ address: process.env.POTOK_TEST_TEMPORAL }) });
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(import.meta.resolve('@potok/workflows')),
  logger: quiet,
});
for (const [name, story] of Object.entries(stories)) {
  const isThere = existsSync(join(FOLDER, `engine-${ENGINE}.${name}.json`));
  if (named.includes(name) || (!isThere && named.length === 0)) await record(name, story, { client, connection, code });
}
await client.connection.close();
await connection.close();
await tearDown();
