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
import { stories } from './histories/stories.mjs';
import { ROOT } from './stack/install.mjs';
import setUp from './testing/temporal-setup.mjs';
import tearDown from './testing/temporal-teardown.mjs';

const FOLDER = join(ROOT, 'workflows', 'histories');
const record = async (name, story, { client, connection, code }) => {
  const counts = { try: 0, segment: 0, undo: 0 };
  const undos = [...(story.undo ?? [])];
  const walk = async (order) => {
    counts.try += 1;
    const result = await story.answer(order, counts.try);
    counts.segment += 1;
    return result;
  };
  const activities = {
    trySegment: (order) => walk(order).catch(() => ({ kind: 'goes-on', delayMs: 50 })),
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
      graph: story.graph ?? 'main',
      engine: ENGINE,
      mode: 'live',
      ...(story.begin === undefined ? {} : { begin: story.begin }),
      ...(story.rollAt === undefined ? {} : { rollAt: story.rollAt }),
    };
    const workflowId = `w/${input.runId}`;
    const handle = await client.workflow.start(WORKFLOW_TYPE, { taskQueue, workflowId, args: [input] });
    for (const [after, wake] of story.wakes) {
      const [kind, times] = typeof after === 'number' ? ['segment', after] : after.split(' ');
      while (counts[kind] < Number(times)) await sleep(10);
      // The answer of the activity reaches the workflow before the signal does.
      await sleep(200);
      await handle.signal(WAKE_SIGNAL, wake);
    }
    await handle.result();
    await write(name, client.workflow.getHandle(workflowId, handle.firstExecutionRunId), client);
    process.stdout.write(`${name}\n`);
  });
};

/** A run that was rolled over is several histories: `<name>.json`, `<name>.2.json`… */
const write = async (name, first, client) => {
  let [handle, part] = [first, 1];
  while (handle !== undefined) {
    const history = await handle.fetchHistory();
    const file = `engine-${ENGINE}.${name}${part === 1 ? '' : `.${part}`}.json`;
    // Where the code lay on the machine that recorded it is nobody's business.
    writeFileSync(join(FOLDER, file), historyToJSON(history).replace(/("stackTrace": ?)"(?:[^"\\]|\\.)*"/g, '$1""'));
    const next = history.events.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
    handle = next ? client.workflow.getHandle(first.workflowId, next) : undefined;
    part += 1;
  }
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
