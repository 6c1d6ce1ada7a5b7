import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { aProblem, Refusal } from '../testing/fake-api.js';
import { aDocument } from '../testing/fixtures/documents.js';
import { openPage } from '../testing/open-page.js';

const lists = (asked: readonly { path: string }[]) =>
  asked.map(({ path }) => path).filter((path) => path.startsWith('/documents?') && path.includes('limit=50'));

it('says how many documents wait for whom and shows those of the chosen queue', async () => {
  const { asked, address } = openPage('/documents?state=draft&q=214');
  const buyer = await screen.findByRole('button', { name: 'Ждут покупателя 17' });
  expect(screen.getByRole('button', { name: 'Все 24' }).getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(buyer);
  await waitFor(() => expect(address()).toContain('queue=buyer'));
  expect(address()).not.toContain('state=');
  await waitFor(() => expect(lists(asked).some((path) => path.includes('queue=buyer'))).toBe(true));
  expect(asked.some(({ path }) => path === '/documents/queues?search=214')).toBe(true);
});

it('says that there are more than anybody counts', async () => {
  openPage('/documents', {
    'GET /documents': () => ({ items: [aDocument()], next: 'c2', total: 10_000, isTotalCapped: true }),
  });
  expect((await screen.findByText(/^Показано 1 из/)).textContent).toBe('Показано 1 из 10\u202f000+');
});

it('asks for the kind and period of the address and drops what it does not know', async () => {
  const { asked } = openPage('/documents?kind=ukd&period=month&queue=theirs');
  await screen.findByText('128 400,00 ₽');
  const path = lists(asked).at(-1) ?? '';
  expect(path).toContain('kind=ukd');
  expect(path).toMatch(/from=\d{4}-\d\d-\d\d(&|$)/);
  expect(path).not.toContain('queue=');
});

it('takes the list along as a file, under its conditions, and says why when it cannot', async () => {
  const { asked } = openPage('/documents?queue=refused&kind=upd', {
    'GET /documents/export': () => {
      throw new Refusal(aProblem({ detail: 'Под условия подходит больше 50000 строк. Сузьте период.' }));
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Выгрузить' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Книга Excel' }));
  await screen.findByText('Под условия подходит больше 50000 строк. Сузьте период.');
  expect(asked.some(({ path }) => path === '/documents/export?kind=upd&queue=refused&format=xlsx')).toBe(true);
});
