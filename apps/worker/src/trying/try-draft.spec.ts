import { describe, expect, it } from '@jest/globals';
import { aCrmDeal, fakeAccounting, fakeCrm, fakeOperator } from '@potok/connector-kit/testing';
import { fakeHttp } from '@potok/node-sdk/testing';
import { aDrawing, aNode, sampleOf, someParts, templateOf, workFor } from './testing/a-try.js';
import { tryDraft } from './try-draft.js';

const WS = '0197a000-0000-7000-8000-00000000000a';
const parameters = { wonStageId: 'WON', mendStageId: 'MEND', doneStageId: 'DONE', signDays: 5, answerDays: 30 };
const slots = { crm: 'crm', edo: 'edo', accounting: 'accounting' };
const draft = templateOf('deal-to-upd');
const data = { trigger: { dealId: '101', stageId: 'WON', movedAt: '2026-11-24T08:00:00Z' }, steps: {} };
const sample = sampleOf('deal-to-upd');

const nodesOf = ({ steps }: Awaited<ReturnType<typeof tryDraft>>) => steps.map(({ node }) => node);

describe('a deal that becomes an УПД, tried without any account', () => {
  const work = (over = {}) => workFor(draft, { data: sample, binding: { slots: {}, parameters }, ...over });

  it('goes to the end, and says of each step what answered it', async () => {
    const tried = await tryDraft(someParts(), WS, work());
    expect(tried.ended).toBe('done');
    expect(tried.steps.map(({ node, answeredBy, why }) => [node, answeredBy, why])).toEqual([
      ['deal', 'sample', 'no-connection'],
      ['check', 'work', undefined],
      ['upd', 'work', undefined],
      ['sign', 'sample', 'wait'],
      ['send', 'sample', 'no-connection'],
      ['answer', 'sample', 'wait'],
      ['post', 'sample', 'no-connection'],
      ['done', 'example', 'no-connection'],
    ]);
  });

  it('really builds the XML, with a number of no series, and says whose names are made up', async () => {
    const tried = await tryDraft(someParts(), WS, work({ upTo: 'upd' }));
    const upd = tried.steps.at(-1);
    expect([tried.ended, tried.at, upd?.node]).toEqual(['stopped', 'upd', 'upd']);
    expect(upd?.standIns).toEqual(['organization', 'operator']);
    expect(upd?.output).toMatchObject({ number: 'ПРОБНЫЙ-1', date: '2026-11-24' });
    expect(upd?.files?.[0]?.contentType).toBe('application/xml');
    expect(upd?.files?.[0]?.text).toContain('НомерДок="ПРОБНЫЙ-1"');
  });

  it('leaves a wait by the way that a person has chosen', async () => {
    const tried = await tryDraft(someParts(), WS, work({ ports: { answer: 'rejected' } }));
    expect(nodesOf(tried).slice(-2)).toEqual(['answer', 'rejected']);
    expect(tried.steps.at(-2)).toMatchObject({ port: 'rejected', output: { answer: 'rejected' } });
  });

  it('takes the saved answer of a wait, and the port in it', async () => {
    const steps = { sign: { $port: 'refused', documentId: 'd', at: '2026-11-24T08:00:00Z', reason: 'не та цена' } };
    const tried = await tryDraft(someParts(), WS, work({ data: { ...sample, steps: { ...sample.steps, ...steps } } }));
    expect(nodesOf(tried).slice(-2)).toEqual(['sign', 'unsigned']);
    expect(JSON.stringify(tried.steps.at(-1)?.input)).toContain('не подписан: не та цена');
  });
});

describe('a deal that becomes an УПД, tried over bound connections', () => {
  const world = () => {
    const clients = { crm: fakeCrm({ deals: [aCrmDeal()] }), edo: fakeOperator(), accounting: fakeAccounting() };
    return { ...clients, parts: someParts(clients) };
  };
  const work = (over = {}) => workFor(draft, { data, binding: { slots, parameters }, ...over });

  it('reads for real and changes nothing outside', async () => {
    const { crm, edo, accounting, parts } = world();
    const tried = await tryDraft(parts, WS, work({ pinned: ['upd'], data: withUpd() }));
    expect(tried.steps.map(({ node, answeredBy, why }) => [node, answeredBy, why])).toEqual([
      ['deal', 'work', undefined],
      ['check', 'work', undefined],
      ['upd', 'pin', undefined],
      ['sign', 'example', 'wait'],
      ['send', 'example', 'no-document'],
      ['answer', 'example', 'wait'],
      ['post', 'example', 'no-document'],
      ['done', 'example', 'acting'],
    ]);
    expect([edo.sent, accounting.documents, crm.comments, crm.tasks]).toEqual([[], [], [], []]);
  });

  const upd = '0197a000-0000-7000-8000-0000000000d1';
  const withUpd = () => ({
    ...data,
    steps: {
      upd: {
        documentId: upd,
        number: '7',
        date: '2026-11-24',
        total: '1.00',
        vat: '0.00',
        boxId: 'b',
        toBoxId: 'c',
        certificateId: upd,
      },
    },
  });

  it('does one step alone over the given data', async () => {
    const steps = { deal: { ...aCrmDeal(), buyer: undefined }, upd: { documentId: upd } };
    const tried = await tryDraft(world().parts, WS, work({ only: 'check', data: { ...data, steps } }));
    expect([tried.ended, tried.at, nodesOf(tried)]).toEqual(['stopped', 'check', ['check']]);
    expect(tried.steps[0]).toMatchObject({ port: 'wrong', answeredBy: 'work' });
  });

  it('names the field whose formula cannot be worked out', async () => {
    const tried = await tryDraft(world().parts, WS, work({ data: { trigger: {}, steps: {} } }));
    expect([tried.at, tried.steps[0]?.fault?.field]).toEqual(['deal', '/dealId']);
  });

  it('ends at the step that fails, with code and facts', async () => {
    const { parts } = world();
    const trigger = { ...data.trigger, dealId: '404' };
    const tried = await tryDraft(parts, WS, work({ data: { ...data, trigger } }));
    expect([tried.ended, tried.at]).toEqual(['failed', 'deal']);
    expect(tried.steps[0]).toMatchObject({ status: 'failed', fault: { code: 'DEAL_NOT_FOUND' } });
  });
});

it('tries the other template over its sample too: the XML is made, and nothing is posted', async () => {
  const parameters = { operatorUrl: 'https://a.example/', accountingUrl: 'https://b.example/', callbackDays: 30 };
  const binding = { slots: {}, parameters };
  const offers = { callback: { url: 'https://example.com/test' } };
  const work = workFor(templateOf('webhook-to-xml'), { data: sampleOf('webhook-to-xml'), binding, offers });
  const tried = await tryDraft(someParts(), WS, work);
  expect(tried.ended).toBe('done');
  expect(tried.steps.map(({ node, why }) => [node, why])).toEqual([
    ['map', undefined],
    ['xml', undefined],
    ['send', 'acting'],
    ['callback', 'wait'],
    ['export', 'acting'],
  ]);
  expect(JSON.stringify(tried.steps[1])).toContain('Вектор');
});

describe('what a try never does', () => {
  it('posts nothing over HTTP, and gets for real', async () => {
    const asked: string[] = [];
    const http = fakeHttp(({ method, url }) => {
      asked.push(`${method} ${url}`);
      return { status: 200, json: { ok: true } };
    });
    const url = 'https://firma.example/a';
    const drawing = aDrawing(
      [
        aNode('read', 'http.get', { params: { url } }),
        aNode('write', 'http.request', { params: { method: 'POST', url } }),
      ],
      ['start read', 'read write'],
    );
    const tried = await tryDraft(someParts({}, { http }), WS, workFor(drawing));
    expect(asked).toEqual([`GET ${url}`]);
    expect(tried.steps.map(({ answeredBy, why }) => [answeredBy, why])).toEqual([
      ['work', undefined],
      ['example', 'acting'],
    ]);
  });

  it('walks no more than twenty items of a list, and says of how many', async () => {
    const drawing = aDrawing(
      [
        aNode('each', 'flow.for-each', { params: { items: { $cel: 'trigger.list' } } }),
        aNode('one', 'data.map', { params: { output: { n: { $cel: 'item' } } } }),
      ],
      ['start each', 'each.item one', 'one each'],
    );
    const list = Array.from({ length: 50 }, (_none, at) => at);
    const tried = await tryDraft(someParts(), WS, workFor(drawing, { data: { trigger: { list }, steps: {} } }));
    expect(tried.steps.filter(({ node }) => node === 'one')).toHaveLength(20);
    expect(tried.steps[0]?.items).toEqual({ all: 50, walked: 20 });
  });

  it('does one step of a for-each for its first item', async () => {
    const drawing = aDrawing(
      [
        aNode('each', 'flow.for-each', { params: { items: { $cel: 'trigger.list' } } }),
        aNode('one', 'data.map', { params: { output: { n: { $cel: 'item' } } } }),
      ],
      ['start each', 'each.item one', 'one each'],
    );
    const given = { only: 'one', data: { trigger: { list: [7, 8] }, steps: {} } };
    const tried = await tryDraft(someParts(), WS, workFor(drawing, given));
    expect(tried.steps).toMatchObject([{ node: 'one', input: { output: { n: 7 } } }]);
  });

  it('stops after two hundred steps', async () => {
    const drawing = aDrawing(
      [
        aNode('wait', 'flow.wait', { params: { durationSec: 60 } }),
        aNode('say', 'data.map', { params: { output: {} } }),
      ],
      ['start wait', 'wait say', 'say wait'],
    );
    const tried = await tryDraft(someParts(), WS, workFor(drawing));
    expect(tried.ended).toBe('limit');
    expect(tried.steps.length).toBeLessThanOrEqual(210);
  });

  it('stops when its time is up', async () => {
    const http = { request: () => new Promise<never>(() => undefined) };
    const drawing = aDrawing(
      [aNode('read', 'http.get', { params: { url: 'https://firma.example/' } })],
      ['start read'],
    );
    const tried = await tryDraft(someParts({}, { http, longestMs: 30 }), WS, workFor(drawing));
    expect(tried.ended).toBe('limit');
  });
});

it('takes the branch of a decision that a person has chosen, without asking its conditions', async () => {
  const branches = [
    { port: 'big', when: { $cel: 'trigger.amount > 100' } },
    { port: 'small', when: { $cel: 'true' } },
  ];
  const nodes = [
    aNode('choose', 'flow.decide', { params: { branches } }),
    aNode('a', 'data.map', { params: { output: {} } }),
    aNode('b', 'data.map', { params: { output: {} } }),
    aNode('c', 'data.map', { params: { output: {} } }),
  ];
  const drawing = aDrawing(nodes, ['start choose', 'choose.big a', 'choose.small b', 'choose.otherwise c']);
  const through = async (ports: Record<string, string>) =>
    (
      await tryDraft(someParts(), WS, workFor(drawing, { ports, data: { trigger: { amount: 1 }, steps: {} } }))
    ).steps.map(({ node, port, answeredBy }) => [node, port, answeredBy]);
  expect(await through({})).toEqual([
    ['choose', 'small', 'work'],
    ['b', 'done', 'work'],
  ]);
  expect(await through({ choose: 'big' })).toEqual([
    ['choose', 'big', 'pin'],
    ['a', 'done', 'work'],
  ]);
  expect(await through({ choose: 'otherwise' })).toEqual([
    ['choose', 'otherwise', 'pin'],
    ['c', 'done', 'work'],
  ]);
});
