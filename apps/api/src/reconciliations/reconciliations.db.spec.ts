import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page, Problem, ReconciliationDetailView, ReconciliationView } from '@potok/contracts';
import { GAP_CODES } from '@potok/contracts';
import { newId } from '@potok/persistence';
import { startApi, type Member, type TestApi } from '../testing/start-api.js';
import { texts as en } from './texts.en.js';
import { texts as ru } from './texts.ru.js';

let api: TestApi;
let anna: Member;
beforeAll(async () => {
  api = await startApi();
  anna = await api.addMember('anna');
});
afterAll(() => api.stop());

const order = async (body?: unknown) => anna.call('POST', 'reconciliations', body);
/** As the worker ends one. */
const end = (id: string, checks: readonly object[] = []) =>
  api.owner.query(
    `UPDATE reconciliation SET status = 'done', started_at = now(), ended_at = now(), checks = $2 WHERE id = $1`,
    [id, JSON.stringify(checks)],
  );
const addFinding = (reconciliationId: string, code: string, over: Readonly<Record<string, unknown>> = {}) =>
  api.owner.query(
    `INSERT INTO reconciliation_finding (id, workspace_id, reconciliation_id, code, subject, facts, state, is_new, found_at)
     VALUES ($1, $2, $3, $4, $1::uuid::text, $5, $6, true, now())`,
    [newId(), anna.workspaceId, reconciliationId, code, JSON.stringify(over['facts'] ?? {}), over['state'] ?? 'parked'],
  );

it('orders a reconciliation for now, and answers the one that is ordered in place of a second', async () => {
  const first = await order();
  expect(first.status).toBe(202);
  const view = first.json<ReconciliationView>();
  expect(view).toMatchObject({ status: 'ordered', askedBy: 'anna', counts: { found: 0 } });
  expect((await order({ since: '2026-01-01' })).json<ReconciliationView>().id).toBe(view.id);
  const due = await api.owner.query(
    'SELECT next_at <= now() AS is_due FROM reconciliation_due WHERE workspace_id = $1',
    [anna.workspaceId],
  );
  expect(due).toEqual([{ is_due: true }]);
  const trail = await api.owner.query('SELECT act FROM audit WHERE object_id = $1', [view.id]);
  expect(trail).toEqual([{ act: 'reconciliation.ordered' }]);
  await end(view.id);
});

it('shows the report with sentences, what was not compared, and its findings a page at a time', async () => {
  const { id } = (await order({ since: '2026-11-01' })).json<ReconciliationView>();
  await addFinding(id, 'DOCUMENT_SENT_TWICE', { facts: { number: '7', date: '2026-11-02', messageIds: ['m1', 'm2'] } });
  await addFinding(id, 'WAIT_WITHOUT_RUN', { state: 'mended' });
  await end(id, [
    { what: 'operator-box', state: 'not-offered', compared: 0, subject: 'box' },
    { what: 'operator-events', state: 'failed', compared: 0, fault: { code: 'CONNECTION_NOT_FOUND', facts: {} } },
  ]);
  const read = async (query: string) =>
    (await anna.call('GET', `reconciliations/${id}${query}`)).json<ReconciliationDetailView>();
  const report = await read('');
  expect(report.counts).toEqual({ found: 2, new: 2, mended: 1, parked: 1, open: 0 });
  expect(report.since).toBe('2026-11-01T00:00:00.000Z');
  expect(report.comparisons.map((one) => one.detail)).toEqual([
    'Отправленное из ящика: не сверялось, система не отдаёт список.',
    'События оператора: не сверялось. Подключения нет или оно удалено. Выберите другое.',
  ]);
  expect(report.findings.find((one) => one.code === 'DOCUMENT_SENT_TWICE')?.detail).toBe(
    'Документ № 7 от 2026-11-02 у оператора дважды: сообщения m1, m2. Решите, какой из них аннулировать.',
  );
  const first = await read('?limit=1');
  const second = await read(`?limit=1&cursor=${first.next ?? ''}`);
  expect(new Set([...first.findings, ...second.findings].map((one) => one.code)).size).toBe(2);
  expect(second.next).toBeUndefined();
  const list = (await anna.call('GET', 'reconciliations?count=true')).json<Page<ReconciliationView>>();
  expect(list.items[0]).toMatchObject({ id, counts: { parked: 1 } });
  expect(list.total).toBe(2);
});

it('refuses what it cannot read with a sentence that names the field', async () => {
  for (const [body, code] of [
    [{ since: 'вчера' }, 'FIELD_DATE'],
    [{ since: '2999-01-01' }, 'SINCE_IN_FUTURE'],
    [{ till: '2026-01-01' }, 'FIELD_UNKNOWN'],
  ] as const) {
    const answer = await order(body);
    expect(answer.status).toBe(400);
    const problem = answer.json<Problem>();
    expect([problem.code, ...(problem.errors ?? []).map((one) => one.code)]).toContain(code);
  }
  expect((await anna.call('GET', `reconciliations/${newId()}`)).status).toBe(404);
});

it('shows nobody the reports of another workspace', async () => {
  const boris = await api.addMember('boris');
  const { id } = (await order()).json<ReconciliationView>();
  expect((await boris.call('GET', `reconciliations/${id}`)).status).toBe(404);
  expect((await boris.call('GET', 'reconciliations')).json<Page<ReconciliationView>>().items).toEqual([]);
});

it('has a sentence for each gap in both languages', () => {
  for (const code of GAP_CODES) for (const texts of [ru, en]) expect(texts.gaps[code]).toMatch(/\.$/);
});
