import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aStuckRunDetail, RUN } from '../testing/fixtures/runs.js';
import { openPage } from '../testing/open-page.js';

const nodeOf = (id: string) => document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`);
const drawn = async (id: string): Promise<HTMLElement> => {
  await waitFor(() => expect(nodeOf(id)).not.toBeNull());
  return nodeOf(id)!;
};

it('goes from node to node by arrows, into the step by Enter and back by Esc', async () => {
  const { address } = openPage(`/runs/${RUN}`);
  (await drawn('upd')).focus();
  fireEvent.keyDown(nodeOf('upd')!, { key: 'ArrowRight' });
  await waitFor(() => expect(document.activeElement).toBe(nodeOf('send')));
  fireEvent.keyDown(nodeOf('send')!, { key: 'Enter' });
  const panel = await screen.findByRole('complementary', { name: 'Шаг' });
  await within(panel).findByRole('heading', { name: 'Отправить УПД' });
  expect([document.activeElement, address().includes('node=send')]).toEqual([panel, true]);
  fireEvent.keyDown(panel, { key: 'Escape' });
  await waitFor(() => expect(address()).not.toContain('node='));
  expect(document.activeElement).toBe(nodeOf('send'));
});

it('says under a node and in the time line what is waited for, since when and until when', async () => {
  openPage(`/runs/${RUN}`);
  const under = within(await drawn('answer')).getByText(/^ждёт ответа покупателя/);
  expect(under.textContent).toMatch(/ · до 24\.12\.2026, 12:00$/);
  const line = screen.getByRole('list', { name: 'Лента' });
  within(line).getByText(/ждёт ответа покупателя .* до 24\.12\.2026/);
});

it('says by each button what it will do', async () => {
  openPage(`/runs/${RUN}`, { [`GET /runs/${RUN}`]: aStuckRunDetail });
  const retry = await screen.findByRole('button', { name: 'Повторить шаг' });
  await waitFor(() => expect(retry.getAttribute('aria-description')).toContain('попытка 2'));
});
