import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type {
  ConnectionView,
  Page,
  Problem,
  RunDetailView,
  RunStartedView,
  RunView,
  Scenario,
  ScenarioDetailView,
  VersionView,
} from '@potok/contracts';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let test: string;
let live: string;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  test = await addConnection('Диадок, тест', true);
  live = await addConnection('Диадок', undefined);
});
afterAll(() => api.stop());

const addConnection = async (name: string, isTest: boolean | undefined) => {
  const answer = await anna.call('POST', 'connections', {
    name,
    system: 'diadoc',
    settings: { apiUrl: 'https://diadoc-api.kontur.ru', auth: 'password' },
    secrets: { login: 'anna', password: 'тайна' },
    ...(isTest === undefined ? {} : { isTest }),
  });
  expect(answer.json<ConnectionView>().isTest).toBe(isTest ?? false);
  return answer.json<ConnectionView>().id;
};

const drawing: Scenario = aScenario(byHand, { slots: [{ id: 'edo', gateway: 'operator', title: 'Оператор' }] });
const bound = (edo: string) => ({ slots: { edo }, parameters: {} });
const create = async (draft: Scenario, binding: object = { slots: {}, parameters: {} }) =>
  (await anna.call('POST', 'scenarios', { draft, binding })).json<ScenarioDetailView>();
const tryOut = ({ id, draftRevision }: ScenarioDetailView, order: object = {}) =>
  anna.call('POST', `scenarios/${id}/trial-runs`, { data: {}, draftRevision, ...order });

let scenario: ScenarioDetailView;
beforeEach(async () => {
  scenario = await create(drawing, bound(test));
});

it('runs the draft, marked, without a version and without publishing', async () => {
  const answer = await tryOut(scenario);
  expect(answer.status).toBe(202);
  const { runId, mode } = answer.json<RunStartedView>();
  expect(mode).toBe('trial');
  const run = (await anna.call('GET', `runs/${runId}`)).json<RunDetailView>();
  expect(run).toMatchObject({ mode: 'trial', versionNumber: 0, status: 'accepted', scenario: { name: drawing.name } });
  expect(await api.owner.query('SELECT kind FROM outbox WHERE run_id = $1', [runId])).toEqual([{ kind: 'start' }]);
  const versions = (await anna.call('GET', `scenarios/${scenario.id}/versions`)).json<Page<VersionView>>();
  expect(versions.items).toEqual([]);
  const published = (await anna.call('POST', `scenarios/${scenario.id}/publish`, {})).json<ScenarioDetailView>();
  expect(published.published?.number).toBe(1);
  const list = async (mode: string) =>
    (await anna.call('GET', `runs?scenarioId=${scenario.id}&mode=${mode}`)).json<Page<RunView>>().items;
  expect([await list('trial'), await list('live')]).toMatchObject([[{ id: runId }], []]);
});

it('keeps one version for the same draft tried again', async () => {
  for (let times = 0; times < 3; times += 1) await tryOut(scenario);
  const count = 'SELECT count(*)::int AS n FROM scenario_version WHERE scenario_id = $1';
  expect(await api.owner.query(count, [scenario.id])).toEqual([{ n: 1 }]);
});

it('names the connections that are no test contour, also those of what it calls', async () => {
  const refused = await tryOut(await create(drawing, bound(live)));
  expect(refused.json<Problem>()).toMatchObject({ status: 409, code: 'TRIAL_NOT_TEST' });
  expect(refused.json<Problem>().detail).toContain(': Диадок.');
  const called = await create({ ...drawing, name: 'Вызываемый' }, bound(live));
  await anna.call('POST', `scenarios/${called.id}/publish`, {});
  const call = { id: 'call', type: 'flow.call', typeVersion: 1, name: 'Вызвать', params: { scenarioId: called.id } };
  const [start, end] = drawing.nodes;
  const caller = await create({
    ...drawing,
    slots: [],
    nodes: [start!, { ...call, position: { x: 0, y: 0 } }, end!],
    edges: [
      { id: 'e1', from: { node: 'start', port: 'done' }, to: { node: 'call' } },
      { id: 'e2', from: { node: 'call', port: 'done' }, to: { node: 'end' } },
    ],
  });
  expect((await tryOut(caller)).json<Problem>()).toMatchObject({ status: 409, code: 'TRIAL_NOT_TEST' });
  await anna.call('PATCH', `connections/${live}`, { isTest: true });
  expect((await tryOut(caller)).status).toBe(202);
  await anna.call('PATCH', `connections/${live}`, { isTest: false });
});

it('names the steps that act through no connection, so that nothing vouches for a test', async () => {
  const params = { method: 'POST', url: 'https://firma.ru/orders', json: {} };
  const call = { id: 'call', type: 'http.request', typeVersion: 1, name: 'Передать заказ', params };
  const [start, end] = drawing.nodes;
  const acting = (isSkipped: boolean) =>
    create(
      {
        ...drawing,
        nodes: [start!, { ...call, position: { x: 0, y: 0 }, ...(isSkipped ? { isSkipped } : {}) }, end!],
        edges: [
          { id: 'e1', from: { node: 'start', port: 'done' }, to: { node: 'call' } },
          { id: 'e2', from: { node: 'call', port: 'done' }, to: { node: 'end' } },
        ],
      },
      bound(test),
    );
  const refused = (await tryOut(await acting(false))).json<Problem>();
  expect(refused).toMatchObject({ status: 409, code: 'TRIAL_ACTS_OUTSIDE' });
  expect(refused.detail).toContain('Передать заказ');
  expect((await tryOut(await acting(true))).status).toBe(202);
});

it('is refused for a draft with errors, for one that has changed, and for wrong data', async () => {
  const wrong = await tryOut(await create({ ...drawing, edges: [] }, bound(test)));
  expect(wrong.json<Problem>()).toMatchObject({ status: 422, code: 'TRIAL_WRONG' });
  expect((await tryOut(scenario, { draftRevision: 7 })).json()).toMatchObject({ code: 'SCENARIO_CHANGED' });
  expect((await tryOut(scenario, { data: 'text' })).json()).toMatchObject({ status: 400, field: '/data' });
  expect((await tryOut(scenario, { draftRevision: 0 })).json()).toMatchObject({ status: 400, field: '/draftRevision' });
});

it('names the field when a connection is called a test in other words than yes or no', async () => {
  const answer = await anna.call('PATCH', `connections/${test}`, { isTest: 'да' });
  expect(answer.json()).toMatchObject({ status: 400, field: '/isTest' });
});
