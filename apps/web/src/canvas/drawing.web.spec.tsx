import '../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { expect, it } from '@jest/globals';
import { flowManifests } from '@potok/scenario';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { ApiProvider } from '../app/use-api.js';
import { fakeApi } from '../testing/fake-api.js';
import { aManifest } from '../testing/fixtures/manifest.js';
import { aRunDetail, aStep, aStuckRunDetail } from '../testing/fixtures/runs.js';
import { aScenario } from '../testing/fixtures/scenario.js';
import { catalogues } from '../app/texts/catalogue.js';
import { Drawing } from './drawing.js';
import { drawnOf } from './drawn.js';
import { kindsOf } from './manifest.js';
import { Outline } from './outline.js';
import { overlayOf } from './overlay.js';

const aStepNode = (id: string) => ({ id, typeVersion: 1, name: id, position: { x: 0, y: 0 } });

const drawn = () =>
  drawnOf({
    scenario: aScenario(),
    graph: 'main',
    kinds: kindsOf(aManifest()),
    texts: catalogues.ru,
    language: 'ru',
  });

it('draws a node with its words, its ways out and how long it waits', () => {
  const answer = drawn().nodes.find(({ id }) => id === 'answer');
  expect(answer?.data).toMatchObject({ name: 'Ждать покупателя', kind: 'wait', limit: 'до 30\u00a0д' });
  expect(answer).toMatchObject({ width: 220, height: 64 });
  const send = drawn().nodes.find(({ id }) => id === 'send');
  expect(send?.data).toMatchObject({ words: 'Отправить документ · документ: Построить УПД' });
});

it('says a choice of a step by its word', () => {
  const words = { СЧФ: { ru: 'Только счёт-фактура', en: 'Invoice only' } };
  const kind = { enum: ['СЧФ'], title: 'Функция', ui: { choices: words } };
  const scenario = aScenario();
  const nodes = scenario.nodes.map((node) => (node.id === 'upd' ? { ...node, params: { kind: 'СЧФ' } } : node));
  const kinds = kindsOf({
    nodes: aManifest().nodes.map((one) => ({ ...one, input: { type: 'object', properties: { kind } } })),
  });
  const { nodes: cards } = drawnOf({
    scenario: { ...scenario, nodes },
    graph: 'main',
    kinds,
    texts: catalogues.ru,
    language: 'ru',
  });
  expect(JSON.stringify(cards.find(({ id }) => id === 'upd')?.data)).toContain('функция: Только счёт-фактура');
});

it('calls ways out of a decision as their author does, on the canvas and in the list', () => {
  const branches = [{ port: 'big', title: 'Крупная сделка' }, { port: 'small' }];
  const scenario = aScenario();
  const choice = { ...aStepNode('choice'), type: 'flow.decide', params: { branches } };
  const edges = ['big', 'small', 'otherwise'].map((port) => ({
    id: port,
    from: { node: 'choice', port },
    to: { node: 'upd' },
  }));
  const drawing = {
    scenario: { ...scenario, nodes: [...scenario.nodes, choice], edges: [...scenario.edges, ...edges] },
    graph: 'main',
    kinds: kindsOf({ nodes: [...aManifest().nodes, ...flowManifests] }),
    texts: catalogues.ru,
    language: 'ru' as const,
  };
  const titles = drawnOf(drawing)
    .edges.filter(({ source }) => source === 'choice')
    .map(({ data }) => data?.title);
  expect(titles).toEqual(['Крупная сделка', 'small', 'иначе']);
  render(
    <MantineProvider env="test">
      <Outline drawing={drawing} />
    </MantineProvider>,
  );
  expect(screen.getByText(/^Крупная сделка → .*; small → .*; иначе → /)).toBeDefined();
});

it('lays a run over the drawing: the trigger is done, the last visit speaks, ports that were left by are taken', () => {
  const { nodes, taken } = overlayOf({ ...aRunDetail(), steps: aRunDetail().steps.slice(1) }, aScenario());
  expect(nodes.get('answer')).toMatchObject({ status: 'waiting', wait: { kind: 'docflow' }, waiting: 1 });
  expect(nodes.get('won')?.status).toBe('done');
  expect([...taken]).toEqual([
    ['upd/done', 1],
    ['send/done', 1],
    ['won/done', 1],
  ]);
});

it('counts ways and visits of a run whose steps are not all listed', () => {
  const passes = [{ node: 'upd', port: 'done', total: 5_000 }];
  const { nodes, taken } = overlayOf({ ...aRunDetail(), passes }, aScenario());
  expect([nodes.get('upd')?.visits, taken.get('upd/done')]).toEqual([5_000, 5_000]);
});

it('lets the visit speak at which the run has stopped, however many went well after it', () => {
  const { steps, fault } = aStuckRunDetail();
  const later = aStep({ node: 'upd', visit: '0/2', seq: 9 });
  const { nodes } = overlayOf({ ...aRunDetail(), steps: [...steps, later], ...(fault && { fault }) }, aScenario());
  expect(nodes.get('upd')).toMatchObject({ status: 'faulted', visits: 2 });
});

it('is a list too, from which a step is chosen by keyboard', async () => {
  const chosen: string[] = [];
  render(
    <MantineProvider env="test">
      <ApiProvider value={fakeApi().api}>
        <QueryClientProvider client={new QueryClient()}>
          <Drawing scenario={aScenario()} onChoose={(node) => chosen.push(node)} />
        </QueryClientProvider>
      </ApiProvider>
    </MantineProvider>,
  );
  fireEvent.click(await screen.findByText('Список'));
  const steps = await screen.findAllByRole('listitem');
  expect(steps.map((step) => step.querySelector('strong')?.textContent)).toEqual([
    'Сделка выиграна',
    'Построить УПД',
    'Отправить УПД',
    'Ждать покупателя',
  ]);
  fireEvent.click(screen.getByRole('button', { name: /^Отправить УПД/ }));
  expect(chosen).toEqual(['send']);
});
