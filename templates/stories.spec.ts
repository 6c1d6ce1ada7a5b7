import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aCrmDeal, fakeAccounting, fakeCrm, fakeOperator } from '@potok/connector-kit/testing';
import { freshDocflow, type CrmDeal, type DocflowState, type Manifest, type Scenario } from '@potok/contracts';
import { fakeBlobs, fakeDocuments, fakeHttp, fakeSigner, NOW } from '@potok/node-sdk/testing';
import { walk, type Walk } from './walk.js';

const text = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');
const read = (path: string): unknown => JSON.parse(text(path));
const manifest = read('../nodes/manifest.json') as Manifest;
const at = NOW.toISOString();

describe('deal-to-upd', () => {
  const scenario = read('deal-to-upd/scenario.json') as Scenario;
  const params = { wonStageId: 'WON', mendStageId: 'MEND', doneStageId: 'DONE', signDays: 5, answerDays: 30 };
  const begin = (deal: Partial<CrmDeal> = {}) => {
    const crm = fakeCrm({ deals: [aCrmDeal(deal)] });
    const edo = fakeOperator();
    const accounting = fakeAccounting();
    const services = { documents: fakeDocuments(), signer: fakeSigner(), blobs: fakeBlobs() };
    return { crm, edo, accounting, services };
  };
  const tell = async (world: ReturnType<typeof begin>, state: Partial<DocflowState>) => {
    const { services, ...clients } = world;
    const { body } = read('deal-to-upd/example-in.json') as { readonly body: unknown };
    const news = { kind: 'event', event: 'docflow', at, body: { state: { ...freshDocflow, ...state } } } as const;
    const given: Walk = { scenario, manifest, params, body, clients, services, news: { answer: news } };
    return walk(given);
  };
  const stageOf = async ({ crm }: ReturnType<typeof begin>) =>
    (await crm.getDeal('101', { signal: new AbortController().signal })).stageId;

  it('takes an accepted УПД through to accounting and back into the deal', async () => {
    const world = begin();
    const { visited, steps } = await tell(world, { answer: 'accepted' });
    const expected = read('deal-to-upd/example-out.json') as Readonly<Record<string, string>>;
    expect(visited).toEqual(['deal', 'check', 'upd', 'sign', 'send', 'answer', 'post', 'done']);
    expect(steps['upd']).toMatchObject({ total: expected['total'], vat: expected['vat'] });
    expect(world.edo.sent).toHaveLength(1);
    expect(world.accounting.documents).toMatchObject([{ isPosted: true, order: { total: expected['total'] } }]);
    expect(await stageOf(world)).toBe(expected['stageId']);
    expect(world.crm.comments.map((comment) => comment.text)).toEqual([expected['comment']]);
  });

  it('posts what was accepted with discrepancies and says which', async () => {
    const world = begin();
    await tell(world, { answer: 'accepted-with-discrepancies', reason: 'не хватает одной штуки' });
    expect(world.accounting.documents).toHaveLength(1);
    expect(world.crm.comments[0]?.text).toContain('с расхождениями: не хватает одной штуки');
  });

  it('writes a refusal into the deal, with a task to its manager', async () => {
    const world = begin();
    const { visited } = await tell(world, { answer: 'rejected', reason: 'неверная цена' });
    expect(visited.at(-1)).toBe('rejected');
    expect(world.accounting.documents).toEqual([]);
    expect(world.crm.comments[0]?.text).toContain('неверная цена');
    expect(world.crm.tasks[0]?.text).toContain('исправить УПД');
    expect(await stageOf(world)).toBe('MEND');
  });

  it('sends a deal with wrong requisites back with what to mend, and no document', async () => {
    const { buyer } = aCrmDeal();
    const world = begin({ buyer: { ...(buyer ?? { kind: 'legal', name: '' }), inn: '7707083890' } });
    const { visited } = await tell(world, {});
    expect(visited).toEqual(['deal', 'check', 'mend']);
    expect(world.crm.comments[0]?.text).toContain('ИНН «7707083890» неверный');
    expect(await stageOf(world)).toBe('MEND');
    expect(world.services.documents.state()).toEqual([]);
  });

  it('sends a deal without a buyer back too', async () => {
    const { buyer, ...deal } = aCrmDeal();
    expect(buyer).toBeDefined();
    const world = begin();
    world.crm.put(deal);
    expect((await tell(world, {})).visited).toEqual(['deal', 'check', 'mend']);
    expect(world.crm.comments[0]?.text).toContain('Покупатель: нет реквизитов');
  });
});

describe('webhook-to-xml', () => {
  const scenario = read('webhook-to-xml/scenario.json') as Scenario;
  const params = {
    operatorUrl: 'https://operator.example/xml',
    accountingUrl: 'https://1c.example/in',
    callbackDays: 30,
  };
  const url = 'https://potok.example/hooks/token';
  const through = async (news: NonNullable<Walk['news']>) => {
    const sent: { readonly url: string; readonly body: unknown; readonly callback: string | undefined }[] = [];
    const http = fakeHttp((order) => {
      sent.push({ url: order.url, body: order.body, callback: order.headers?.['X-Callback-Url'] });
      return { status: 202 };
    });
    const services = { http, blobs: fakeBlobs() };
    const body = read('webhook-to-xml/example-in.json');
    const waits = { callback: { url } };
    return { sent, ...(await walk({ scenario, manifest, params, body, clients: {}, services, waits, news })) };
  };

  it('sends the XML with the address of the run, and the outcome on', async () => {
    const news = { kind: 'event', event: 'callback', at, body: { status: 'signed' } } as const;
    const { sent } = await through({ callback: news });
    expect(sent[0]).toEqual({ url: params.operatorUrl, body: text('webhook-to-xml/example-out.xml'), callback: url });
    expect(JSON.parse(String(sent[1]?.body))).toEqual({
      id: 'order-77',
      number: '77',
      total: '2099.9',
      answer: { status: 'signed' },
    });
  });

  it('stops when nobody calls', async () => {
    const { sent, visited } = await through({ callback: { kind: 'deadline', at } });
    expect(sent).toHaveLength(1);
    expect(visited.at(-1)).toBe('late');
  });
});
