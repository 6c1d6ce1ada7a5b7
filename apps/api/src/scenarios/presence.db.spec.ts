import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { AuditView, LiveEvent, Page, PresenceView, Problem, ScenarioDetailView } from '@potok/contracts';
import { openDatabase } from '@potok/persistence';
import pg from 'pg';
import { adminCommands } from '../identity/admin-commands.js';
import { aScenario, byHand } from '../testing/a-scenario.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
/** A second token of the same workspace: another actor in it. */
let boris: Pick<Member, 'call'>;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  const db = await openDatabase(api.db.ownerUrl, { poolSize: 1 });
  const { workspaceId, userId } = anna;
  const { secret } = await adminCommands['create-token'](db, { workspaceId, userId, name: 'boris' });
  await db.destroy();
  boris = { call: (method, path, body) => anna.call(method, path, body, { authorization: `Bearer ${secret}` }) };
});
afterAll(() => api.stop());

let id = '';
let [tabA, tabB] = ['', ''];
beforeEach(async () => {
  id = (await anna.call('POST', 'scenarios', { draft: aScenario(byHand) })).json<ScenarioDetailView>().id;
  [tabA, tabB] = [randomUUID(), randomUUID()];
});

const beat = async (who: Pick<Member, 'call'>, tab: string, order: object = { wants: 'edit' }) =>
  (await who.call('PUT', `scenarios/${id}/presence`, { tab, ...order })).json<PresenceView>();
const save = (who: Pick<Member, 'call'>, draftRevision: number, tab?: string) =>
  who.call('PUT', `scenarios/${id}/draft?view=saved`, { draftRevision, draft: aScenario(byHand), tab });
const expire = (table: string) => api.owner.query(`UPDATE ${table} SET until = now() - interval '1 second'`);
const acts = async () =>
  (await anna.call('GET', `audit?kind=scenario&id=${id}`)).json<Page<AuditView>>().items.map(({ act, who, facts }) => ({
    act,
    who,
    facts,
  }));

it('shows who has the scenario open and gives the lock to the first who edits', async () => {
  expect(await beat(anna, tabA)).toMatchObject({
    people: [{ tab: tabA, name: 'anna', isYou: true }],
    lock: { tab: tabA, isYours: true },
    draftRevision: 1,
  });
  const seen = await beat(boris, tabB);
  expect(seen.people.map(({ name, isYou }) => [name, isYou])).toEqual([
    ['anna', false],
    ['boris', true],
  ]);
  expect(seen.lock).toMatchObject({ name: 'anna', isYours: false });
  expect(JSON.stringify(seen)).not.toContain('@');
});

it('is one lock per tab, also of the same person, and gives it up when the tab only looks or leaves', async () => {
  await beat(anna, tabA);
  expect((await beat(anna, tabB)).lock).toMatchObject({ tab: tabA, isYours: false });
  expect((await beat(anna, tabA, { wants: 'look' })).lock).toBeUndefined();
  expect((await beat(anna, tabB)).lock?.isYours).toBe(true);
  for (const _twice of [1, 2]) expect((await anna.call('DELETE', `scenarios/${id}/presence/${tabB}`)).status).toBe(204);
  expect(await beat(boris, tabA, { wants: 'look' })).toMatchObject({ people: [{ name: 'anna' }, { name: 'boris' }] });
});

it('counts a tab as gone, and its lock as free, when its beats have run out', async () => {
  await beat(anna, tabA);
  await expire('scenario_tab');
  await expire('scenario_lock');
  expect(await beat(boris, tabB)).toMatchObject({ people: [{ name: 'boris' }], lock: { tab: tabB, isYours: true } });
});

it('keeps the since of a lock while it is renewed', async () => {
  const first = await beat(anna, tabA);
  expect((await beat(anna, tabA)).lock?.since).toBe(first.lock?.since);
});

it('lets the lock be taken over, tells the trail, and the loser at its next beat', async () => {
  await beat(anna, tabA);
  expect((await beat(boris, tabB, { wants: 'edit', takeOver: true })).lock).toMatchObject({ isYours: true });
  expect((await beat(anna, tabA)).lock).toMatchObject({ name: 'boris', isYours: false });
  expect((await acts())[0]).toMatchObject({ act: 'scenario.lock-taken', who: 'boris', facts: { from: 'anna' } });
  await beat(boris, tabB, { wants: 'edit', takeOver: true });
  expect((await acts()).filter(({ act }) => act === 'scenario.lock-taken')).toHaveLength(1);
});

it('gives one of two who ask at once the lock', async () => {
  const seen = await Promise.all([beat(anna, tabA), beat(boris, tabB)]);
  expect(seen.filter(({ lock }) => lock?.isYours === true)).toHaveLength(1);
});

it('saves nothing of a tab that does not hold the lock while another one does', async () => {
  await beat(anna, tabA);
  const refused = await save(boris, 1, tabB);
  expect([refused.status, refused.json()]).toMatchObject([
    409,
    { code: 'SCENARIO_LOCKED', facts: { name: 'anna', tab: tabA, since: expect.any(String) } },
  ]);
  expect(refused.json<Problem>().detail).toContain('anna');
  // The tab's name is no key: it is the holder's together with the person.
  expect((await save(boris, 1, tabA)).status).toBe(409);
  expect((await save(anna, 1, tabA)).json()).toEqual({ draftRevision: 2, updatedAt: expect.any(String) });
  await expire('scenario_lock');
  expect((await save(boris, 2, tabB)).status).toBe(200);
});

it('tells the loser of a race who saved last, and when', async () => {
  await save(boris, 1);
  const lost = await save(anna, 1);
  expect([lost.status, lost.json()]).toMatchObject([
    409,
    { code: 'SCENARIO_CHANGED', facts: { yours: 1, theirs: 2, by: 'boris', at: expect.any(String) } },
  ]);
});

it('tells the trail of the first save at once and of the following ones together, none twice', async () => {
  for (const revision of [1, 2, 3]) await save(anna, revision, tabA);
  const saves = async () =>
    (await acts()).filter(({ act }) => act === 'scenario.draft-saved').map(({ facts }) => facts);
  expect(await saves()).toEqual([{ revision: 2, saves: 1 }]);
  await api.owner.query(`UPDATE draft_tally SET told_at = now() - interval '11 minutes'`);
  await save(anna, 4, tabA);
  expect(await saves()).toEqual([
    { revision: 5, saves: 3 },
    { revision: 2, saves: 1 },
  ]);
  await save(anna, 5, tabA);
  await boris.call('POST', `scenarios/${id}/publish`, {});
  await anna.call('DELETE', `scenarios/${id}/presence/${tabA}`);
  expect((await acts()).slice(0, 2)).toMatchObject([
    { act: 'scenario.published', who: 'boris' },
    { act: 'scenario.draft-saved', who: 'anna', facts: { revision: 6, saves: 1 } },
  ]);
});

it('tells other tabs of saves, publishings and locks, and not of beats that change nothing', async () => {
  const heard: (LiveEvent & { workspaceId: string })[] = [];
  const listener = new pg.Client({ connectionString: api.db.appUrl });
  await listener.connect();
  listener.on('notification', ({ payload = '' }) => void heard.push(JSON.parse(payload) as (typeof heard)[number]));
  await listener.query('LISTEN potok_live');
  await beat(anna, tabA);
  await beat(anna, tabA);
  await beat(boris, tabB);
  await save(anna, 1, tabA);
  await anna.call('POST', `scenarios/${id}/publish`, {});
  await anna.call('DELETE', `scenarios/${id}/presence/${tabA}`);
  await listener.query('SELECT 1');
  await listener.end();
  expect(heard.filter((one) => one.id === id)).toEqual(
    Array.from({ length: 4 }, () => ({ workspaceId: anna.workspaceId, kind: 'scenario', id })),
  );
});

it('knows no scenario of another workspace and no tab that is not one', async () => {
  const olga = await api.addMember('olga');
  expect((await olga.call('PUT', `scenarios/${id}/presence`, { tab: tabA, wants: 'edit' })).status).toBe(404);
  const wrong = await anna.call('PUT', `scenarios/${id}/presence`, { tab: 'моя', wants: 'rule' });
  expect(wrong.json<Problem>().errors?.map(({ field }) => field)).toEqual(['/tab', '/wants']);
});
