import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  AuditView,
  FileCheckView,
  ImportedView,
  Page,
  Problem,
  Scenario,
  ScenarioDetailView,
} from '@potok/contracts';
import { formatScenario, type ScenarioFile } from '@potok/scenario';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let olga: Member;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  olga = await api.addMember('olga');
});
afterAll(() => api.stop());

const addConnection = async (of: Member, name: string) =>
  (
    await of.call('POST', 'connections', {
      name,
      system: 'diadoc',
      settings: { apiUrl: 'https://diadoc-api.kontur.ru', auth: 'password' },
      secrets: { login: 'anna', password: 'тайна' },
    })
  ).json<{ id: string }>().id;
const create = async (of: Member, draft: Scenario, binding?: object) =>
  (await of.call('POST', 'scenarios', { draft, binding })).json<ScenarioDetailView>();
const exported = async (of: Member, id: string, query = '') => of.call('GET', `scenarios/${id}/export${query}`);
const send = (of: Member, order: object) => of.call('POST', 'scenarios/import', order);

const bound = (name: string) =>
  aScenario(byHand, {
    name,
    slots: [{ id: 'edo', gateway: 'operator', title: 'Оператор' }],
    parameters: [{ id: 'days', title: 'Дней', schema: { type: 'integer' } }],
  });
const calling = (scenarioId: string): Scenario => {
  const { nodes, edges, ...rest } = aScenario(byHand, { name: 'Вызывает' });
  const call = { ...nodes[1]!, id: 'call', type: 'flow.call', params: { scenarioId, input: {} } };
  return { ...rest, nodes: [...nodes, call], edges };
};

it('gives a file with a name, in canonical form, and nothing of this installation in it', async () => {
  const connection = await addConnection(anna, 'Диадок Ромашки');
  const { id } = await create(anna, bound('УПД: по сделке'), { slots: { edo: connection }, parameters: { days: 5 } });
  const answer = await exported(anna, id);
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('УПД  по сделке.scenario.json')}`,
  );
  expect(answer.text).toBe(formatScenario(bound('УПД: по сделке')));
  const full = await exported(anna, id, '?binding=true');
  expect(full.json<ScenarioFile>().binding).toEqual({
    slots: { edo: { name: 'Диадок Ромашки', system: 'diadoc' } },
    parameters: { days: 5 },
  });
  for (const text of [answer.text, full.text]) expect(text).not.toMatch(new RegExp(`${id}|${connection}|тайна`));
});

it('gives a published version as it was, and says which there is not', async () => {
  const { id } = await create(anna, aScenario(byHand, { name: 'Первое' }));
  await anna.call('POST', `scenarios/${id}/publish`, {});
  await anna.call('PUT', `scenarios/${id}/draft`, { draftRevision: 1, draft: aScenario(byHand, { name: 'Второе' }) });
  expect((await exported(anna, id, '?version=1')).json<Scenario>().name).toBe('Первое');
  expect((await exported(anna, id)).json<Scenario>().name).toBe('Второе');
  expect((await exported(anna, id, '?version=9')).json()).toMatchObject({ status: 404, code: 'VERSION_NOT_FOUND' });
});

it('takes its own file in another workspace and finds connections by name and system', async () => {
  const connection = await addConnection(anna, 'Диадок');
  const { id } = await create(anna, bound('Переезд'), { slots: { edo: connection }, parameters: { days: 5 } });
  const file = (await exported(anna, id, '?binding=true')).json<ScenarioFile>();
  const without = (await send(olga, { file })).json<ImportedView>();
  expect(without).toMatchObject({
    missing: [{ kind: 'connection', slot: 'edo', name: 'Диадок', system: 'diadoc' }],
    binding: { slots: {}, parameters: { days: 5 } },
  });
  const theirs = await addConnection(olga, 'Диадок');
  const answer = await send(olga, { file, name: 'Новое имя' });
  expect([answer.status, answer.json()]).toMatchObject([
    201,
    { name: 'Новое имя', missing: [], binding: { slots: { edo: theirs }, parameters: { days: 5 } } },
  ]);
  await addConnection(olga, 'Диадок');
  expect((await send(olga, { file })).json<ImportedView>().missing).toHaveLength(1);
  const chosen = (await send(olga, { file, binding: { slots: { edo: theirs }, parameters: {} } })).json<ImportedView>();
  expect(chosen).toMatchObject({ missing: [], binding: { slots: { edo: theirs }, parameters: {} } });
});

it('names a called scenario instead of its id, and finds it by name again', async () => {
  const { id: called } = await create(anna, aScenario(byHand, { name: 'Вызываемый' }));
  const { id } = await create(anna, calling(called));
  const file = (await exported(anna, id)).json<Scenario>();
  expect(file.nodes[2]?.params['scenarioId']).toBe('scenario:Вызываемый');
  expect((await send(anna, { file })).json<ImportedView>().draft.nodes[2]?.params['scenarioId']).toBe(called);
  expect((await send(olga, { file })).json<ImportedView>().missing).toEqual([{ kind: 'scenario', name: 'Вызываемый' }]);
});

it('replaces a draft only over the revision that was seen, keeps its name and binding and tells the trail', async () => {
  const connection = await addConnection(anna, 'Свой');
  const { id } = await create(anna, bound('Было'), { slots: { edo: connection }, parameters: { days: 5 } });
  const file = JSON.parse(formatScenario(bound('Стало'))) as unknown;
  expect((await send(anna, { file, scenarioId: id })).json()).toMatchObject({ code: 'IMPORT_REVISION_MISSING' });
  expect((await send(anna, { file, scenarioId: id, draftRevision: 1 })).json()).toMatchObject({ name: 'Было' });
  const done = await send(anna, { file, scenarioId: id, draftRevision: 2, name: 'Стало' });
  expect(done.json()).toMatchObject({ id, name: 'Стало', draftRevision: 3, binding: { slots: { edo: connection } } });
  const late = await send(anna, { file, scenarioId: id, draftRevision: 1 });
  expect(late.json()).toMatchObject({ status: 409, code: 'SCENARIO_CHANGED', facts: { by: 'anna', theirs: 3 } });
  const { items } = (await anna.call('GET', `audit?kind=scenario&id=${id}`)).json<Page<AuditView>>();
  expect(items[0]).toMatchObject({ act: 'scenario.imported', facts: { name: 'Стало', into: 'draft' } });
});

it('puts nothing under the hands of whoever edits', async () => {
  const { id } = await create(anna, bound('Правят'));
  await anna.call('PUT', `scenarios/${id}/presence`, { tab: randomUUID(), wants: 'edit' });
  const answer = await send(anna, { file: bound('Иначе'), scenarioId: id, draftRevision: 1 });
  expect(answer.json()).toMatchObject({ status: 409, code: 'SCENARIO_LOCKED', facts: { name: 'anna' } });
});

it.each([
  [{ ...bound('x'), schemaVersion: 2 }, '/file/schemaVersion', /Файл сделан более новой версией Потока/],
  [{ name: 'package' }, '/file/schemaVersion', /Это не сценарий Потока/],
  [{ ...bound('x'), name: 'я'.repeat(10_000) }, '/file/name', /не больше 200 знаков/],
])('refuses what is no file of a scenario with a sentence: %#', async (file, field, says) => {
  const answer = await send(anna, { file });
  const { errors = [] } = answer.json<Problem>();
  expect([answer.status, errors[0]?.field]).toEqual([400, field]);
  expect(errors[0]?.detail).toMatch(says);
});

it('judges a file without writing anything: alone, with what fills it, and in the place of a draft', async () => {
  const connection = await addConnection(anna, 'Для проверки');
  const target = await create(anna, bound('Цель'), { slots: { edo: connection }, parameters: {} });
  const count = async () => (await anna.call('GET', 'scenarios')).json<Page<unknown>>().items.length;
  const before = await count();
  const check = async (order: object) => (await anna.call('POST', 'scenarios/check-file', order)).json<FileCheckView>();
  const codes = ({ findings }: FileCheckView) =>
    findings.filter((one) => one.severity === 'error').map(({ code }) => code);
  expect(codes(await check({ file: bound('x') }))).toEqual([]);
  expect(codes(await check({ file: { ...bound('x'), binding: { slots: {}, parameters: {} } } }))).toEqual([
    'BINDING_SLOT_EMPTY',
  ]);
  expect(await check({ file: bound('x'), scenarioId: target.id })).toMatchObject({
    hash: expect.any(String),
    binding: { slots: { edo: connection } },
  });
  expect(codes(await check({ file: { ...bound('x'), edges: [] } }))).toContain('TRIGGER_LEADS_NOWHERE');
  expect(await count()).toBe(before);
});

it('publishes the schema of files to everybody', async () => {
  const answer = await api.fetch('/api/schemas/scenario-1.json');
  expect([answer.status, answer.json()]).toMatchObject([200, { $id: 'urn:potok:schema:scenario:1' }]);
  expect((await api.fetch('/api/schemas/scenario-1.json?lang=en')).headers.get('content-type')).toContain('json');
});

it('asks a token for the right that each act needs, and names it', async () => {
  const reader = randomUUID().replaceAll('-', '');
  await api.owner.query(
    `INSERT INTO api_token (id, workspace_id, name, token_hash, scopes, created_by)
     SELECT gen_random_uuid(), workspace_id, 'читает', encode(sha256(convert_to($1, 'UTF8')), 'hex'), '{read}', created_by
       FROM api_token WHERE workspace_id = $2 LIMIT 1`,
    [`pt_${reader}`, anna.workspaceId],
  );
  const { id } = await create(anna, bound('Права'));
  const as = (method: string, path: string, body?: object) =>
    anna.call(method, path, body, { authorization: `Bearer pt_${reader}` });
  expect((await as('GET', `scenarios/${id}/export`)).status).toBe(200);
  expect((await as('POST', `scenarios/${id}/check`)).status).toBe(200);
  expect((await as('POST', 'scenarios/check-file', { file: bound('x') })).status).toBe(200);
  for (const [path, body] of [
    ['scenarios/import', { file: bound('x') }],
    [`scenarios/${id}/publish`, {}],
  ] as const)
    expect((await as('POST', path, body)).json<Problem>()).toMatchObject({
      code: 'TOKEN_SCOPE',
      detail: expect.stringContaining('write'),
    });
  expect((await as('POST', `scenarios/${id}/api-runs`, { data: {} })).json<Problem>().detail).toContain('start');
});
