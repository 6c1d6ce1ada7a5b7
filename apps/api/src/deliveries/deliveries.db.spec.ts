import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DeliveryDetailView, DeliveryView, Page } from '@potok/contracts';
import { newId } from '@potok/persistence';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
});
afterAll(() => api.stop());

const addDelivery = async (source: string, status: string, reason: object | null = null) => {
  const id = newId();
  await api.owner.query(
    `INSERT INTO inbox (id, workspace_id, source, scope, event_key, headers, body, size_bytes, status, reason)
     VALUES ($1, $2, $3, 'scope', $6, '{"x-deal":"7","idempotency-key":"k","authorization":"•••"}', '{"deal":7}', 10, $4, $5)`,
    [id, anna.workspaceId, source, status, reason === null ? null : JSON.stringify(reason), id],
  );
  return id;
};
const detailOf = async (id: string) => (await anna.call('GET', `deliveries/${id}`)).json<DeliveryDetailView>();

it('shows what came, and why nothing began, in words', async () => {
  const id = await addDelivery('webhook', 'ignored', { code: 'DELIVERY_WITHOUT_SCENARIO', facts: {} });
  expect(await detailOf(id)).toMatchObject({
    status: 'ignored',
    reason: 'Вызов не относится ни к одному сценарию.',
    body: { deal: 7 },
    headers: { authorization: '•••' },
  });
});

it('filters by status and source', async () => {
  const failed = await addDelivery('sweep', 'failed');
  const found = (await anna.call('GET', 'deliveries?status=failed&source=sweep&count=true')).json<Page<DeliveryView>>();
  expect(found.items.map(({ id }) => id)).toEqual([failed]);
  expect(found.total).toBe(1);
  const wrong = await anna.call('GET', 'deliveries?status=other');
  expect(wrong.json()).toMatchObject({ status: 400, field: '/status' });
});

it('sends a delivery in once more, as often as it is asked, with a mark and in the trail', async () => {
  const id = await addDelivery('webhook', 'admitted');
  const replay = async () =>
    (await anna.call('POST', `deliveries/${id}/replay`)).json<{ deliveryId: string }>().deliveryId;
  const [first, second] = [await replay(), await replay()];
  expect(first).not.toBe(second);
  const made = await detailOf(first);
  expect(made).toMatchObject({ source: 'replay', status: 'accepted', replayOf: id, body: { deal: 7 } });
  expect(Object.keys(made.headers)).not.toContain('idempotency-key');
  const trail = await anna.call('GET', `audit?kind=delivery&id=${id}`);
  expect(trail.json()).toMatchObject({ items: [{ facts: { deliveryId: second } }, { facts: { deliveryId: first } }] });
});

it('tells which deliveries cannot be sent again, and which are not there', async () => {
  const person = await addDelivery('person', 'admitted');
  const answer = await anna.call('POST', `deliveries/${person}/replay`);
  expect(answer.json()).toMatchObject({ status: 409, code: 'DELIVERY_NOT_REPLAYABLE' });
  expect((await anna.call('POST', `deliveries/${newId()}/replay`)).status).toBe(404);
});

it('shows a stranger nothing and replays nothing for one', async () => {
  const id = await addDelivery('webhook', 'admitted');
  const boris = await api.addMember('boris');
  expect((await boris.call('GET', 'deliveries')).json()).toEqual({ items: [] });
  expect((await boris.call('POST', `deliveries/${id}/replay`)).status).toBe(404);
});
