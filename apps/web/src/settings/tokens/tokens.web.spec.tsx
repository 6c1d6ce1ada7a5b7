import { expect, it } from '@jest/globals';
import type { ApiTokenView } from '@potok/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type Answers } from '../../testing/fake-api.js';
import { openPage } from '../../testing/open-page.js';

const ID = '0192f000-0000-7000-8000-00000000d001';
const aToken = (over: Partial<ApiTokenView> = {}): ApiTokenView => ({
  id: ID,
  name: 'Отчёт',
  scopes: ['read', 'start'],
  createdAt: '2026-11-20T09:00:00Z',
  ...over,
});
const open = (over: Answers = {}) =>
  openPage('/settings/tokens', { 'GET /api-tokens': () => ({ items: [aToken()] }), ...over });
const dialog = () => within(screen.getByRole('dialog'));

it('shows the secret of a new token once, and not after', async () => {
  const secret = 'pt_only-once';
  const { asked } = open({ 'POST /api-tokens': () => aToken({ name: 'Выгрузка', secret }) });
  fireEvent.click(await screen.findByRole('button', { name: 'Выпустить ключ…' }));
  fireEvent.change(dialog().getByRole('textbox', { name: /^Название/ }), { target: { value: 'Выгрузка' } });
  fireEvent.click(dialog().getByRole('checkbox', { name: 'Запускать' }));
  fireEvent.click(dialog().getByRole('button', { name: 'Выпустить ключ' }));
  await dialog().findByDisplayValue(secret);
  dialog().getByRole('button', { name: 'Скопировать ключ' });
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ name: 'Выгрузка', scopes: ['read', 'start'] });
  fireEvent.click(dialog().getByRole('button', { name: 'Ключ сохранён' }));
  await waitFor(() => expect(screen.queryByDisplayValue(secret)).toBeNull());
});

it('names what is missing and asks the API nothing', async () => {
  const { asked } = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Выпустить ключ…' }));
  fireEvent.click(dialog().getByRole('checkbox', { name: 'Читать' }));
  fireEvent.click(dialog().getByRole('button', { name: 'Выпустить ключ' }));
  dialog().getByText('Заполните «Название»');
  dialog().getByText('Отметьте хотя бы одно право');
  expect(asked.some(({ method }) => method === 'POST')).toBe(false);
});

it('revokes by a button that names the token; a revoked one has none', async () => {
  const revoked = aToken({ id: `${ID.slice(0, -1)}2`, name: 'Старый', revokedAt: '2026-11-21T09:00:00Z' });
  const { asked } = open({
    'GET /api-tokens': () => ({ items: [aToken(), revoked] }),
    [`DELETE /api-tokens/${ID}`]: () => undefined,
  });
  await screen.findByText('Отозван');
  fireEvent.click(screen.getByRole('button', { name: 'Отозвать…' }));
  fireEvent.click(dialog().getByRole('button', { name: 'Отозвать ключ «Отчёт»' }));
  await waitFor(() => expect(asked.some(({ method }) => method === 'DELETE')).toBe(true));
});
