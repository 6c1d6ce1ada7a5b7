import { afterEach, expect, it } from '@jest/globals';
import type { ReconciliationDetailView } from '@potok/contracts';
import { call, closeApi, openApi, WORKSPACE, type Answer } from './testing/fake-api.js';

const ID = '01890a5d-ac96-774b-bcce-b302099a8058';
afterEach(closeApi);

const aReport = (over: Partial<ReconciliationDetailView> = {}): ReconciliationDetailView => ({
  id: ID,
  status: 'done',
  askedBy: 'anna',
  orderedAt: '2026-11-28T10:00:00.000Z',
  since: '2026-11-20T00:00:00.000Z',
  counts: { found: 0, new: 0, mended: 0, parked: 0, open: 0 },
  comparisons: [{ what: 'outbox', state: 'done', compared: 3, detail: 'Поручения движку' }],
  findings: [],
  ...over,
});
const found = (state: 'mended' | 'parked'): Partial<ReconciliationDetailView> => ({
  counts: { found: 1, new: 1, mended: state === 'mended' ? 1 : 0, parked: state === 'parked' ? 1 : 0, open: 0 },
  findings: [
    {
      id: ID,
      code: 'RUN_LOST',
      state,
      isNew: true,
      foundAt: '2026-11-28T10:00:01.000Z',
      subject: 'run/1',
      runId: 'r-1',
      facts: {},
      detail: 'Запуск потерян.',
    },
  ],
});

it('orders a reconciliation, waits until it has ended and prints what it found', async () => {
  const { asked, url } = await openApi(({ method }, count) => {
    if (method === 'POST') return { status: 202, body: aReport({ status: 'ordered' }) };
    return { status: 200, body: aReport(count < 4 ? { status: 'running' } : found('mended')) };
  });
  const { code, out } = await call(['reconcile', '--wait', '--since', '2026-11-20'], url);
  expect(code).toBe(0);
  expect(asked[0]).toMatchObject({
    method: 'POST',
    url: `/api/workspaces/${WORKSPACE}/reconciliations`,
    token: 'Bearer key',
    body: '{"since":"2026-11-20"}',
  });
  expect(out.split('\n')).toEqual([
    `Сверка ${ID}: закончена, с 2026-11-20`,
    '  Поручения движку: 3',
    'Расхождений: 1 (новых 1). Исправлено 1, ждёт человека 0, осталось 0.',
    '- [исправлено, новое] RUN_LOST: Запуск потерян.',
    '    запуск r-1',
  ]);
});

it('ends with 1 when a person has something to decide, and with 2 when the reconciliation broke off', async () => {
  const reports = [
    aReport(found('parked')),
    aReport({ status: 'failed', fault: { code: 'NODE_BROKEN', detail: 'Сверка прервалась.' } }),
  ];
  const { url } = await openApi((_asked, count) => ({ status: 200, body: reports[count - 1] }));
  expect(await call(['reconcile', 'show', ID], url)).toMatchObject({ code: 1 });
  expect(await call(['reconcile', 'show', ID], url)).toMatchObject({
    code: 2,
    out: expect.stringContaining('Сверка прервалась.') as unknown,
  });
});

it('gathers all pages of findings, as JSON when asked', async () => {
  const { url } = await openApi(({ url: path }) => ({
    status: 200,
    body: aReport({ ...found('parked'), ...(path.includes('cursor=') ? {} : { next: 'n+1' }) }),
  }));
  const { out } = await call(['reconcile', 'show', ID, '--json'], url);
  expect((JSON.parse(out) as ReconciliationDetailView).findings).toHaveLength(2);
});

it.each([
  [[], /Укажите команду/],
  [['fly'], /Команды «fly» нет/],
  [['reconcile', '--bad'], /Флага --bad/],
  [['reconcile', '--since'], /--since/],
  [['reconcile', '--lang', 'de'], /Языка «de» нет/],
  [['reconcile'], /POTOK_URL.*--url/],
  [['reconcile', '--url', 'x', '--token', 't', '--workspace', WORKSPACE], /POTOK_URL/],
  [['reconcile', '--url', 'http://127.0.0.1:1', '--token', 't', '--workspace', WORKSPACE], /не отвечает/],
])('says in a sentence why it cannot run: %j', async (args, sentence) => {
  const { code, err } = await call(args);
  expect(code).toBe(2);
  expect(err).toMatch(sentence);
});

it.each([
  [['reconcile', 'show'], /potok reconcile show ID/],
  [['reconcile', 'hide'], /«hide»/],
  [['reconcile', '--minutes', 'час'], /--minutes/],
])('refuses a wrong use before it asks anything: %j', async (args, sentence) => {
  const { asked, url } = await openApi(() => ({ status: 500, body: {} }));
  expect(await call(args, url)).toMatchObject({ code: 2, err: expect.stringMatching(sentence) as unknown });
  expect(asked).toEqual([]);
});

it("shows the API's own sentence of a refusal, and says when no API answers", async () => {
  const refusal = {
    detail: 'Запрос заполнен неверно.',
    errors: [{ field: '/since', detail: 'В поле «since» нужна дата.' }],
  };
  const answers: Answer[] = [
    { status: 400, body: refusal },
    { status: 401, body: { detail: 'Ключ API не подходит или отозван.' } },
    { status: 404, body: 'nginx' },
  ];
  const { url } = await openApi((_asked, count) => answers[count - 1] ?? { status: 500, body: '' });
  expect((await call(['reconcile', '--since', 'вчера'], url)).err).toBe('В поле «since» нужна дата.');
  expect((await call(['reconcile'], url)).err).toBe('Ключ API не подходит или отозван.');
  expect((await call(['reconcile'], url)).err).toContain('не API Потока');
});

it('explains itself, in English too', async () => {
  expect(await call(['--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('reconcile show ID') as unknown,
  });
  expect((await call(['reconcile', '--help', '--lang', 'en'])).out).toContain('Exit code');
});
