import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  Page,
  Problem,
  RequestView,
  RunDetailView,
  ScenarioDetailView,
  StepCallView,
  StepDetailView,
} from '@potok/contracts';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { insertRun } from '../testing/insert-run.js';
import { playWorker, type PlayedWorker } from '../testing/play-worker.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let boris: Member;
let worker: PlayedWorker;
let runId: string;
let versionId: string;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  boris = await api.addMember('boris');
  const { id } = (await anna.call('POST', 'scenarios', { draft: aScenario(byHand) })).json<ScenarioDetailView>();
  const { published } = (await anna.call('POST', `scenarios/${id}/publish`, {})).json<ScenarioDetailView>();
  versionId = published!.versionId;
  const fault = { kind: 'invalid', code: 'DEAL_NOT_FOUND', facts: { dealId: '7' } };
  runId = await insertRun(api.owner, versionId, {
    status: 'needs-a-person',
    fault: { node: 'end', visit: '0', fault },
  });
  await api.owner.query(
    `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, input, attempts, fault)
     VALUES ($1, $2, 'end', '0/3~1', 1, 'faulted', 'reads', 'k', '{"a":1}', '[]', $3)`,
    [runId, anna.workspaceId, JSON.stringify(fault)],
  );
  worker = playWorker(api.owner, ({ body }) =>
    body['kind'] === 'pause'
      ? { status: 'refused', answer: { kind: 'refused', code: 'RUN_HAS_ENDED', facts: { status: 'done' } } }
      : { status: 'done', answer: { runId: body['runId'], status: 'needs-a-person' } },
  );
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

it('shows a run with its drawing, its steps and why it stands, in words', async () => {
  const run = (await anna.call('GET', `runs/${runId}`)).json<RunDetailView>();
  expect(run).toMatchObject({ status: 'needs-a-person', scenario: { name: 'Сценарий' } });
  expect(run.fault).toMatchObject({ node: 'end', nodeName: 'end' });
  expect(run.fault?.detail).toContain('7');
  expect(run.commands).toContain('retry-step');
  const step = (await anna.call('GET', `runs/${runId}/steps/${run.steps[0]!.id}`)).json<StepDetailView>();
  expect(step).toMatchObject({ node: 'end', visit: '0/3~1', input: { a: 1 }, fault: { code: 'DEAL_NOT_FOUND' } });
});

it('shows of a for-each the latest passes and every fault among them, and says how many more there are', async () => {
  const long = await insertRun(api.owner, versionId, { status: 'running' });
  await api.owner.query(
    `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, attempts)
     SELECT $1, $2, 'end', '0/' || at || '/0', at * 10000000000, CASE WHEN at = 7 THEN 'faulted' ELSE 'done' END, 'reads', 'k', '[]'
     FROM generate_series(1, 130) AS at`,
    [long, anna.workspaceId],
  );
  const { steps, moreSteps, passes } = (await anna.call('GET', `runs/${long}`)).json<RunDetailView>();
  expect([steps.length, moreSteps, steps[0]?.visit, steps.at(-1)?.visit]).toEqual([51, 79, '0/7/0', '0/130/0']);
  expect(passes?.reduce((sum, { total }) => sum + total, 0)).toBe(130);
  expect(steps.at(-1)?.seq).toBe(1_300_000_000_000);
});

it('shows what a step asked of outside systems, with the reason of a missing answer in words', async () => {
  const call = { at: '2026-11-24T09:00:00Z', method: 'GET', url: 'https://crm.example/deal', attempt: 1 };
  const request = { headers: {}, sizeBytes: 0 };
  const failure = { code: 'NETWORK_FAILED', facts: { host: 'crm.example', reason: 'ECONNREFUSED' } };
  await api.owner.query(
    `INSERT INTO step_calls (run_id, workspace_id, node_id, visit, calls, at) VALUES ($1, $2, 'end', '0/3~1', $3, now())`,
    [
      runId,
      anna.workspaceId,
      JSON.stringify([
        { ...call, request, status: 200 },
        { ...call, request, failure },
      ]),
    ],
  );
  const listed = (await anna.call('GET', `runs/${runId}/steps/end~0.3~1/calls`)).json<Page<StepCallView>>();
  expect(listed.items).toMatchObject([{ status: 200 }, { failure: { code: 'NETWORK_FAILED' } }]);
  expect(listed.items[1]?.failure?.detail).toContain('crm.example');
  expect((await boris.call('GET', `runs/${runId}/steps/end~0.3~1/calls`)).status).toBe(404);
  expect((await anna.call('GET', `runs/${runId}/steps/gone~0/calls`)).status).toBe(404);
});

it('carries a command to the worker and its answer back', async () => {
  const order = { kind: 'retry-step', node: 'end', visit: '0/3~1' };
  const answer = await anna.call('POST', `runs/${runId}/commands`, order);
  expect(answer.status).toBe(200);
  expect(answer.json<RequestView>()).toMatchObject({ status: 'done', result: { runId } });
  expect(worker.asked.at(-1)).toMatchObject({ kind: 'run-command', body: { runId, ...order } });
});

it('tells why the worker refused, and refuses by itself what no run understands', async () => {
  const refused = await anna.call('POST', `runs/${runId}/commands`, { kind: 'pause' });
  expect(refused.status).toBe(409);
  expect(refused.json<Problem>().errors?.[0]?.code).toBe('RUN_HAS_ENDED');
  const unknown = await anna.call('POST', `runs/${runId}/commands`, { kind: 'explode' });
  expect([unknown.status, unknown.json<Problem>().errors?.[0]?.code]).toEqual([400, 'FIELD_ONE_OF']);
});

it('lets nobody else see or command it', async () => {
  expect((await boris.call('GET', `runs/${runId}`)).status).toBe(404);
  expect((await boris.call('POST', `runs/${runId}/commands`, { kind: 'cancel' })).status).toBe(404);
});

it('sends live news of this workspace and of no other', async () => {
  const stopper = new AbortController();
  const response = await fetch(`${api.url}/api/workspaces/${anna.workspaceId}/live`, {
    headers: { authorization: `Bearer ${anna.token}` },
    signal: stopper.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const tell = (workspaceId: string, id: string) =>
    api.owner.query(`SELECT pg_notify('potok_live', $1)`, [
      JSON.stringify({ workspaceId, kind: 'run', id, runId: id }),
    ]);
  await tell(boris.workspaceId, 'theirs');
  await tell(anna.workspaceId, 'mine');
  let heard = '';
  const decoder = new TextDecoder();
  for await (const part of response.body!) {
    heard += decoder.decode(part);
    if (heard.includes('mine')) break;
  }
  stopper.abort();
  expect(heard).toContain('{"kind":"run","id":"mine","runId":"mine"}');
  expect(heard).not.toContain('theirs');
});
