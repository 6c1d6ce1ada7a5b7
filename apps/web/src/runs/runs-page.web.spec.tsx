import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { aRun, RUN } from '../testing/fixtures/runs.js';
import { openPage } from '../testing/open-page.js';

const lists = (asked: readonly { path: string }[]) =>
  asked.map(({ path }) => path).filter((path) => path.startsWith('/runs?') && path.includes('limit=50'));

it('asks the API for what the address says', async () => {
  const { asked } = openPage('/runs?status=done&q=214&period=nonsense');
  await screen.findAllByText(/Документ № 214/);
  expect(lists(asked).some((path) => path.includes('search=214') && path.includes('status=done'))).toBe(true);
  expect(lists(asked).every((path) => !path.includes('from='))).toBe(true);
});

it('puts what is searched for into the address', async () => {
  const { address } = openPage('/runs');
  await screen.findAllByText(/Документ № 214/);
  fireEvent.change(screen.getByRole('searchbox', { name: 'Номер документа, ИНН, сделка' }), {
    target: { value: '7707' },
  });
  await waitFor(() => expect(address()).toContain('q=7707'));
});

it('opens a row beside the register and closes it by Esc', async () => {
  const { address } = openPage('/runs');
  fireEvent.click((await screen.findAllByText(/Документ № 214/))[0]!);
  await screen.findByText('Ждать покупателя', { selector: '.timeline-name' });
  expect(address()).toContain(`open=${RUN}`);
  fireEvent.keyDown(window, { key: 'Escape' });
  await waitFor(() => expect(address()).not.toContain('open='));
});

it('reads the next page and says how many are shown', async () => {
  const second = aRun({ id: 'second', subject: { documentNumber: '215' } });
  openPage('/runs', {
    'GET /runs': ({ path }) =>
      path.includes('cursor=c2') ? { items: [second], total: 2 } : { items: [aRun()], next: 'c2', total: 2 },
  });
  await screen.findByText('Показано 1 из 2');
  fireEvent.click(screen.getByRole('button', { name: 'Показать ещё' }));
  await screen.findByText('Показано 2 из 2');
  expect(screen.getByText('Документ № 215').textContent).toBe('Документ № 215');
});

it('tells nothing found from nothing there', async () => {
  openPage('/runs?status=paused', { 'GET /runs': () => ({ items: [], total: 0 }) });
  await screen.findByText('По этим условиям ничего нет.');
});
