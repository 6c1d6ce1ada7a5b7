import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  DraftCopyView,
  Page,
  Problem,
  PublishPreviewView,
  RunView,
  ScenarioDetailView,
  VersionView,
} from '@potok/contracts';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { insertRun } from '../testing/insert-run.js';
import { startApi, type Answer, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
});
afterAll(() => api.stop());

const codeOf = (answer: Answer) => answer.json<Problem>().code;
const detailOf = (answer: Answer) => answer.json<ScenarioDetailView>();
const named = (name: string) => aScenario(byHand, { name });
const create = async () => detailOf(await anna.call('POST', 'scenarios', { draft: named('Первый') }));
const publish = async (id: string, order: object = {}) =>
  detailOf(await anna.call('POST', `scenarios/${id}/publish`, order));
const save = async (id: string, draft: object) => {
  const { draftRevision } = detailOf(await anna.call('GET', `scenarios/${id}`));
  return detailOf(await anna.call('PUT', `scenarios/${id}/draft`, { draftRevision, draft }));
};
const versionsOf = async (id: string, query = '') =>
  (await anna.call('GET', `scenarios/${id}/versions${query}`)).json<Page<VersionView>>();
const previewOf = async (id: string) =>
  (await anna.call('GET', `scenarios/${id}/publish-preview`)).json<PublishPreviewView>();
const copiesOf = async (id: string) =>
  (await anna.call('GET', `scenarios/${id}/draft-copies`)).json<Page<DraftCopyView>>().items;

it('names a version when it is published and later, and leaves its drawing alone', async () => {
  const { id } = await create();
  const { published } = await publish(id, { name: '  Первый выпуск ', comment: '' });
  const [version] = (await versionsOf(id)).items;
  expect(version).toMatchObject({ number: 1, name: 'Первый выпуск', openRuns: 0, totalRuns: 0 });
  expect(version).not.toHaveProperty('comment');
  const path = `scenarios/${id}/versions/${published!.versionId}`;
  const changed = (await anna.call('PATCH', path, { name: '', comment: 'Чтобы слать УПД' })).json<VersionView>();
  expect(changed).toMatchObject({ comment: 'Чтобы слать УПД', scenario: version!.scenario });
  expect(changed).not.toHaveProperty('name');
  expect(await api.owner.query(`SELECT act FROM audit WHERE object_id = $1 ORDER BY id DESC LIMIT 1`, [id])).toEqual([
    { act: 'scenario.version-described' },
  ]);
  const tooLong = await anna.call('PATCH', path, { name: 'я'.repeat(121) });
  expect([tooLong.status, tooLong.json<Problem>().errors?.[0]?.field]).toEqual([400, '/name']);
});

it('lists versions by pages with the runs that each has had and has open', async () => {
  const { id } = await create();
  const first = (await publish(id)).published!.versionId;
  const open = await insertRun(api.owner, first);
  const ended = await insertRun(api.owner, first, { status: 'done' });
  await api.owner.query('UPDATE run SET ended_at = now() WHERE id = $1', [ended]);
  await publish(id);
  const page = await versionsOf(id, '?limit=1&count=true');
  expect([page.items.map(({ number }) => number), page.total]).toEqual([[2], 2]);
  const rest = await versionsOf(id, `?limit=1&cursor=${page.next}`);
  expect(rest.items).toMatchObject([{ number: 1, openRuns: 1, totalRuns: 2 }]);
  expect(rest).not.toHaveProperty('next');
  const runs = (await anna.call('GET', `runs?versionId=${first}`)).json<Page<RunView>>().items;
  expect(runs.map((run) => run.id).sort()).toEqual([open, ended].sort());
  expect((await previewOf(id)).runs).toEqual([{ versionId: first, number: 1, openRuns: 1 }]);
});

it('restores a version, keeps a draft that was never published, and takes that back too', async () => {
  const { id } = await create();
  const first = (await publish(id)).published!.versionId;
  const { draftRevision } = await save(id, named('Неопубликованный'));
  const restored = detailOf(await anna.call('POST', `scenarios/${id}/versions/${first}/restore`, { draftRevision }));
  expect([restored.draft.name, restored.name, restored.draftRevision]).toEqual(['Первый', 'Первый', draftRevision + 1]);
  const [copy] = await copiesOf(id);
  expect(copy).toMatchObject({ by: 'anna', revision: draftRevision, scenario: { name: 'Неопубликованный' } });
  const order = { draftRevision: restored.draftRevision };
  const back = detailOf(await anna.call('POST', `scenarios/${id}/draft-copies/${copy!.id}/restore`, order));
  expect(back.draft.name).toBe('Неопубликованный');
  expect(await copiesOf(id)).toHaveLength(1);
});

it('keeps what fills the scenario today when an older version comes back', async () => {
  const parameters = [{ id: 'days', title: 'Дней', schema: { type: 'integer' } }];
  const draft = aScenario(byHand, { parameters });
  const { id } = detailOf(
    await anna.call('POST', 'scenarios', { draft, binding: { slots: {}, parameters: { days: 5 } } }),
  );
  const first = (await publish(id)).published!.versionId;
  const { draftRevision } = detailOf(await anna.call('GET', `scenarios/${id}`));
  const binding = { slots: {}, parameters: { days: 9 } };
  const bound = detailOf(await anna.call('PUT', `scenarios/${id}/draft`, { draftRevision, draft, binding }));
  const order = { draftRevision: bound.draftRevision };
  const back = detailOf(await anna.call('POST', `scenarios/${id}/versions/${first}/restore`, order));
  expect(back.binding.parameters).toEqual({ days: 9 });
});

it('restores nothing over a draft that somebody else has saved, nor from another scenario', async () => {
  const [one, two] = [await create(), await create()];
  const first = (await publish(one.id)).published!.versionId;
  const path = `versions/${first}/restore`;
  const late = await anna.call('POST', `scenarios/${one.id}/${path}`, { draftRevision: 99 });
  expect([late.status, codeOf(late)]).toEqual([409, 'SCENARIO_CHANGED']);
  const alien = await anna.call('POST', `scenarios/${two.id}/${path}`, { draftRevision: two.draftRevision });
  expect([alien.status, codeOf(alien)]).toEqual([404, 'VERSION_NOT_FOUND']);
  const missing = await anna.call('POST', `scenarios/${two.id}/draft-copies/${first}/restore`, { draftRevision: 1 });
  expect([missing.status, codeOf(missing)]).toEqual([404, 'DRAFT_COPY_NOT_FOUND']);
});

it('hides the history of one workspace from another', async () => {
  const boris = await api.addMember('boris');
  const { id } = await create();
  const first = (await publish(id)).published!.versionId;
  for (const path of ['versions', `versions/${first}`, 'publish-preview', 'draft-copies'])
    expect((await boris.call('GET', `scenarios/${id}/${path}`)).status).toBe(404);
});

it('says what publishing would change, who changed it, and that layout alone changes nothing', async () => {
  const { id } = await create();
  expect(await previewOf(id)).toMatchObject({ nextNumber: 1, changes: [], isSamePlan: false, canPublish: true });
  await publish(id);
  expect(await previewOf(id)).toMatchObject({ nextNumber: 2, changes: [], isSamePlan: true, authors: [] });
  const drawing = named('Первый');
  const [start, end] = drawing.nodes;
  await save(id, { ...drawing, nodes: [start, { ...end, position: { x: 400, y: 0 } }] });
  const moved = await previewOf(id);
  expect(moved).toMatchObject({ isSamePlan: true, changes: [{ kind: 'moved', isLayoutOnly: true }] });
  expect(moved.authors).toMatchObject([{ name: 'anna', isYou: true }]);
  await save(id, { ...drawing, nodes: [start, { ...end, name: 'Конец' }] });
  const renamed = await previewOf(id);
  expect(renamed.isSamePlan).toBe(false);
  expect(renamed.changes).toMatchObject([
    { title: 'Изменён шаг «Конец»', node: 'end', lines: [{ text: 'Название — было «end», стало «Конец»' }] },
  ]);
});

it('says what is wrong with a draft that cannot be published, and what it would change all the same', async () => {
  const { id } = await create();
  await publish(id);
  await save(id, aScenario(byHand, { name: 'Первый', edges: [] }));
  const preview = await previewOf(id);
  expect(preview.canPublish).toBe(false);
  expect(preview.findings[0]).toMatchObject({ severity: 'error', node: 'start' });
  expect(preview.changes.map(({ title }) => title)).toEqual(['Изменены связи шага «start»']);
});
