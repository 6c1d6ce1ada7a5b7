import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  HeardView,
  Page,
  Problem,
  RequestView,
  SampleView,
  ScenarioDetailView,
  TestAddressView,
  TriedView,
  TryWork,
} from '@potok/contracts';
import { aScenario, byHand, byWebhook } from '../testing/a-scenario.js';
import { insertRun } from '../testing/insert-run.js';
import { playWorker, type PlayedWorker } from '../testing/play-worker.js';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';

let api: TestApi;
let anna: Member;
let boris: Member;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
  boris = await api.addMember('boris');
});
afterAll(() => api.stop());

let scenario: ScenarioDetailView;
const create = async (draft: object, more: object = {}) =>
  (await anna.call('POST', 'scenarios', { draft, ...more })).json<ScenarioDetailView>();
beforeEach(async () => {
  scenario = await create(aScenario(byHand));
});

const at = (path: string) => `scenarios/${scenario.id}/${path}`;
const data = { trigger: { dealId: '101' }, steps: { deal: { id: '101' } } };
const save = (name: string, over: object = {}) => anna.call('POST', at('samples'), { name, data, ...over });
const list = async () => (await anna.call('GET', at('samples'))).json<Page<SampleView>>().items;
const problemOf = (answer: { json<T>(): T }) => answer.json<Problem>();

describe('samples', () => {
  it('are saved, listed by name, renamed and deleted', async () => {
    const made = (await save('Вторая')).json<SampleView>();
    expect(made).toMatchObject({ name: 'Вторая', source: 'manual', by: 'anna', data });
    await save('Вторая а');
    const changed = await anna.call('PUT', at(`samples/${made.id}`), { name: 'Яблоко' });
    expect(changed.json()).toMatchObject({ name: 'Яблоко', data });
    expect((await list()).map(({ name }) => name)).toEqual(['Вторая а', 'Яблоко']);
    expect((await anna.call('DELETE', at(`samples/${made.id}`))).status).toBe(204);
    expect((await list()).map(({ name }) => name)).toEqual(['Вторая а']);
    expect((await anna.call('DELETE', at(`samples/${made.id}`))).status).toBe(404);
  });

  it('keep their names apart, also when one is renamed', async () => {
    await save('Сделка');
    const other = (await save('Другая')).json<SampleView>();
    const again = await save(' Сделка ');
    expect([again.status, problemOf(again)]).toMatchObject([409, { code: 'SAMPLE_NAME_TAKEN', field: '/name' }]);
    expect((await anna.call('PUT', at(`samples/${other.id}`), { name: 'Сделка' })).status).toBe(409);
    expect((await anna.call('PUT', at(`samples/${other.id}`), { name: 'Другая', data })).status).toBe(200);
  });

  it('say what is wrong with their data', async () => {
    const steps = await save('Кривой', { data: { trigger: {}, steps: [] } });
    expect([steps.status, problemOf(steps)]).toMatchObject([400, { code: 'SAMPLE_MALFORMED', field: '/data/steps' }]);
    const more = await save('Лишний', { data: { trigger: {}, steps: {}, secret: 1 } });
    expect(problemOf(more)).toMatchObject({ field: '/data/secret' });
    const large = await save('Большой', { data: { trigger: 'я'.repeat(1_100_000), steps: {} } });
    expect([large.status, problemOf(large).code]).toEqual([413, 'SAMPLE_TOO_LARGE']);
  });

  it('are a hundred at most', async () => {
    await api.owner.query(
      `INSERT INTO scenario_sample (id, workspace_id, scenario_id, name, source, data, updated_by, updated_at)
       SELECT gen_random_uuid(), $1, $2, 'n' || n, 'manual', '{}', '{"kind":"system","name":"test"}', now() FROM generate_series(1, 100) n`,
      [anna.workspaceId, scenario.id],
    );
    const answer = await save('Сто первый');
    expect([answer.status, problemOf(answer).code]).toEqual([409, 'SAMPLES_TOO_MANY']);
  });

  it('are nobody else’s', async () => {
    await save('Сделка');
    expect((await boris.call('GET', at('samples'))).status).toBe(404);
  });

  it('come with a scenario that is made of a template', async () => {
    scenario = await create(aScenario(byHand), { templateId: 'deal-to-upd' });
    expect(await list()).toMatchObject([
      { source: 'template', data: { trigger: { dealId: '101' }, steps: { answer: { $port: 'accepted' } } } },
    ]);
    scenario = await create(aScenario(byHand), { templateId: '../../package' });
    expect(await list()).toEqual([]);
  });

  it('are made of a run: the trigger’s data and what each step gave last', async () => {
    const published = (await anna.call('POST', at('publish'), {})).json<ScenarioDetailView>().published;
    const runId = await insertRun(api.owner, published?.versionId ?? '');
    const step = (visit: string, output: object) =>
      api.owner.query(
        `INSERT INTO step (run_id, workspace_id, node_id, visit, seq, status, effect, key, output, port, attempt, attempts, started_at)
         VALUES ($1, $2, 'map', $3, $4, 'done', 'reads', '', $5, 'done', 1, '[]', now())`,
        [runId, anna.workspaceId, visit, Number(visit) + 1, JSON.stringify(output)],
      );
    await step('0', { n: 1 });
    await step('1', { n: 2 });
    const made = await anna.call('POST', at('samples/from-run'), { runId, name: 'Из запуска' });
    expect(made.json()).toMatchObject({ source: 'run', data: { steps: { map: { n: 2 } } } });
    const foreign = await create(aScenario(byHand));
    const wrong = await anna.call('POST', `scenarios/${foreign.id}/samples/from-run`, { runId, name: 'Чужой' });
    expect(wrong.status).toBe(404);
  });
});

describe('a try', () => {
  let worker: PlayedWorker;
  const tried: TriedView = {
    steps: [
      {
        node: 'deal',
        visit: '0',
        status: 'failed',
        answeredBy: 'work',
        input: {},
        output: null,
        durationMs: 1,
        fault: { code: 'DEAL_NOT_FOUND', detail: '', facts: { dealId: '404' } },
      },
    ],
    ended: 'failed',
    at: 'deal',
  };
  beforeEach(() => {
    worker = playWorker(api.owner, () => ({ status: 'done', answer: tried }));
  });
  afterEach(() => worker.stop());

  const node = (id: string, type: string, params: Record<string, unknown>) => ({
    id,
    type,
    typeVersion: 1,
    name: id,
    params,
    position: { x: 0, y: 0 },
  });
  const draft = aScenario(byHand, {
    parameters: [{ id: 'days', title: 'Дней', schema: { type: 'integer' }, isRequired: true }],
    nodes: [
      node('start', 'trigger.manual', {}),
      node('deal', 'crm.get-deal', { dealId: { $cel: 'trigger.dealId' } }),
      node('check', 'data.check-requisites', { party: { $cel: 'steps.deal.?buyer' }, role: 'buyer' }),
      node('broken', 'data.map', { output: { a: { $cel: 'steps.nobody.x' }, b: { $cel: 'params.days' } } }),
    ],
    edges: [
      { id: 'e1', from: { node: 'start', port: 'done' }, to: { node: 'deal' } },
      { id: 'e2', from: { node: 'deal', port: 'done' }, to: { node: 'check' } },
      { id: 'e3', from: { node: 'check', port: 'ok' }, to: { node: 'broken' } },
    ],
  });
  const attempt = (over: object = {}) =>
    anna.call('POST', at('try'), { draft, binding: { slots: {}, parameters: {} }, graph: 'main', data, ...over });

  it('hands the worker only the part that is to be walked, though the draft was never saved', async () => {
    const answer = await attempt({ upTo: 'check', ports: { check: 'wrong' } });
    expect(answer.status).toBe(200);
    const { body } = worker.asked[0] ?? { body: {} };
    const work = body as Partial<TryWork>;
    expect(Object.keys(work.plan?.steps.nodes ?? {}).sort()).toEqual(['check', 'deal']);
    expect([work.upTo, work.ports, work.data]).toEqual(['check', { check: 'wrong' }, data]);
    expect(work.examples?.['deal']?.[0]).toMatchObject({ id: '101' });
  });

  it('answers a fault with the sentence of its node', async () => {
    const { result } = (await attempt({ only: 'deal' })).json<RequestView>();
    expect((result as TriedView).steps[0]?.fault).toMatchObject({ code: 'DEAL_NOT_FOUND', facts: { dealId: '404' } });
    expect((result as TriedView).steps[0]?.fault?.detail).toContain('404');
  });

  it('is refused for what is wrong on its way, with node and field', async () => {
    const answer = await attempt();
    expect([answer.status, problemOf(answer).code]).toEqual([422, 'TRY_WRONG']);
    expect(problemOf(answer).errors).toMatchObject([{ node: 'broken', field: '/output/a' }]);
    expect(worker.asked).toEqual([]);
  });

  it('asks for a parameter that a step on its way needs', async () => {
    const fine = {
      ...draft,
      nodes: draft.nodes.map((one) =>
        one.id === 'broken' ? { ...one, params: { output: { b: { $cel: 'params.days' } } } } : one,
      ),
    };
    const answer = await attempt({ draft: fine });
    expect(problemOf(answer).errors).toMatchObject([
      {
        field: '/binding/parameters/days',
        detail: 'Параметр «Дней» не задан, а он нужен для прогона. Впишите значение.',
      },
    ]);
    expect((await attempt({ draft: fine, upTo: 'check' })).status).toBe(200);
  });

  it('names an unknown node, path and way out', async () => {
    expect(problemOf(await attempt({ only: 'gone' }))).toMatchObject({ code: 'TRY_NODE_UNKNOWN', field: '/only' });
    expect(problemOf(await attempt({ graph: 'gone' }))).toMatchObject({ code: 'TRY_GRAPH_UNKNOWN' });
    const [trigger] = draft.nodes;
    expect(problemOf(await attempt({ upTo: trigger?.id }))).toMatchObject({ code: 'TRY_OF_TRIGGER', field: '/upTo' });
    expect(problemOf(await attempt({ only: 'check', ports: { check: 'up' } }))).toMatchObject({
      code: 'TRY_PORT_UNKNOWN',
    });
  });
});

describe('a test address', () => {
  const open = async () => (await anna.call('POST', at('hook/test-address'))).json<TestAddressView>();
  const send = (url: string, body: object) =>
    api.fetch(new URL(url).pathname, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const heard = async () => (await anna.call('GET', at('hook/heard'))).json<Page<HeardView>>().items;

  it('keeps what comes, and no worker is ever to look at it', async () => {
    const { url } = await open();
    expect((await send(url, { order: { id: '7' } })).status).toBe(200);
    expect((await send(url, { order: { id: '7' } })).status).toBe(200);
    expect(await heard()).toMatchObject([
      { isTest: true, body: { order: { id: '7' } } },
      { isTest: true, body: { order: { id: '7' } } },
    ]);
    const rows = await api.owner.query<{ status: string }[]>(
      'SELECT DISTINCT status FROM inbox WHERE scenario_id = $1',
      [scenario.id],
    );
    expect(rows).toEqual([{ status: 'ignored' }]);
  });

  it('refuses to be sent in again', async () => {
    await send((await open()).url, { a: 1 });
    const [call] = await heard();
    const answer = await anna.call('POST', `deliveries/${call?.id}/replay`);
    expect([answer.status, problemOf(answer).code]).toEqual([409, 'TEST_DELIVERY_ONLY_READ']);
  });

  it('is gone after an hour, and when another is opened', async () => {
    const first = await open();
    const second = await open();
    expect((await send(first.url, {})).status).toBe(404);
    await api.owner.query(`UPDATE endpoint SET expires_at = now() WHERE scenario_id = $1 AND kind = 'test'`, [
      scenario.id,
    ]);
    expect((await send(second.url, {})).status).toBe(404);
  });

  it('hears the scenario’s own hook too, and takes nothing from it', async () => {
    scenario = await create(aScenario(byWebhook()));
    const published = (await anna.call('POST', at('publish'), {})).json<ScenarioDetailView>();
    await open();
    await send(published.trigger?.webhookUrl ?? '', { a: 1 });
    expect(await heard()).toMatchObject([{ isTest: false, body: { a: 1 } }]);
    const rows = await api.owner.query<{ status: string }[]>('SELECT status FROM inbox WHERE scenario_id = $1', [
      scenario.id,
    ]);
    expect(rows).toEqual([{ status: 'new' }]);
  });

  it('becomes a sample as the draft’s trigger reads it', async () => {
    scenario = await create(aScenario(byWebhook()));
    await send((await open()).url, { order: 1 });
    const [call] = await heard();
    const worker = playWorker(api.owner, ({ body }) => ({
      status: 'done',
      answer: { trigger: { body: body['body'] } },
    }));
    const order = { deliveryId: call?.id, name: 'Пришло' };
    const made = await anna.call('POST', at('samples/from-delivery'), order);
    await worker.stop();
    expect(made.json()).toMatchObject({ source: 'delivery', data: { trigger: { body: { order: 1 } }, steps: {} } });
    expect(worker.asked).toMatchObject([{ kind: 'read-delivery', body: { trigger: { type: 'trigger.webhook' } } }]);
  });
});
