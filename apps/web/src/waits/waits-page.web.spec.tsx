import { expect, it, jest } from '@jest/globals';
import type { WaitCountsView, WaitView } from '@potok/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aProblem, type Asked, Refusal } from '../testing/fake-api.js';
import { RUN } from '../testing/fixtures/runs.js';
import { SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();

const aWait = (over: Partial<WaitView> = {}): WaitView => ({
  id: 'w1',
  kind: 'signature',
  runId: RUN,
  scenarioId: SCENARIO,
  scenarioName: 'Сделка → УПД',
  node: 'answer',
  nodeName: 'Ждать покупателя',
  visit: '0',
  subject: { documentNumber: '214', counterpartyName: 'ООО «Ромашка»' },
  since: ago(76),
  until: '2026-11-24T21:30:00Z',
  ...over,
});
const counts = (over: Partial<WaitCountsView> = {}): WaitCountsView => ({
  overdue: { total: 2 },
  undated: { total: 1 },
  dated: { total: 9 },
  days: [{ day: '2026-11-25', total: 5 }],
  ...over,
});
const { until: _until, ...undated } = aWait({ id: 'w2', kind: 'callback', subject: { dealId: '101' } });

const listed = ({ path }: Asked) =>
  path.includes('undated=true') ? { items: [undated], total: 1 } : { items: [aWait()], total: 1 };
const answers = { 'GET /waits': listed, 'GET /waits/counts': () => counts() };
const NOVEMBER = '/waits?day=2026-11-18';

it('lays waits over a month, Monday first, on the day of the workspace’s clock', async () => {
  openPage(NOVEMBER, answers);
  const calendar = await screen.findByRole('table', { name: 'Календарь ожиданий' });
  const heads = within(calendar).getAllByRole('columnheader');
  expect(heads.map((head) => head.textContent)).toEqual(['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']);
  // 21:30 UTC is the next day in Moscow.
  const day = within(calendar).getByRole('button', { name: 'среда, 25 ноября, 5 ожиданий' }).closest('td')!;
  const wait = within(day).getByRole('link', { name: /Документ № 214 · ООО «Ромашка»/ });
  expect(wait.getAttribute('href')).toMatch(new RegExp(`/runs/${RUN}\\?node=answer$`));
  expect(wait.textContent).toContain('3\u00a0д 4\u00a0ч');
  within(day).getByRole('button', { name: 'ещё 4' });
  within(calendar).getByRole('button', { name: 'среда, 4 ноября, нерабочий день, ожиданий нет' });
});

it('asks for the shown days only, in the workspace’s zone', async () => {
  const { asked } = openPage(NOVEMBER, answers);
  await screen.findByRole('table');
  const query = new URLSearchParams(asked.find(({ path }) => path.startsWith('/waits?'))!.path.split('?')[1]);
  expect([query.get('from'), query.get('until')]).toEqual(['2026-10-25T21:00:00.000Z', '2026-12-06T21:00:00.000Z']);
});

it('lists a day in full sentences when it is pressed', async () => {
  const { address } = openPage(NOVEMBER, answers);
  fireEvent.click(await screen.findByRole('button', { name: /^среда, 25 ноября/ }));
  const list = await screen.findByRole('region', { name: 'среда, 25 ноября' });
  expect(within(list).getByRole('link').textContent).toContain(
    'ждёт подписи · Документ № 214 · ООО «Ромашка» · 3\u00a0д 4\u00a0ч',
  );
  expect(address()).toContain('open=2026-11-25');
});

it('keeps what has no deadline apart', async () => {
  openPage(NOVEMBER, answers);
  fireEvent.click(await screen.findByRole('button', { name: 'Без срока 1' }));
  const list = await screen.findByRole('region', { name: 'Без срока' });
  expect(within(list).getByRole('link').textContent).toContain('без срока');
});

it('goes to the next month, to a week, and back to today by the address', async () => {
  const { address } = openPage(NOVEMBER, answers);
  fireEvent.click(await screen.findByRole('button', { name: 'Следующий месяц' }));
  await screen.findByRole('heading', { name: /декабрь 2026/ });
  fireEvent.click(screen.getByRole('radio', { name: 'Неделя' }));
  await screen.findByRole('heading', { name: '30.11.2026 – 06.12.2026' });
  expect(address()).toContain('span=week');
  fireEvent.click(screen.getByRole('button', { name: 'Сегодня' }));
  await waitFor(() => expect(address()).not.toContain('day='));
});

it('says that a year’s production calendar is not known', async () => {
  openPage('/waits?day=2031-05-05', answers);
  await screen.findByText(/^Производственного календаря на 2031 год/);
});

it('is a list too: what is late, by day, and what has no deadline', async () => {
  openPage('/waits?view=list', answers);
  await screen.findByRole('region', { name: 'Просрочено' });
  const ahead = await screen.findByRole('region', { name: 'По дням' });
  within(ahead).getByRole('heading', { name: 'среда, 25 ноября' });
  await screen.findByRole('region', { name: 'Без срока' });
});

it('takes kind, scenario and counterparty from the address', async () => {
  const { asked } = openPage(`/waits?kind=docflow&scenario=${SCENARIO}&q=Ромашка`, answers);
  await screen.findByRole('table');
  const { path } = asked.find((one) => one.path.startsWith('/waits/counts'))!;
  const query = new URLSearchParams(path.split('?')[1]);
  expect([query.get('kind'), query.get('scenario'), query.get('search')]).toEqual(['docflow', SCENARIO, 'Ромашка']);
});

it('says what will be here while nobody waits', async () => {
  openPage(NOVEMBER, {
    'GET /waits': () => ({ items: [], total: 0 }),
    'GET /waits/counts': () => counts({ overdue: { total: 0 }, undated: { total: 0 }, dated: { total: 0 }, days: [] }),
  });
  await screen.findByText(/^Здесь будет видно, чего ждут запуски/);
});

it('says what went wrong, and tries again', async () => {
  const answer = jest.fn((): unknown => {
    throw new Refusal(aProblem({ detail: 'База занята.', status: 409 }));
  });
  openPage(NOVEMBER, { ...answers, 'GET /waits/counts': answer });
  await screen.findByText('База занята.');
  answer.mockImplementation(() => counts());
  fireEvent.click(screen.getByRole('button', { name: 'Повторить' }));
  await screen.findByRole('table');
});

it('is reached from the runs', async () => {
  openPage('/runs', answers);
  fireEvent.click(await screen.findByRole('link', { name: 'Ожидания' }));
  await screen.findByRole('table', { name: 'Календарь ожиданий' });
});
