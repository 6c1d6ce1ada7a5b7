import { beforeAll, expect, it } from '@jest/globals';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../histories/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const silent = {
  log: () => undefined,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

let bundle: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  bundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./index.ts', import.meta.url)),
    webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames: ['source', '...'] } }),
    logger: silent,
  });
}, 60_000);

it('replays every recorded history to the same commands', async () => {
  const histories = names.map((name) => ({
    workflowId: name,
    history: historyFromJSON(JSON.parse(readFileSync(folder + name, 'utf8'))),
  }));
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle: { code: bundle.code } },
    histories,
  )) {
    if (error !== undefined) failed.push(`${workflowId}: ${error.message}`);
  }
  expect(failed).toEqual([]);
}, 60_000);

it('would notice a change: a history with another order of activities does not replay', async () => {
  const raw = readFileSync(`${folder}${names.find((name) => name.includes('fork-and-join')) ?? ''}`, 'utf8');
  const history = historyFromJSON(JSON.parse(raw.replaceAll('"runSegment"', '"undoRun"')));
  const errors: unknown[] = [];
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: { code: bundle.code } }, [
    { workflowId: 'changed', history },
  ]))
    errors.push(error);
  expect(errors).toEqual([expect.objectContaining({ name: 'DeterminismViolationError' })]);
}, 60_000);
