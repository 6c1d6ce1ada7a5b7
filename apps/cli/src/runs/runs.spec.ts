import { afterEach, expect, it } from '@jest/globals';
import type { RunView } from '@potok/contracts';
import { call, closeApi, openRoutes } from '../testing/fake-api.js';

const ID = '01890a5d-ac96-774b-bcce-b302099a8058';
afterEach(closeApi);

const ok = (body: unknown) => ({ status: 200, body });
const aRun = (over: Partial<RunView> = {}): RunView => ({
  id: 'r-1',
  scenarioId: ID,
  scenarioName: 'УПД',
  versionId: 'v-1',
  versionNumber: 1,
  status: 'done',
  mode: 'live',
  startedAt: '2026-11-28T10:00:00.000Z',
  startedBy: 'api',
  subject: { documentNumber: '77', counterpartyName: 'Ромашка' },
  ...over,
});
const delivery = (over: object) => ok({ id: 'd-1', status: 'admitted', ...over });
const started = { [`POST scenarios/${ID}/api-runs`]: { status: 202, body: { deliveryId: 'd-1' } } };
const start = (url: string, ...more: string[]) => call(['run', ID, '--data', '-', ...more], url, '{"dealId":"7"}');

it('starts a run with the data that stand on the input', async () => {
  const { url, asked } = await openRoutes(started);
  expect(await start(url)).toEqual({ code: 0, out: 'Запуск заказан, вызов d-1', err: '' });
  expect(asked[0]).toMatchObject({ method: 'POST', body: '{"data":{"dealId":"7"}}' });
  expect(JSON.parse((await start(url, '--json')).out)).toEqual({ deliveryId: 'd-1' });
});

it('waits for the end and ends with 0 when it is done', async () => {
  const { url } = await openRoutes({
    ...started,
    'GET deliveries/d-1': [delivery({ status: 'accepted' }), delivery({ runId: 'r-1' })],
    'GET runs/r-1': [ok(aRun({ status: 'running' })), ok(aRun({ status: 'waiting' })), ok(aRun())],
  });
  expect(await start(url, '--wait')).toMatchObject({ code: 0, out: 'Запуск r-1: Выполнен' });
});

it.each([
  ['needs-a-person', 'Требует внимания'],
  ['cancelled', 'Отменён'],
] as const)('ends with 1 for a run that is %s, with its fault', async (status, word) => {
  const fault = {
    node: 'send',
    nodeName: 'Отправить',
    detail: 'Ящик не найден.',
    fault: { kind: 'refused', code: 'X', facts: {} },
  };
  const { url } = await openRoutes({
    ...started,
    'GET deliveries/d-1': delivery({ runId: 'r-1' }),
    'GET runs/r-1': ok({ ...aRun({ status }), fault }),
  });
  const said = await start(url, '--wait');
  expect([said.code, said.out.split('\n')]).toEqual([1, [`Запуск r-1: ${word}`, '  «Отправить»: Ящик не найден.']]);
  expect(JSON.parse((await start(url, '--wait', '--json')).out)).toMatchObject({ deliveryId: 'd-1', run: { status } });
});

it('ends with 1 when no run came of it', async () => {
  const { url } = await openRoutes({
    ...started,
    'GET deliveries/d-1': delivery({ status: 'ignored', reason: 'Такой вызов уже был.' }),
  });
  expect(await start(url, '--wait')).toMatchObject({ code: 1, out: 'Запуск не начался. Такой вызов уже был.' });
});

it.each([
  [['run', ID], '', /--data/],
  [['run', ID, '--data', '-'], '{"dealId": ', /строка 1, знак 12/],
  [['run', ID, '--data', '-'], '[]', /объект JSON/],
  [['run', ID, '--data', '/nowhere'], '', /не читается/],
  [['run', ID, '--data', '-', '--minutes', '0'], '{}', /--minutes/],
  [['runs', '--limit', '-5x'], '', /--limit/],
])('refuses a wrong use before it asks anything: %j %s', async (args, input, says) => {
  const { url, asked } = await openRoutes({});
  expect(await call(args, url, input)).toMatchObject({ code: 2, err: expect.stringMatching(says) as unknown });
  expect(asked).toEqual([]);
});

it('lists runs under conditions, over pages, as far as the limit goes', async () => {
  const { url, asked } = await openRoutes({
    'GET runs': [ok({ items: [aRun()], next: 'n+1' }), ok({ items: [aRun({ id: 'r-2' })], next: 'n+2' })],
  });
  const said = await call(
    ['runs', '--scenario', ID, '--status', 'done,waiting', '--since', '2026-11-01', '--limit', '2'],
    url,
  );
  expect(said.out.split('\n')).toEqual([
    '2026-11-28 10:00 UTC  r-1  Выполнен  «УПД»  77, Ромашка',
    '2026-11-28 10:00 UTC  r-2  Выполнен  «УПД»  77, Ромашка',
    'Показаны первые 2. Остальные: --limit.',
  ]);
  expect(asked.map((one) => one.url.split('?')[1])).toEqual([
    `scenarioId=${ID}&status=done%2Cwaiting&from=2026-11-01&limit=2`,
    `scenarioId=${ID}&status=done%2Cwaiting&from=2026-11-01&limit=1&cursor=n%2B1`,
  ]);
  const json = JSON.parse((await call(['runs', '--limit', '1', '--json'], url)).out) as object;
  expect(json).toMatchObject({ items: [{ id: 'r-2' }], hasMore: true });
});
