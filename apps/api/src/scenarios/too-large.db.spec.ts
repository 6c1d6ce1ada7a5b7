import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem, ScenarioDetailView } from '@potok/contracts';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let id = '';
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  id = (await anna.call('POST', 'scenarios', { draft: aScenario(byHand) })).json<ScenarioDetailView>().id;
});
afterAll(() => api.stop());

const save = async (over: object) =>
  anna.call('PUT', `scenarios/${id}/draft`, { draftRevision: 1, draft: { ...aScenario(byHand), ...over } });
const nodes = (count: number) =>
  Array.from({ length: count }, (_none, at) => ({ ...aScenario(byHand).nodes[1], id: `n${at}`, name: `Шаг ${at}` }));
const draftNow = async () => (await anna.call('GET', `scenarios/${id}`)).json<ScenarioDetailView>();

it.each([
  ['5,000 nodes', { nodes: nodes(5000) }, '/draft/nodes', /2000/],
  ['a name of 10,000 characters', { name: 'я'.repeat(10_000) }, '/draft/name', /200/],
  ['a note without end', { notes: [{ ...aNote(), text: 'я'.repeat(4001) }] }, '/draft/notes/0/text', /4000/],
])(
  'refuses %s with a sentence that names the field and the limit, and keeps the draft',
  async (_what, over, field, says) => {
    const answer = await save(over);
    const { code, errors = [] } = answer.json<Problem>();
    expect([answer.status, code, errors.length, errors[0]?.field]).toEqual([400, 'SCENARIO_MALFORMED', 1, field]);
    expect(errors[0]?.detail).toMatch(says);
    expect(answer.text.length).toBeLessThan(5000);
    expect(await draftNow()).toMatchObject({ draftRevision: 1, draft: aScenario(byHand) });
  },
);

function aNote() {
  return { id: 'note', position: { x: 0, y: 0 }, width: 100, height: 100 };
}

it('refuses a body of 20 MB with a sentence', async () => {
  const answer = await save({ description: 'x'.repeat(20 * 1024 * 1024) });
  expect([answer.status, answer.json()]).toMatchObject([413, { code: 'BODY_TOO_LARGE' }]);
  expect(answer.json<Problem>().detail).toContain('6 МБ');
});

it('takes the largest drawing that there may be', async () => {
  const most = nodes(2000).map((node) => ({ ...node, params: { text: 'x'.repeat(300) } }));
  const answer = await save({ nodes: [aScenario(byHand).nodes[0], ...most.slice(1)], edges: [] });
  expect(answer.status).toBe(200);
});
