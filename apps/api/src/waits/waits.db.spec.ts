import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page, Problem, ScenarioDetailView, WaitCountsView, WaitView } from '@potok/contracts';
import { newId } from '@potok/persistence';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { insertRun } from '../testing/insert-run.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let scenarioId = '';
const runs: string[] = [];

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

const addWait = (runId: string, event: string, deadline: Date | null) =>
  api.owner.query(
    `INSERT INTO wait (id, workspace_id, run_id, node_id, visit, event, key, token, deadline_at)
     VALUES ($1, $2, $3, 'end', $4, $5, 'k', '', $6)`,
    [newId(), anna.workspaceId, runId, `0/${runs.length}`, event, deadline],
  );
const addStep = (runId: string, step: { visit: string; status: string; nextTry?: Date; attempts?: number }) =>
  api.owner.query(
    `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, next_try_at, attempts)
     VALUES ($1, $2, 'end', $3, 1, $4, 'reads', 'k', $5, $6)`,
    [
      runId,
      anna.workspaceId,
      step.visit,
      step.status,
      step.nextTry ?? null,
      JSON.stringify(Array.from({ length: step.attempts ?? 0 }, (_one, index) => ({ number: index + 1 }))),
    ],
  );

beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  const { id } = (await anna.call('POST', 'scenarios', { draft: aScenario(byHand) })).json<ScenarioDetailView>();
  const { published } = (await anna.call('POST', `scenarios/${id}/publish`, {})).json<ScenarioDetailView>();
  scenarioId = id;
  const add = async (facts: Parameters<typeof insertRun>[2]) => {
    const runId = await insertRun(api.owner, published!.versionId, facts);
    runs.push(runId);
    return runId;
  };
  await addWait(await add({ number: 'А-214', dealId: '101' }), 'docflow', inDays(2));
  await addWait(await add({ number: 'А-215' }), 'signature', inDays(-1));
  await addWait(await add({ dealId: '103' }), 'callback', null);
  await addStep(await add({ number: 'А-217' }), { visit: '0', status: 'retrying', nextTry: inDays(1), attempts: 3 });
  await addStep(runs[0]!, { visit: '0/1', status: 'waiting' });
});
afterAll(() => api.stop());

const list = async (query = '') => (await anna.call('GET', `waits?${query}`)).json<Page<WaitView>>();
const kinds = ({ items }: Page<WaitView>) => items.map(({ kind }) => kind);

it('lists what all runs wait for, the soonest first, with run, scenario, node, subject and time', async () => {
  const { items } = await list();
  expect(kinds({ items })).toEqual(['signature', 'retry', 'docflow']);
  expect(items[1]).toMatchObject({
    runId: runs[3],
    scenarioId,
    node: 'end',
    nodeName: expect.stringMatching(/\S/),
    subject: { documentNumber: 'А-217' },
    attempts: 3,
  });
  expect(items[2]).toMatchObject({ runId: runs[0], subject: { documentNumber: 'А-214', dealId: '101' } });
});

it('tells what is waited for from what was only opened ahead', async () => {
  const { items } = await list();
  expect(items.map(({ isAhead }) => isAhead ?? false)).toEqual([true, false, false]);
});

it('keeps what waits as long as it takes apart, and tells what is late', async () => {
  expect(kinds(await list('undated=true'))).toEqual(['callback']);
  expect(kinds(await list('overdue=true'))).toEqual(['signature']);
});

it('goes on page by page', async () => {
  const first = await list('limit=1&count=true');
  const second = await list(`limit=1&cursor=${first.next ?? ''}`);
  const third = await list(`limit=1&cursor=${second.next ?? ''}`);
  expect([first, second, third].map((page) => page.items[0]?.kind)).toEqual(['signature', 'retry', 'docflow']);
  expect([first.total, third.next]).toEqual([3, undefined]);
});

it('takes period, kind, scenario and subject', async () => {
  const day = (days: number) => encodeURIComponent(inDays(days).toISOString());
  expect(kinds(await list(`from=${day(0)}&until=${day(1.5)}`))).toEqual(['retry']);
  expect(kinds(await list('kind=docflow'))).toEqual(['docflow']);
  expect(kinds(await list(`search=${encodeURIComponent('а-21')}`))).toEqual(['signature', 'retry', 'docflow']);
  expect(kinds(await list(`scenario=${scenarioId}&search=101`))).toEqual(['docflow']);
  expect(kinds(await list(`scenario=${newId()}`))).toEqual([]);
});

it('counts by day, and what is late and what has no time whatever the period', async () => {
  const query = `from=${inDays(0.5).toISOString()}&until=${inDays(3).toISOString()}`;
  const counts = (await anna.call('GET', `waits/counts?${query}`)).json<WaitCountsView>();
  expect(counts).toMatchObject({ overdue: { total: 1 }, undated: { total: 1 }, dated: { total: 3 } });
  expect(counts.days.map(({ total }) => total)).toEqual([1, 1]);
  expect(counts.days[0]?.day).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it.each([
  ['from=yesterday', '/from'],
  ['kind=%D0%BF', '/kind'],
  ['scenario=1', '/scenario'],
  ['overdue=maybe', '/overdue'],
  ['cursor=xx', '/cursor'],
])('names the field that is wrong in %s', async (query, field) => {
  const answer = await anna.call('GET', `waits?${query}`);
  expect(answer.status).toBe(400);
  expect(answer.json<Problem>()).toMatchObject({ field, detail: expect.stringMatching(/[а-яё].*\./i) });
});

it('shows nothing of it to a stranger', async () => {
  const boris = await api.addMember('boris');
  expect((await boris.call('GET', 'waits')).json()).toEqual({ items: [] });
  expect((await boris.call('GET', 'waits/counts')).json()).toMatchObject({ overdue: { total: 0 }, days: [] });
});
