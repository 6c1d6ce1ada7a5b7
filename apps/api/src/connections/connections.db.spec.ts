import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { openSecret } from '@potok/config';
import type { ConnectionView } from '@potok/contracts';
import { playWorker, type PlayedWorker } from '../testing/play-worker.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

const masterKeys = [{ id: 'k1', bytes: new Uint8Array(32).fill(7) }];
const settings = { apiUrl: 'https://diadoc-api.kontur.ru', auth: 'password' };
const secrets = { login: 'anna', password: 'СЕКРЕТ-1' };

let api: TestApi;
let anna: Member;
let worker: PlayedWorker;
let id: string;
beforeAll(async () => {
  api = await startApi({ masterKeys });
  anna = await api.addMember('anna');
  worker = playWorker(api.owner, ({ kind }) =>
    kind === 'check-connection'
      ? { status: 'refused', answer: { kind: 'invalid', code: 'CONNECTION_NOT_FOUND', facts: {} } }
      : { status: 'done', answer: { schemas: {} } },
  );
});
beforeEach(async () => {
  const answer = await anna.call('POST', 'connections', { name: 'Диадок', system: 'diadoc', settings, secrets });
  expect(answer.status).toBe(201);
  id = answer.json<ConnectionView>().id;
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

const sealedSecrets = async () => {
  const rows: { sealed: Buffer }[] = await api.owner.query(
    'SELECT secrets_sealed AS sealed FROM connection WHERE id = $1',
    [id],
  );
  const opened = openSecret(rows[0]?.sealed ?? Buffer.alloc(0), masterKeys, `connection:${id}`);
  return JSON.parse(Buffer.from(opened).toString('utf8')) as unknown;
};

it('seals secrets for this connection and never shows them', async () => {
  expect(await sealedSecrets()).toEqual(secrets);
  const shown = await anna.call('GET', `connections/${id}`);
  expect(shown.json()).toMatchObject({ system: 'diadoc', gateway: 'operator', status: 'unchecked', settings });
  const all = shown.text + (await anna.call('GET', 'connections')).text + (await anna.call('GET', 'audit')).text;
  expect(all + api.logged()).not.toContain('СЕКРЕТ');
});

it('keeps the secrets when only the name is changed', async () => {
  await anna.call('PATCH', `connections/${id}`, { name: 'Другой' });
  expect(await sealedSecrets()).toEqual(secrets);
  await anna.call('PATCH', `connections/${id}`, { secrets: { ...secrets, password: 'СЕКРЕТ-2' } });
  expect(await sealedSecrets()).toMatchObject({ password: 'СЕКРЕТ-2' });
});

it('names the field of settings or secrets that does not fit the system', async () => {
  const order = { name: 'Диадок', system: 'diadoc', settings, secrets };
  const wrong = async (over: object) =>
    (await anna.call('POST', 'connections', { ...order, ...over })).json<{ code: string; field: string }>();
  expect(await wrong({ settings: { auth: 'password' } })).toMatchObject({ field: '/settings/apiUrl' });
  expect(await wrong({ secrets: { пароль: 'x' } })).toMatchObject({ field: '/secrets/пароль' });
  expect(await wrong({ system: 'sbis' })).toMatchObject({ code: 'SYSTEM_UNKNOWN', field: '/system' });
});

it('tells why a check failed, in the words of the worker', async () => {
  const answer = await anna.call('POST', `connections/${id}/check`);
  expect(answer.json()).toMatchObject({
    status: 400,
    code: 'WORKER_REFUSED',
    detail: expect.stringContaining('Подключени'),
  });
  expect(worker.asked.at(-1)).toMatchObject({ kind: 'check-connection', body: { connectionId: id } });
});

it('asks for the fields of the account anew', async () => {
  const answer = await anna.call('POST', `connections/${id}/describe`);
  expect(answer.json()).toMatchObject({ status: 'done', result: { schemas: {} } });
  expect(worker.asked.at(-1)).toMatchObject({ kind: 'describe-connection' });
});

const keepList = (age: string) =>
  api.owner.query(
    `INSERT INTO connection_snapshot (workspace_id, connection_id, kind, hash, body, taken_at)
     VALUES ($1, $2, 'list:boxes', 'h', '[{"value":"1"}]', now() - $3::interval)`,
    [anna.workspaceId, id, age],
  );

it('serves a list of less than ten minutes ago without asking', async () => {
  await keepList('9 minutes');
  const before = worker.asked.length;
  const answer = await anna.call('GET', `connections/${id}/lists/boxes`);
  expect(answer.json()).toMatchObject({ items: [{ value: '1' }] });
  expect(worker.asked).toHaveLength(before);
});

it.each([
  ['11 minutes', ''],
  ['1 minute', '?fresh=1'],
])('asks again for a list of %s ago with «%s»', async (age, query) => {
  await keepList(age);
  await anna.call('GET', `connections/${id}/lists/boxes${query}`);
  expect(worker.asked.at(-1)).toMatchObject({ kind: 'connection-list', body: { connectionId: id, list: 'boxes' } });
});

it('gives own fields as they were kept, and asks for them when none are', async () => {
  const absent = await anna.call('GET', `connections/${id}/fields/deal`);
  expect(absent.json()).toMatchObject({ status: 404, code: 'CONNECTION_FIELDS_ABSENT' });
  expect(worker.asked.at(-1)).toMatchObject({ kind: 'describe-connection', body: { connectionId: id } });
  await api.owner.query(
    `INSERT INTO connection_snapshot (workspace_id, connection_id, kind, hash, body, taken_at)
     VALUES ($1, $2, 'describe:deal', 'h', '{"properties":{"UF_CRM_1":{"title":"Договор"}}}', now())`,
    [anna.workspaceId, id],
  );
  const kept = await anna.call('GET', `connections/${id}/fields/deal`);
  expect(kept.json()).toMatchObject({ schema: { properties: { UF_CRM_1: { title: 'Договор' } } } });
});

it('wipes the secrets of a removed connection', async () => {
  expect((await anna.call('DELETE', `connections/${id}`)).status).toBe(204);
  expect((await anna.call('GET', `connections/${id}`)).status).toBe(404);
  const rows: unknown = await api.owner.query('SELECT secrets_sealed AS sealed FROM connection WHERE id = $1', [id]);
  expect(rows).toEqual([{ sealed: Buffer.alloc(0) }]);
});
