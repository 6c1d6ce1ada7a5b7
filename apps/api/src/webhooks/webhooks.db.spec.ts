import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DeliveryDetailView, DeliveryView, Page, Problem, ScenarioDetailView, StartView } from '@potok/contracts';
import { aScenario, byWebhook } from '../testing/a-scenario.js';
import { startApi, type Answer, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
});
afterAll(() => api.stop());

interface Hook {
  readonly id: string;
  readonly path: string;
}

const aHook = async (proof?: object, { more, secret }: { more?: object; secret?: string } = {}): Promise<Hook> => {
  const draft = aScenario(byWebhook(proof, more));
  const { id } = (await anna.call('POST', 'scenarios', { draft })).json<ScenarioDetailView>();
  if (secret !== undefined) await anna.call('PUT', `scenarios/${id}/hook/key`, { secret });
  const { trigger } = (await anna.call('POST', `scenarios/${id}/publish`, {})).json<ScenarioDetailView>();
  return { id, path: new URL(trigger!.webhookUrl!).pathname };
};
const post = (hook: Hook, body: string | Buffer, headers: Record<string, string> = {}) =>
  api.fetch(hook.path, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const codeOf = (answer: Answer) => [answer.status, answer.json<Problem>().code];
const detailOf = async (answer: Answer) =>
  (await anna.call('GET', `deliveries/${answer.json<StartView>().deliveryId}`)).json<DeliveryDetailView>();
const listOf = async ({ id }: Hook) =>
  (await anna.call('GET', `deliveries?scenarioId=${id}`)).json<Page<DeliveryView>>().items;

it('stores a call and shows it', async () => {
  const hook = await aHook();
  const answer = await post(hook, '{"order":{"id":12345678901234567890,"sum":0.1}}');
  expect(answer.status).toBe(200);
  const detail = await detailOf(answer);
  expect(detail).toMatchObject({ source: 'webhook', status: 'accepted', endpointName: 'Сценарий' });
  const [row] = await api.owner.query<{ body: string }[]>('SELECT body::text FROM inbox WHERE id = $1', [detail.id]);
  expect(row?.body).toContain('12345678901234567890');
});

it('answers a repeat as the first and stores nothing, also when many come at once', async () => {
  const hook = await aHook({ kind: 'none' }, { more: { sameAs: '/order/id' } });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => post(hook, JSON.stringify({ order: { id: 'A-1' }, at }))),
  );
  expect(new Set(answers.map((answer) => answer.json<StartView>().deliveryId)).size).toBe(1);
  expect(await listOf(hook)).toHaveLength(1);
  expect(codeOf(await post(hook, '{"order":{}}'))).toEqual([400, 'SAME_AS_MISSING']);
});

it('knows a repeat by Idempotency-Key where the trigger names no field', async () => {
  const hook = await aHook();
  const call = (key: string) => post(hook, '{}', { 'idempotency-key': key });
  const [one, two, three] = [await call('k'), await call('k'), await call('x'.repeat(500))];
  expect(two.text).toBe(one.text);
  expect(three.text).not.toBe(one.text);
  expect(await listOf(hook)).toHaveLength(2);
});

it.each([
  [
    'hmac-sha256',
    { header: 'x-signature' },
    (body: string) => ({ 'x-signature': createHmac('sha256', 'ключ-1').update(body).digest('hex') }),
  ],
  ['token', { header: 'x-key' }, () => ({ 'x-key': encodeURIComponent('ключ-1') })],
  ['basic', {}, () => ({ authorization: `Basic ${Buffer.from('potok:ключ-1').toString('base64')}` })],
])('lets a call in by %s and no other', async (kind, more, proving) => {
  const secret = { token: encodeURIComponent('ключ-1'), basic: 'potok:ключ-1' }[kind] ?? 'ключ-1';
  const hook = await aHook({ kind, ...more }, { secret });
  const body = '{"a":1}';
  const right = await post(hook, body, proving(body));
  expect(right.status).toBe(200);
  expect(codeOf(await post(hook, body))).toEqual([401, 'PROOF_WRONG']);
  const wrong = await post(hook, body, {
    'x-signature': '0'.repeat(64),
    'x-key': 'нет'.slice(3),
    authorization: 'Basic eA==',
  });
  expect(codeOf(wrong)).toEqual([401, 'PROOF_WRONG']);
  expect(JSON.stringify(await detailOf(right))).not.toContain(Object.values(proving(body))[0]);
});

it('lets nobody in where a proof is asked and its key is not set', async () => {
  const hook = await aHook({ kind: 'token', header: 'x-key' });
  expect(codeOf(await post(hook, '{}', { 'x-key': '' }))).toEqual([403, 'PROOF_KEY_MISSING']);
});

it('keeps XML as it came', async () => {
  const hook = await aHook();
  const answer = await post(hook, '<заказ/>', { 'content-type': 'application/xml' });
  expect(await detailOf(answer)).toMatchObject({ contentType: 'application/xml', body: '<заказ/>', sizeBytes: 13 });
});

it('reads forms with brackets, and calls by GET', async () => {
  const hook = await aHook();
  const form = await post(hook, 'event=ONCRM&data[FIELDS][ID]=7&tags[]=a&tags[]=b', {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect((await detailOf(form)).body).toEqual({
    event: 'ONCRM',
    data: { FIELDS: { ID: '7' } },
    tags: { 0: 'a', 1: 'b' },
  });
  expect((await detailOf(await api.fetch(`${hook.path}?deal=7`))).body).toEqual({ deal: '7' });
});

it.each([
  ['20 MB', () => Buffer.alloc(20_000_000, 0x20), 413, 'BODY_TOO_LARGE'],
  ['JSON 1,000 deep', () => '['.repeat(1000) + ']'.repeat(1000), 400, 'BODY_TOO_DEEP'],
  ['JSON half a million deep', () => '['.repeat(500_000), 400, 'BODY_TOO_DEEP'],
  [
    'too many keys',
    () => JSON.stringify(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [at, 1]))),
    400,
    'BODY_TOO_MANY_KEYS',
  ],
  ['broken JSON', () => '{"a":', 400, 'BODY_MALFORMED'],
  ['an empty body', () => '', 400, 'BODY_MALFORMED'],
  ['bytes that are no UTF-8', () => Buffer.from([0x22, 0xff, 0x22]), 400, 'BODY_NOT_UTF8'],
  ['a null character', () => '{"a":"\\u0000"}', 400, 'TEXT_UNSTORABLE'],
  ['half a surrogate', () => '{"a":"\\ud800"}', 400, 'TEXT_UNSTORABLE'],
])('refuses %s with a sentence', async (...[, body, status, code]) => {
  const hook = await aHook();
  const answer = await post(hook, body());
  expect(codeOf(answer)).toEqual([status, code]);
  expect(answer.json<Problem>().detail.length).toBeGreaterThan(20);
  expect(await listOf(hook)).toEqual([]);
});

it('knows no other address, and soon no switched-off one', async () => {
  expect(codeOf(await api.fetch('/hooks/nobody', { method: 'POST' }))).toEqual([404, 'HOOK_UNKNOWN']);
  const hook = await aHook();
  await anna.call('PATCH', `scenarios/${hook.id}`, { isEnabled: false });
  expect(codeOf(await post(hook, '{}'))).toEqual([404, 'HOOK_DISABLED']);
});

it('replays a delivery by hand, with a mark and a line in the trail', async () => {
  const hook = await aHook({ kind: 'none' }, { more: { sameAs: '/id' } });
  const first = (await post(hook, '{"id":"1"}')).json<StartView>().deliveryId;
  const replayed = await anna.call('POST', `deliveries/${first}/replay`);
  expect(replayed.status).toBe(202);
  expect(await detailOf(replayed)).toMatchObject({ source: 'replay', replayOf: first, body: { id: '1' } });
  const trail = await api.owner.query<unknown[]>(
    `SELECT FROM audit WHERE act = 'delivery.replayed' AND object_id = $1`,
    [first],
  );
  expect(trail).toHaveLength(1);
});
