import { expect, it } from '@jest/globals';
import type { AuditView } from '@potok/contracts';
import { screen } from '@testing-library/react';
import { RUN } from '../testing/fixtures/runs.js';
import { WS } from '../testing/fixtures/session.js';
import { openPage } from '../testing/open-page.js';

const anAct = (over: Partial<AuditView>): AuditView => ({
  id: RUN,
  at: '2026-11-24T09:00:00Z',
  who: 'Анна Белова',
  actor: 'user',
  act: 'document.sent',
  object: { kind: 'document', id: RUN },
  facts: {},
  ...over,
});
const open = (over: Partial<AuditView>) =>
  openPage('/settings/audit', { 'GET /audit': () => ({ items: [anAct(over)] }) });

it('leads from the act of a run to the run and names who had asked for it', async () => {
  open({ who: 'Сделка → УПД', actor: 'run', run: { id: RUN, askedBy: 'Анна Белова' } });
  const link = await screen.findByRole('link', { name: 'Сделка → УПД' });
  expect(link.getAttribute('href')).toBe(`/w/${WS}/runs/${RUN}`);
  screen.getByText('запуск, начал: Анна Белова');
});

it('tells a token from a person', async () => {
  open({ who: 'Отчёт', actor: 'token' });
  await screen.findByText('Отчёт');
  screen.getByText('ключ API');
});
