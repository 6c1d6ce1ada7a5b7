import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@potok/persistence';
import type { Page, Problem, RunView, ScenarioDetailView } from '@potok/contracts';
import { aScenario, byHand } from './testing/a-scenario.js';
import { insertRun, type RunFacts } from './testing/insert-run.js';
import { startApi, type Member, type TestApi } from './testing/start-api.js';

let api: TestApi;
let anna: Member;
let boris: Member;
let published: ScenarioDetailView;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  boris = await api.addMember('boris');
  const { id } = (await anna.call('POST', 'scenarios', { draft: aScenario(byHand) })).json<ScenarioDetailView>();
  published = (await anna.call('POST', `scenarios/${id}/publish`, {})).json<ScenarioDetailView>();
});
afterAll(() => api.stop());

const aRun = (over: RunFacts = {}) => insertRun(api.owner, published.published!.versionId, over);

it('pages a list without gaps or repeats, newest first', async () => {
  const ids = [];
  for (let at = 0; at < 7; at += 1) ids.push(await aRun());
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = (await anna.call('GET', `runs?limit=3${cursor && `&cursor=${cursor}`}`)).json<Page<RunView>>();
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? '';
  } while (cursor !== '');
  expect(seen).toEqual(ids.sort().reverse());
});

it('filters runs by status, deal, number and period', async () => {
  const mine = await aRun({ status: 'needs-a-person', dealId: 'D-100%', number: 'УПД-77' });
  const idsOf = async (query: string) =>
    (await anna.call('GET', `runs?${query}`)).json<Page<RunView>>().items.map(({ id }) => id);
  expect(await idsOf('status=needs-a-person,paused')).toEqual([mine]);
  expect(await idsOf(`search=${encodeURIComponent('упд-7')}`)).toEqual([mine]);
  expect(await idsOf(`search=${encodeURIComponent('D-100%')}`)).toEqual([mine]);
  expect(await idsOf('search=%25')).toEqual([mine]);
  expect(await idsOf('to=2020-01-01')).toEqual([]);
  expect((await anna.call('GET', `runs/${mine}`)).json<RunView>()).toMatchObject({ subject: { dealId: 'D-100%' } });
});

it.each(['cursor=%00', 'limit=0', 'limit=x', 'status=broken', 'scenarioId=7', 'from=yesterday', 'nonsense=1'])(
  'answers a wrong query (%s) with 400 and a sentence',
  async (query) => {
    const answer = await anna.call('GET', `runs?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.json<Problem>().detail).toMatch(/[а-я]/);
  },
);

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}
const operations = async () => {
  const { paths } = (await api.fetch('/api/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
};

it('describes every route in OpenAPI, and every described route is there and closed to strangers', async () => {
  const found = await operations();
  expect(found.length).toBeGreaterThan(45);
  for (const { path, method, operation } of found) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const described = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
    expect([method, path, described.sort()]).toEqual([method, path, names.sort()]);
    const answer = await api.fetch(path.replace(/\{\w+\}/g, newId()), { method });
    const isOpen = ['/api/health', '/api/sign-in', '/api/schemas/scenario-1.json'].includes(path);
    expect([method, path, answer.status]).toEqual([method, path, isOpen ? answer.status : 401]);
  }
});

it('never shows nor changes anything of another workspace', async () => {
  const stolen = `scenarios/${published.id}`;
  for (const path of [stolen, `${stolen}/versions`, `${stolen}/hook`])
    expect((await boris.call('GET', path)).status).toBe(404);
  expect((await boris.call('POST', `${stolen}/publish`, {})).status).toBe(404);
  expect((await boris.call('DELETE', stolen)).status).toBe(404);
  for (const list of [
    'scenarios',
    'runs',
    'deliveries',
    'documents',
    'connections',
    'organizations',
    'counterparties',
  ]) {
    expect((await boris.call('GET', list)).json<Page<unknown>>().items).toEqual([]);
  }
  const theirs = await api.fetch(`/api/workspaces/${anna.workspaceId}/scenarios`, {
    headers: { authorization: `Bearer ${boris.token}` },
  });
  expect(theirs.status).toBe(404);
});

it('refuses malformed ids everywhere with a 4xx', async () => {
  for (const { path, method } of await operations()) {
    if (!path.includes('{id}')) continue;
    const address = path
      .replace('{ws}', anna.workspaceId)
      .replace('{id}', '7')
      .replace(/\{\w+\}/g, 'x');
    const answer = await api.fetch(address, {
      method,
      headers: { authorization: `Bearer ${anna.token}`, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: '{}' }),
    });
    expect([method, path, answer.status >= 400 && answer.status < 500]).toEqual([method, path, true]);
  }
});

it('tells a broken statement as our own error and logs no SQL, then 503 while the database is away', async () => {
  const alone = await startApi();
  try {
    const olga = await alone.addMember('olga');
    const draft = aScenario(byHand, { name: 'СЕКРЕТ' });
    const { id } = (await olga.call('POST', 'scenarios', { draft })).json<ScenarioDetailView>();
    await alone.owner.query('ALTER TABLE scenario RENAME TO scenario_gone');
    const broken = await olga.call('PUT', `scenarios/${id}/draft`, { draftRevision: 1, draft });
    expect([broken.status, broken.json<Problem>().code]).toEqual([500, 'INTERNAL']);
    expect(alone.logged()).toContain('http.failed');
    expect(broken.text + alone.logged()).not.toMatch(/СЕКРЕТ|SELECT|UPDATE/);
    await alone.db.drop();
    const away = await olga.call('GET', 'scenarios');
    expect([away.status, away.json<Problem>().code]).toEqual([503, 'DATABASE_DOWN']);
    const hook = await alone.fetch('/hooks/any', { method: 'POST' });
    expect([hook.status, hook.json<Problem>().code]).toEqual([503, 'DATABASE_DOWN']);
  } finally {
    await alone.stop();
  }
});
