import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { DraftCopyView } from '@potok/contracts';
import { aScenario, aScenarioDetail, aVersion, SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

const VERSION = aVersion().id;
const PATH = `/scenarios/${SCENARIO}/versions/${VERSION}`;
const copy: DraftCopyView = {
  id: '0192f000-0000-7000-8000-000000000901',
  keptAt: '2026-11-21T09:00:00Z',
  by: 'Пётр Ильин',
  revision: 12,
  scenario: aScenario(),
  binding: { slots: {}, parameters: {} },
};
const answers = {
  [`GET /scenarios/${SCENARIO}/draft-copies`]: () => ({ items: [copy] }),
  [`GET ${PATH}`]: () => aVersion({ name: 'Первый выпуск', comment: 'Чтобы слать УПД' }),
  [`POST ${PATH}/restore`]: () => aScenarioDetail(),
  [`POST /scenarios/${SCENARIO}/draft-copies/${copy.id}/restore`]: () => aScenarioDetail(),
  [`PATCH ${PATH}`]: () => aVersion(),
};
const openHistory = (search = '', over = {}) =>
  openPage(`/scenarios/${SCENARIO}?tab=versions${search}`, { ...answers, ...over });

it('lists versions with their runs, which lead to the runs of that version', async () => {
  openHistory();
  const link = await screen.findByRole('link', { name: '14 идёт, всего 210' });
  expect(link.getAttribute('href')).toContain(`scenario=${SCENARIO}&version=${VERSION}`);
  await screen.findByText('опубликована сейчас');
});

it('shows a version beside the list: why it was made and how it looks', async () => {
  openHistory(`&open=${VERSION}`);
  const panel = await screen.findByRole('complementary', { name: 'Версия 3 «Первый выпуск»' });
  await within(panel).findByText('Чтобы слать УПД');
  await within(panel).findByRole('region', { name: 'Схема сценария' });
});

it('restores a version over the draft that is seen, after saying what becomes of it', async () => {
  const draft = { ...aScenario(), name: 'Другой' };
  const { asked } = openHistory(`&open=${VERSION}`, {
    [`GET /scenarios/${SCENARIO}`]: () => aScenarioDetail({ draft }),
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Сделать черновиком…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Вернуть черновик к версии 3?' });
  await within(dialog).findByText(/Нынешний черновик не опубликован/);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Вернуть черновик к версии 3' }));
  await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
  expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
    path: `${PATH}/restore`,
    body: { draftRevision: 4 },
  });
});

it('names a version', async () => {
  const { asked } = openHistory(`&open=${VERSION}`);
  fireEvent.click(await screen.findByRole('button', { name: 'Назвать…' }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Название версии' }), { target: { value: 'Скидки' } });
  fireEvent.click(screen.getByRole('button', { name: 'Сохранить название' }));
  await waitFor(() => expect(asked.some(({ method }) => method === 'PATCH')).toBe(true));
  expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ name: 'Скидки', comment: 'Чтобы слать УПД' });
});

it('takes back a kept draft', async () => {
  const { asked } = openHistory();
  const part = await screen.findByRole('region', { name: 'Сохранённые черновики' });
  fireEvent.click(within(part).getByRole('button', { name: 'Вернуть этот черновик' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Вернуть этот черновик' }));
  await waitFor(() => expect(asked.some(({ path }) => path.includes(`draft-copies/${copy.id}/restore`))).toBe(true));
});
