import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Scenario } from '@potok/contracts';
import { aScenario, aScenarioDetail, aVersion, SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

const OLD = '0192f000-0000-7000-8000-000000000110';

/** The fixture with a step renamed, one removed with its link, one added, one moved. */
const changed = (): Scenario => {
  const scenario = aScenario();
  const nodes = scenario.nodes
    .filter(({ id }) => id !== 'answer')
    .map((node) => (node.id === 'upd' ? { ...node, name: 'Построить счёт' } : node))
    .map((node) => (node.id === 'won' ? { ...node, position: { x: 0, y: 40 } } : node))
    .map((node) => (node.id === 'send' ? { ...node, params: { documentId: { $cel: 'trigger.dealId' } } } : node));
  const added = { ...scenario.nodes[2]!, id: 'again', name: 'Отправить ещё', position: { x: 900, y: 200 } };
  return { ...scenario, nodes: [...nodes, added], edges: scenario.edges.slice(0, 2) };
};

const answers = {
  [`GET /scenarios/${SCENARIO}`]: () => aScenarioDetail({ draft: changed() }),
  [`GET /scenarios/${SCENARIO}/draft-copies`]: () => ({ items: [] }),
  [`GET /scenarios/${SCENARIO}/versions/${aVersion().id}`]: () => aVersion(),
  [`GET /scenarios/${SCENARIO}/versions`]: () => ({
    items: [aVersion(), aVersion({ id: OLD, number: 2, name: 'До скидок' })],
    total: 2,
  }),
};
const compare = (search = '') => openPage(`/scenarios/${SCENARIO}/compare${search}`, answers);

it('compares what is published with the draft, in words, step by step', async () => {
  compare();
  const list = await screen.findByRole('list', { name: 'Изменения' });
  const heads = within(list)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
  expect(heads.at(-1)).toBe('Передвинуты шаги: 1');
  expect(heads.slice(0, -1).sort()).toEqual([
    'Добавлен шаг «Отправить ещё»',
    'Изменён шаг «Отправить УПД»',
    'Изменён шаг «Построить счёт»',
    'Удалён шаг «Ждать покупателя»',
  ]);
});

it('keeps the chosen change in the address and shows both sides of its fields', async () => {
  const { address } = compare();
  fireEvent.click(await screen.findByRole('button', { name: /Изменён шаг «Отправить УПД»/ }));
  await waitFor(() => expect(address()).toContain('open=main%2Fsend'));
  const row = await screen.findByRole('row', { name: /Документ/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['«Построить УПД › documentId»', '«Сделка выиграна › Сделка»']);
});

it('hides what no run notices when asked to, and says how much', async () => {
  const { address } = compare();
  fireEvent.click(await screen.findByRole('switch', { name: 'Скрыть то, что не меняет работу' }));
  await screen.findByText('Скрыто изменений расположения и заметок: 1');
  expect(address()).toContain('layout=hidden');
  expect(screen.queryByText('Передвинуты шаги: 1')).toBeNull();
});

it('marks steps with a word, the removed ones too', async () => {
  compare();
  fireEvent.click(await screen.findByText('Список'));
  const steps = await screen.findAllByRole('listitem');
  const marks = steps
    .map((step) => [step.querySelector('strong')?.textContent, step.querySelector('.mark')?.textContent])
    .filter(([name]) => name !== undefined);
  expect(Object.fromEntries(marks)).toMatchObject({
    'Сделка выиграна': 'сдвинут',
    'Построить счёт': 'изм.',
    'Отправить ещё': 'новый',
    'Ждать покупателя': 'удалён',
  });
});

it('says that there is nothing between a version and itself', async () => {
  compare(`?from=${aVersion().id}&to=published`);
  await screen.findByText('Различий нет.');
});

it('leads from a run to what differs from the current version', async () => {
  openPage(`/runs/0192f000-0000-7000-8000-00000000b001`);
  const link = await screen.findByRole('link', { name: 'Показать отличия от текущей' });
  expect(link.getAttribute('href')).toContain(`/scenarios/${SCENARIO}/compare?from=${aVersion().id}&to=published`);
});

it('sets the XML that both drawings make of a saved sample against one another, saved answers kept', async () => {
  const sample = {
    id: '0192f000-0000-7000-8000-00000000c001',
    name: 'Обычная сделка',
    source: 'manual',
    updatedAt: '2026-11-20T09:00:00Z',
    by: 'Анна Белова',
    data: { trigger: { dealId: '101' }, steps: { upd: { documentId: 'd' }, send: { messageId: 'm' } } },
  };
  const xmlOf = (name: string) => ({
    status: 'done',
    result: {
      steps: [{ node: 'upd', files: [{ name: 'a.xml', contentType: 'application/xml', text: `<a n="${name}"/>` }] }],
      ended: 'done',
    },
  });
  const { asked } = openPage(`/scenarios/${SCENARIO}/compare?tab=xml`, {
    ...answers,
    [`GET /scenarios/${SCENARIO}/samples`]: () => ({ items: [sample], total: 1 }),
    [`POST /scenarios/${SCENARIO}/try`]: ({ body }) =>
      xmlOf(String((body as { draft: Scenario }).draft.nodes.find(({ id }) => id === 'upd')?.name)),
  });
  const panel = await screen.findByRole('tabpanel', { name: 'XML по образцам' });
  await waitFor(() => expect(panel.textContent).toContain('Построить счёт'), { timeout: 10_000 });
  expect(panel.textContent).toContain('Построить УПД');
  const tries = asked.filter(({ path }) => path.endsWith('/try'));
  expect(tries.map(({ body }) => (body as { pinned: string[] }).pinned)).toEqual([['send'], ['send']]);
});
