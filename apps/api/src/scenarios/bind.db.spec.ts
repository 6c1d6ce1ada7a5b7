import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Problem, ScenarioDetailView, VersionView, Page } from '@potok/contracts';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { insertRun } from '../testing/insert-run.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let [diadoc, otherDiadoc, onec] = ['', '', ''];
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  const operator = {
    system: 'diadoc',
    settings: { apiUrl: 'https://diadoc-api.kontur.ru', auth: 'password' },
    secrets: { login: 'anna', password: 'тайна' },
  };
  diadoc = await addConnection(operator);
  otherDiadoc = await addConnection(operator);
  onec = await addConnection({
    system: 'onec-odata',
    settings: { baseUrl: 'https://1c.firma.ru/base/odata/standard.odata' },
    secrets: { user: 'odata', password: 'тайна' },
  });
});
afterAll(() => api.stop());

const addConnection = async (order: object) =>
  (await anna.call('POST', 'connections', { name: 'Подключение', ...order })).json<{ id: string }>().id;

const drawing = aScenario(byHand, {
  slots: [{ id: 'edo', gateway: 'operator', title: 'Оператор' }],
  parameters: [{ id: 'days', title: 'Дней', schema: { type: 'integer' }, isRequired: true }],
});
const bound = (connection: string, days: unknown = 5) => ({ slots: { edo: connection }, parameters: { days } });

let draft: ScenarioDetailView;
beforeEach(async () => {
  draft = (await anna.call('POST', 'scenarios', { draft: drawing })).json<ScenarioDetailView>();
});
const get = async () => (await anna.call('GET', `scenarios/${draft.id}`)).json<ScenarioDetailView>();
const bind = async (binding: object, draftRevision?: number) =>
  anna.call('PUT', `scenarios/${draft.id}/binding`, {
    binding,
    draftRevision: draftRevision ?? (await get()).draftRevision,
  });
const publish = async () => {
  await bind(bound(diadoc));
  const answer = await anna.call('POST', `scenarios/${draft.id}/publish`, {});
  return answer.json<ScenarioDetailView>().published?.versionId ?? '';
};

it('gives the published version a new binding, and no new version', async () => {
  const versionId = await publish();
  const answer = await bind(bound(otherDiadoc, 9));
  expect([answer.status, answer.json()]).toMatchObject([
    200,
    { published: { number: 1 }, binding: bound(otherDiadoc, 9) },
  ]);
  const { items } = (await anna.call('GET', `scenarios/${draft.id}/versions`)).json<Page<VersionView>>();
  expect(items.map(({ id, binding }) => [id, binding])).toEqual([[versionId, bound(otherDiadoc, 9)]]);
});

it('leaves a going run with the binding that it began with, and its connection in use', async () => {
  const runId = await insertRun(api.owner, await publish());
  const bindingOf = () => api.owner.query<object[]>('SELECT binding_id FROM run WHERE id = $1', [runId]);
  const before = await bindingOf();
  await bind(bound(otherDiadoc));
  expect(await bindingOf()).toEqual(before);
  const removal = await anna.call('DELETE', `connections/${diadoc}`);
  expect([removal.status, removal.json()]).toMatchObject([409, { code: 'CONNECTION_IN_USE' }]);
});

it('tells the trail who bound which connection', async () => {
  await publish();
  await bind(bound(otherDiadoc));
  const trail = await anna.call('GET', `audit?kind=scenario&id=${draft.id}`);
  const facts = { slots: { edo: otherDiadoc }, parameters: ['days'], bindingId: expect.any(String) };
  expect(trail.json()).toMatchObject({ items: [{ act: 'scenario.bound', who: 'anna', facts }, {}, {}, {}] });
});

it('lets a draft keep empty places, but nothing that does not fit', async () => {
  expect((await bind({ slots: {}, parameters: {} })).status).toBe(200);
  const wrong = await bind(bound(onec, 'пять'));
  expect(wrong.json()).toMatchObject({
    status: 400,
    code: 'BINDING_WRONG',
    errors: [
      { field: '/binding/slots/edo', code: 'BINDING_GATEWAY_WRONG' },
      { field: '/binding/parameters/days', code: 'BINDING_PARAMETER_WRONG' },
    ],
  });
  expect((await get()).binding).toEqual({ slots: {}, parameters: {} });
});

it('empties no place of a published version', async () => {
  await publish();
  const answer = await bind({ slots: {}, parameters: {} });
  expect(answer.json<Problem>().errors?.map(({ field }) => field)).toEqual([
    '/binding/slots/edo',
    '/binding/parameters/days',
  ]);
});

it('binds nothing over what somebody else has changed meanwhile', async () => {
  const { draftRevision } = await get();
  const answers = await Promise.all([bind(bound(diadoc), draftRevision), bind(bound(otherDiadoc), draftRevision)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('lends no connection of another workspace', async () => {
  const boris = await api.addMember('boris');
  const order = { binding: bound(diadoc), draftRevision: 1 };
  expect((await boris.call('PUT', `scenarios/${draft.id}/binding`, order)).status).toBe(404);
  const own = (await boris.call('POST', 'scenarios', { draft: drawing })).json<ScenarioDetailView>();
  const stolen = await boris.call('PUT', `scenarios/${own.id}/binding`, order);
  expect(stolen.json<Problem>().errors?.[0]).toMatchObject({ code: 'BINDING_CONNECTION_UNKNOWN' });
});
