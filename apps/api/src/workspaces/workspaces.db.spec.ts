import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page, Problem, WorkspaceView } from '@potok/contracts';
import { adminCommands } from '../identity/admin-commands.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
});
afterAll(() => api.stop());

const here = () => `/api/workspaces/${anna.workspaceId}`;
const asToken = (member: Member) => ({ authorization: `Bearer ${member.token}`, 'content-type': 'application/json' });
const asPerson = async ({ email, password }: Member) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await api.fetch('/api/sign-in', {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  });
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
};
const rename = (body: object, headers: Record<string, string> = asToken(anna)) =>
  api.fetch(here(), { method: 'PATCH', headers, body: JSON.stringify(body) });

it('lists to a person all of theirs and to a token the one that it opens', async () => {
  const carl = await api.addMember('carl');
  await adminCommands['create-user'](api.owner, { email: carl.email, workspaceId: anna.workspaceId, role: 'member' });
  const list = async (headers: Record<string, string>) =>
    (await api.fetch('/api/workspaces', { headers })).json<Page<WorkspaceView>>().items;
  expect((await list(await asPerson(carl))).map(({ name, role }) => [name, role])).toEqual([
    ['anna', 'member'],
    ['carl', 'owner'],
  ]);
  expect(await list(asToken(carl))).toEqual([
    { id: carl.workspaceId, name: 'carl', role: 'token', timeZone: 'Europe/Moscow' },
  ]);
});

it('renames a workspace, which the trail tells', async () => {
  const renamed = await rename({ name: '  ООО «Вектор» ' });
  expect([renamed.status, renamed.json<WorkspaceView>().name]).toEqual([200, 'ООО «Вектор»']);
  expect((await api.fetch(here(), { headers: asToken(anna) })).json<WorkspaceView>().name).toBe('ООО «Вектор»');
  const trail = await anna.call('GET', `audit?kind=workspace&id=${anna.workspaceId}`);
  expect(trail.json()).toMatchObject({
    items: [{ act: 'workspace.renamed', who: 'anna', facts: { name: 'ООО «Вектор»', was: 'anna' } }, {}],
  });
});

it.each([[{ name: '   ' }], [{ name: 7 }], [{}], [{ name: 'я'.repeat(201) }]])(
  'names the field of %j',
  async (body) => {
    const answer = await rename(body);
    expect([answer.status, answer.json<Problem>().field]).toEqual([400, '/name']);
  },
);

it('is no place for a stranger', async () => {
  const boris = await api.addMember('boris');
  expect((await api.fetch(here(), { headers: asToken(boris) })).status).toBe(404);
  expect((await rename({ name: 'Чужое' }, asToken(boris))).status).toBe(404);
});
