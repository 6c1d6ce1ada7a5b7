import { expect, it } from '@jest/globals';
import type { ReconciliationDetailView, ReconciliationView } from '@potok/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { DOCUMENT } from '../../testing/fixtures/documents.js';
import { RUN } from '../../testing/fixtures/runs.js';
import { WS } from '../../testing/fixtures/session.js';
import { openPage } from '../../testing/open-page.js';

const ID = '0192f000-0000-7000-8000-00000000e001';
const aReport = (over: Partial<ReconciliationView> = {}): ReconciliationView => ({
  id: ID,
  status: 'done',
  askedBy: 'Анна Белова',
  orderedAt: '2026-11-24T09:00:00Z',
  since: '2026-11-20T00:00:00Z',
  counts: { found: 1, new: 1, mended: 0, parked: 1, open: 0 },
  ...over,
});
const aDetail = (over: Partial<ReconciliationDetailView> = {}): ReconciliationDetailView => ({
  ...aReport(),
  comparisons: [
    {
      what: 'operator-box',
      state: 'not-offered',
      compared: 0,
      detail: 'Отправленное из ящика: не сверялось, система не отдаёт список.',
    },
  ],
  findings: [
    {
      id: ID,
      code: 'DOCUMENT_SENT_TWICE',
      state: 'parked',
      isNew: true,
      foundAt: '2026-11-24T09:00:01Z',
      subject: 'sent/1',
      runId: RUN,
      documentId: DOCUMENT,
      facts: {},
      detail: 'Документ № 7 у оператора дважды.',
    },
  ],
  ...over,
});

it('shows the newest report: what does not agree, where it is, and what could not be compared', async () => {
  openPage('/settings/reconciliations', {
    'GET /reconciliations': () => ({ items: [aReport()], total: 1 }),
    [`GET /reconciliations/${ID}`]: () => aDetail(),
  });
  await screen.findByText('Документ № 7 у оператора дважды.');
  expect(screen.getByRole('link', { name: 'документ' }).getAttribute('href')).toBe(`/w/${WS}/documents/${DOCUMENT}`);
  expect(screen.getByRole('link', { name: 'запуск' }).getAttribute('href')).toBe(`/w/${WS}/runs/${RUN}`);
  screen.getByText('Отправленное из ящика: не сверялось, система не отдаёт список.');
});

it('orders a reconciliation and shows its report', async () => {
  const { asked } = openPage('/settings/reconciliations', {
    'GET /reconciliations': () => ({ items: [], total: 0 }),
    'POST /reconciliations': () => aReport({ status: 'ordered' }),
    [`GET /reconciliations/${ID}`]: () => aDetail({ findings: [], counts: aReport().counts }),
  });
  await screen.findByText(/Здесь будут отчёты/);
  fireEvent.click(screen.getByRole('button', { name: 'Сверить сейчас' }));
  await screen.findByText('Расхождений нет.');
  await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
});
