import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { DeliveryView, Page, RunView, ScenarioDetailView } from '@potok/contracts';
import { documentOf, startOutside } from '../bench/outside.mjs';
import { potok, until } from '../support/stack.js';

const port = Number(process.env['POTOK_OUTSIDE_PORT']);
let outside: Awaited<ReturnType<typeof startOutside>>;
let hook = '';
beforeAll(async () => {
  outside = await startOutside(port);
  const draft: unknown = JSON.parse(readFileSync('templates/webhook-to-xml/scenario.json', 'utf8'));
  const base = `http://127.0.0.1:${port}`;
  const binding = {
    slots: {},
    parameters: { operatorUrl: `${base}/operator`, accountingUrl: `${base}/accounting`, callbackDays: 30 },
  };
  const { id } = await potok<ScenarioDetailView>('POST', 'scenarios', { body: { draft, binding } });
  await potok('POST', `scenarios/${id}/publish`, { body: {} });
  hook = (await potok<ScenarioDetailView>('GET', `scenarios/${id}`)).trigger?.webhookUrl ?? '';
}, 60_000);
afterAll(() => outside.close());

const call = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(hook, { method: 'POST', body, headers });
const post = async (id: string) =>
  (await call(JSON.stringify(documentOf(id)))).json() as Promise<{ deliveryId: string }>;

describe('templates/webhook-to-xml', () => {
  it('carries a document from the webhook to accounting, through the callback', async () => {
    const arrived = outside.exported('journey-1');
    const { deliveryId } = await post('journey-1');
    await arrived;
    const find = async () =>
      (await potok<Page<DeliveryView>>('GET', 'deliveries')).items.find((one) => one.id === deliveryId);
    expect(
      await until('the delivery is admitted', find, { isEnough: (one) => one?.status === 'admitted' }),
    ).toMatchObject({ source: 'webhook' });
    const runs = (await potok<Page<RunView>>('GET', 'runs?limit=20')).items;
    expect(runs.find((run) => run.startedBy === 'webhook')).toBeDefined();
  }, 60_000);

  it('answers a repeated delivery as the first and starts nothing', async () => {
    const arrived = outside.exported('journey-2');
    const [first, second] = [await post('journey-2'), await post('journey-2')];
    expect(second).toEqual(first);
    await arrived;
    expect(outside.counts.sent.get('journey-2')).toBe(1);
  }, 60_000);

  it('refuses what is too big, too deep or no JSON with a sentence, and goes on working', async () => {
    const told = async (answer: Response) =>
      [answer.status, ((await answer.json()) as { detail: string }).detail] as const;
    const cases = [
      await told(await call(JSON.stringify({ id: 'x', big: 'a'.repeat(20_000_000) }))),
      await told(await call(`${'['.repeat(1000)}${']'.repeat(1000)}`)),
      await told(await call('{"id": ')),
    ];
    for (const [status, detail] of cases) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(detail).toMatch(/[а-яё].*\./i);
    }
    const arrived = outside.exported('journey-3');
    await post('journey-3');
    await arrived;
  }, 60_000);
});
