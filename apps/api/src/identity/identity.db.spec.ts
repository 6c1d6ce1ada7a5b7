import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem, SessionView } from '@potok/contracts';
import { startApi, type Answer, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
});
afterAll(() => api.stop());

const signIn = (email: string, password: string) =>
  api.fetch('/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
const cookieOf = (answer: Answer) => answer.headers.get('set-cookie')!.split(';')[0]!;
const codeOf = (answer: Answer) => answer.json<Problem>().code;

it('lets a person in and out, and shows their workspaces', async () => {
  const answer = await signIn(anna.email.toUpperCase(), anna.password);
  expect(answer.status).toBe(200);
  const cookie = cookieOf(answer);
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
  const session = (await api.fetch('/api/session', { headers: { cookie } })).json<SessionView>();
  expect(session.user.email).toBe(anna.email);
  expect(session.workspaces).toEqual([
    { id: anna.workspaceId, name: 'anna', role: 'owner', timeZone: 'Europe/Moscow' },
  ]);
  const headers = { cookie, 'x-csrf-token': session.csrfToken };
  expect((await api.fetch('/api/sign-out', { method: 'POST', headers })).status).toBe(204);
  expect((await api.fetch('/api/session', { headers })).status).toBe(401);
});

it('takes a changing call of a session only with its mark', async () => {
  const cookie = cookieOf(await signIn(anna.email, anna.password));
  const refused = await api.fetch('/api/sign-out', { method: 'POST', headers: { cookie } });
  expect([refused.status, codeOf(refused)]).toEqual([403, 'CSRF_WRONG']);
  const wrong = await api.fetch('/api/sign-out', { method: 'POST', headers: { cookie, 'x-csrf-token': 'x' } });
  expect(wrong.status).toBe(403);
});

it('says the same of an unknown e-mail and of a wrong password, in the asked language', async () => {
  const unknown = await signIn('nobody@firma.ru', 'romashka-1');
  const wrong = await signIn(anna.email, 'romashka-2');
  expect([unknown.status, codeOf(unknown)]).toEqual([401, 'SIGN_IN_WRONG']);
  expect(wrong.json<Problem>().detail).toBe(unknown.json<Problem>().detail);
  const english = await api.fetch('/api/session?lang=en');
  expect(english.json<Problem>().detail).toContain('You are not signed in');
});

it('throttles attempts by e-mail, whatever the case and however many come at once', async () => {
  const bob = await api.addMember('bob');
  const burst = await Promise.all(Array.from({ length: 25 }, () => signIn(bob.email.toUpperCase(), 'wrong-word')));
  expect(burst.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
  for (let at = 0; at < 10; at += 1) await signIn(bob.email, 'wrong-word');
  const throttled = await signIn(bob.email, bob.password);
  expect([throttled.status, codeOf(throttled)]).toEqual([429, 'SIGN_IN_THROTTLED']);
  expect((await signIn(anna.email, anna.password)).status).toBe(200);
});

it('holds a token to its rights and its workspace, and forgets it when revoked', async () => {
  const cookie = cookieOf(await signIn(anna.email, anna.password));
  const { csrfToken } = (await api.fetch('/api/session', { headers: { cookie } })).json<SessionView>();
  const headers = { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' };
  const tokens = `/api/workspaces/${anna.workspaceId}/api-tokens`;
  const issued = await api.fetch(tokens, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'отчёт', scopes: ['read'] }),
  });
  const { id, secret } = issued.json<{ id: string; secret: string }>();
  const bearer = { authorization: `Bearer ${secret}` };
  const scenarios = `/api/workspaces/${anna.workspaceId}/scenarios`;
  expect((await api.fetch(scenarios, { headers: bearer })).status).toBe(200);
  expect(codeOf(await api.fetch(scenarios, { method: 'POST', headers: bearer }))).toBe('TOKEN_SCOPE');
  expect((await api.fetch(tokens, { headers: bearer })).text).not.toContain(secret);
  const other = await api.addMember('olga');
  expect((await api.fetch(`/api/workspaces/${other.workspaceId}/scenarios`, { headers: bearer })).status).toBe(404);
  expect(
    (await api.fetch(`${tokens}/${id}`, { method: 'DELETE', headers: { cookie, 'x-csrf-token': csrfToken } })).status,
  ).toBe(204);
  expect(codeOf(await api.fetch(scenarios, { headers: bearer }))).toBe('TOKEN_WRONG');
});

it('names every field that is wrong', async () => {
  const answer = await api.fetch('/api/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'anna', extra: 1 }),
  });
  const { field, errors } = answer.json<Problem>();
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(field).toBe('/extra');
  expect(errors?.map((error) => [error.field, error.code])).toEqual([
    ['/extra', 'FIELD_UNKNOWN'],
    ['/email', 'FIELD_EMAIL'],
    ['/password', 'FIELD_REQUIRED'],
  ]);
});

it('keeps no password and no secret of a session in the database or in the log', async () => {
  const cookie = cookieOf(await signIn(anna.email, anna.password));
  const rows = await api.owner.query<unknown[]>('SELECT * FROM session UNION ALL SELECT * FROM session LIMIT 100');
  expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  expect(api.logged()).not.toContain(anna.password);
});
