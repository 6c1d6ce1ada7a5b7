import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CheckView, HookView, Page, Problem, ScenarioDetailView, StartView, VersionView } from '@potok/contracts';
import { aScenario, byHand, byWebhook } from '../testing/a-scenario.js';
import { startApi, type Answer, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
});
afterAll(() => api.stop());

const codeOf = (answer: Answer) => answer.json<Problem>().code;
const create = async (draft: object) => (await anna.call('POST', 'scenarios', { draft })).json<ScenarioDetailView>();
const publish = async (id: string) => anna.call('POST', `scenarios/${id}/publish`, {});
const count = async (sql: string, values: unknown[]) =>
  (await api.owner.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${sql}`, values))[0]!.n;

it('refuses a drawing of the wrong shape and names its field', async () => {
  const answer = await anna.call('POST', 'scenarios', { draft: { ...aScenario(byHand), name: 7 } });
  expect([answer.status, codeOf(answer)]).toEqual([400, 'SCENARIO_MALFORMED']);
  expect(answer.json<Problem>().field).toBe('/draft/name');
});

it('saves a draft only over the revision that was seen', async () => {
  const { id, draftRevision } = await create(aScenario(byHand));
  const save = (name: string) =>
    anna.call('PUT', `scenarios/${id}/draft`, { draftRevision, draft: aScenario(byHand, { name }) });
  const answers = await Promise.all([save('один'), save('два')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(codeOf(answers.find(({ status }) => status === 409)!)).toBe('SCENARIO_CHANGED');
});

it('checks and refuses to publish with the node and the field of each error, and writes nothing', async () => {
  const { id } = await create(aScenario(byHand, { edges: [] }));
  const { findings, hash } = (await anna.call('POST', `scenarios/${id}/check`)).json<CheckView>();
  expect(hash).toBeUndefined();
  expect(findings[0]).toMatchObject({ severity: 'error', code: 'TRIGGER_LEADS_NOWHERE', node: 'start' });
  const answer = await publish(id);
  expect([answer.status, codeOf(answer)]).toEqual([422, 'SCENARIO_WRONG']);
  expect(answer.json<Problem>().errors?.[0]).toMatchObject({ node: 'start', detail: findings[0]!.detail });
  expect(await count('scenario_version WHERE scenario_id = $1', [id])).toBe(0);
});

it('publishes plan, version, binding, hook and trail together, and keeps the address of the hook', async () => {
  const { id } = await create(aScenario(byWebhook()));
  const first = (await publish(id)).json<ScenarioDetailView>();
  expect(first.published).toMatchObject({ number: 1, by: 'anna' });
  expect(first.trigger).toMatchObject({ type: 'trigger.webhook', isEnabled: true });
  expect(first.trigger?.webhookUrl).toMatch(/^http:\/\/127\.0\.0\.1:4100\/hooks\/[\w-]{43}$/);
  const again = (await publish(id)).json<ScenarioDetailView>();
  expect(again.published?.number).toBe(2);
  expect(again.published?.planHash).toBe(first.published?.planHash);
  expect(again.trigger?.webhookUrl).toBe(first.trigger?.webhookUrl);
  expect(await count('plan WHERE hash = $1', [first.published?.planHash])).toBe(1);
  expect(await count(`audit WHERE act = 'scenario.published' AND object_id = $1`, [id])).toBe(2);
  const { items } = (await anna.call('GET', `scenarios/${id}/versions`)).json<Page<VersionView>>();
  expect(items.map(({ number }) => number)).toEqual([2, 1]);
});

it('gives two publishings at once two numbers', async () => {
  const { id } = await create(aScenario(byHand));
  await Promise.all([publish(id), publish(id), publish(id)]);
  expect((await anna.call('GET', `scenarios/${id}`)).json<ScenarioDetailView>().published?.number).toBe(3);
});

it('takes the hook down when the new version does not listen, and puts up its schedule', async () => {
  const { id, draftRevision } = await create(aScenario(byWebhook()));
  await publish(id);
  const schedule = { type: 'trigger.schedule', params: { cron: '0 9 * * 1-5', zone: 'Asia/Yekaterinburg' } };
  await anna.call('PUT', `scenarios/${id}/draft`, { draftRevision, draft: aScenario(schedule) });
  await publish(id);
  expect((await anna.call('GET', `scenarios/${id}/hook`)).json<HookView>().isEnabled).toBe(false);
  const [row] = await api.owner.query<{ next_at: Date; time_zone: string }[]>(
    'SELECT next_at, time_zone FROM schedule WHERE scenario_id = $1',
    [id],
  );
  expect(row?.time_zone).toBe('Asia/Yekaterinburg');
  expect(row?.next_at.getUTCHours()).toBe(4);
  await anna.call('PATCH', `scenarios/${id}`, { isEnabled: false });
  expect(await count('schedule WHERE scenario_id = $1 AND NOT is_enabled', [id])).toBe(1);
});

it('keeps the secret of a proof sealed and never shows it', async () => {
  const { id } = await create(aScenario(byWebhook({ kind: 'token', header: 'x-key' })));
  const put = await anna.call('PUT', `scenarios/${id}/hook/key`, { secret: 'hunter2-hunter2' });
  expect(put.json<HookView>()).toMatchObject({ hasKey: true, isEnabled: false });
  await publish(id);
  const shown = await anna.call('GET', `scenarios/${id}/hook`);
  expect(shown.json<HookView>()).toMatchObject({ hasKey: true, isEnabled: true, proof: { kind: 'token' } });
  const rows = await api.owner.query<{ sealed: Buffer }[]>('SELECT sealed FROM endpoint_key');
  expect(rows.some(({ sealed }) => sealed.includes('hunter2'))).toBe(false);
  expect(shown.text + api.logged()).not.toContain('hunter2');
});

it('starts a published scenario by hand and by the API, the second once per Idempotency-Key', async () => {
  const { id } = await create(aScenario(byHand));
  expect(codeOf(await anna.call('POST', `scenarios/${id}/runs`, { data: {} }))).toBe('SCENARIO_NOT_PUBLISHED');
  await publish(id);
  const byHandAnswer = await anna.call('POST', `scenarios/${id}/runs`, { data: { dealId: '7' } });
  expect(byHandAnswer.status).toBe(202);
  const byApi = (key: string) =>
    anna.call('POST', `scenarios/${id}/api-runs`, { data: { dealId: '7' } }, { 'idempotency-key': key });
  const [one, two] = [await byApi('k-1'), await byApi('k-1')];
  expect(two.json<StartView>()).toEqual(one.json<StartView>());
  expect((await byApi('k-2')).json<StartView>()).not.toEqual(one.json<StartView>());
  expect(codeOf(await byApi('ключ'.slice(0, 0) || 'a b'))).toBe('IDEMPOTENCY_KEY_WRONG');
  expect(await count('inbox WHERE scenario_id = $1', [id])).toBe(3);
});

it('refuses data that the trigger would not put out, and says which field', async () => {
  const deal = { type: 'trigger.schedule', params: { cron: '0 9 * * *' } };
  const { id } = await create(aScenario(deal));
  await publish(id);
  const answer = await anna.call('POST', `scenarios/${id}/runs`, { data: { firedAt: 'вчера' } });
  expect([answer.status, codeOf(answer)]).toEqual([400, 'RUN_DATA_WRONG']);
  expect(
    answer
      .json<Problem>()
      .errors?.map(({ field }) => field)
      .sort(),
  ).toEqual(['/data/date', '/data/firedAt']);
});

it('refuses what PostgreSQL cannot hold with a sentence', async () => {
  const answer = await anna.call('POST', 'scenarios', { draft: aScenario(byHand, { name: 'a\u0000b' }) });
  expect([answer.status, codeOf(answer)]).toEqual([400, 'TEXT_UNSTORABLE']);
});
