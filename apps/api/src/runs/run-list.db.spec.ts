import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page, RunView, ScenarioDetailView } from '@potok/contracts';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { insertRun } from '../testing/insert-run.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
const runs: Record<'first' | 'second' | 'third', string> = { first: '', second: '', third: '' };
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  const { id } = (await anna.call('POST', 'scenarios', { draft: aScenario(byHand) })).json<ScenarioDetailView>();
  const { published } = (await anna.call('POST', `scenarios/${id}/publish`, {})).json<ScenarioDetailView>();
  const add = (facts: Parameters<typeof insertRun>[2]) => insertRun(api.owner, published!.versionId, facts);
  runs.first = await add({ number: 'А-214', inn: '7707083893', dealId: '101', status: 'waiting' });
  runs.second = await add({ number: 'А-215', inn: '7736050003', dealId: '102' });
  runs.third = await add({ dealId: 'D_77' });
});
afterAll(() => api.stop());

const list = async (query: string) => (await anna.call('GET', `runs?${query}`)).json<Page<RunView>>();

it.each([
  ['the number of its document', 'а-214', ['first']],
  ['a part of the number', '-21', ['second', 'first']],
  ['the ИНН of the buyer', '7736050003', ['second']],
  ['a part of the ИНН', '77', ['third', 'second', 'first']],
  ['its deal', '101', ['first']],
  ['a deal with a letter that LIKE reads as any', 'D_7', ['third']],
  ['what is nowhere', '_', ['third']],
] as const)('finds a run by %s', async (_what, search, expected) => {
  const { items } = await list(`search=${encodeURIComponent(search)}`);
  expect(items.map(({ id }) => id)).toEqual(expected.map((name) => runs[name]));
});

it('counts over all pages under the same conditions, and only when asked', async () => {
  expect(await list('limit=1&count=true')).toMatchObject({ items: [{ id: runs.third }], total: 3 });
  expect(await list('limit=1&count=true&search=-21')).toMatchObject({ items: [{ id: runs.second }], total: 2 });
  expect(await list('status=waiting&count=true')).toMatchObject({ total: 1 });
  expect(Object.keys(await list('limit=1'))).not.toContain('total');
});

it('names the field when the order to count is no yes or no', async () => {
  const wrong = await anna.call('GET', 'runs?count=maybe');
  expect(wrong.json()).toMatchObject({ status: 400, field: '/count', errors: [{ code: 'FIELD_YES_NO' }] });
});

it('counts nothing for a stranger', async () => {
  const boris = await api.addMember('boris');
  expect((await boris.call('GET', 'runs?count=true')).json()).toEqual({ items: [], total: 0 });
});
