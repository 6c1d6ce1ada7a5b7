import { expect, it } from '@jest/globals';
import type { ConnectionView, Manifest } from '@potok/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aManifest } from '../testing/fixtures/manifest.js';
import { SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

const detail = 'Изменилось в «Продажи»: стадии «Выиграна» (WON) больше нет.';
const aConnection = (over: Partial<ConnectionView> = {}): ConnectionView => ({
  id: '0192f000-0000-7000-8000-000000000200',
  name: 'Продажи',
  system: 'bitrix24',
  gateway: 'crm',
  isTest: false,
  status: 'works',
  settings: {},
  usedBy: [],
  ...over,
});
const bitrix24 = {
  id: 'bitrix24',
  title: { ru: 'Битрикс24', en: 'Bitrix24' },
  implements: ['crm' as const],
  secrets: {},
  settings: {},
  limitPerSecond: 2,
  lists: ['stages'],
  sentences: {},
};
const open = (connection: ConnectionView) =>
  openPage('/connections', {
    'GET /connections': () => ({ items: [connection], total: 1 }),
    'GET /manifest': (): Manifest => ({ ...aManifest(), connections: [bitrix24] }),
    [`POST /connections/${connection.id}/refresh`]: () => ({ requestId: 'r1', status: 'done' }),
  });

it('tells what has changed in the account and leads to the scenario that uses it', async () => {
  const scenario = { scenarioId: SCENARIO, name: 'Сделка → УПД' };
  open(aConnection({ broken: [{ code: 'ENTRY_GONE', detail, scenario }] }));
  const item = (await screen.findByText(detail, { exact: false })).closest('li') as HTMLElement;
  expect(within(item).getByRole('link', { name: 'Сделка → УПД' }).getAttribute('href')).toContain(SCENARIO);
});

it('asks for the lists anew at a click', async () => {
  const { asked } = open(aConnection());
  fireEvent.click(await screen.findByRole('button', { name: 'Обновить справочники' }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/refresh'))).toBe(true));
});

it('shows on its card that a connection is a test contour', async () => {
  open(aConnection({ isTest: true }));
  expect((await screen.findByText('тестовый контур')).getAttribute('title')).toContain('Пробные запуски');
});

it('names five of the scenarios that an account serves, and the others at a click', async () => {
  const usedBy = Array.from({ length: 9 }, (_one, index) => ({
    scenarioId: `0192f000-0000-7000-8000-00000000090${index}`,
    name: `Сценарий ${index}`,
  }));
  open(aConnection({ usedBy }));
  const more = await screen.findByRole('button', { name: 'И ещё 4 сценария' });
  const named = () => screen.getAllByRole('link', { name: /^Сценарий \d/ });
  expect(named()).toHaveLength(5);
  fireEvent.click(more);
  expect(named()).toHaveLength(9);
  expect(screen.queryByRole('button', { name: /И ещё/ })).toBeNull();
  // The same button folds them: the keyboard is not thrown off it.
  fireEvent.click(screen.getByRole('button', { name: 'Показать меньше' }));
  expect(named()).toHaveLength(5);
});
