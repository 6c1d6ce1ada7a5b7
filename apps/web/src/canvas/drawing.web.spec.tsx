import '../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { ApiProvider } from '../app/use-api.js';
import { fakeApi } from '../testing/fake-api.js';
import { aManifest } from '../testing/fixtures/manifest.js';
import { aRunDetail } from '../testing/fixtures/runs.js';
import { aScenario } from '../testing/fixtures/scenario.js';
import { catalogues } from '../app/texts/catalogue.js';
import { Drawing } from './drawing.js';
import { drawnOf } from './drawn.js';
import { kindsOf } from './manifest.js';
import { overlayOf } from './overlay.js';
import { OverlayContext, OverlayStore, useTrace } from './overlay-store.js';

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

it('lays a run over the drawing: the trigger is done, the last visit speaks, ports that were left by are taken', () => {
  const { nodes, taken } = overlayOf(aRunDetail().steps.slice(1), aScenario(), '2026-11-24T09:00:00Z');
  expect(nodes.get('answer')?.status).toBe('waiting');
  expect(nodes.get('won')?.status).toBe('done');
  expect([...taken]).toEqual(['won/done', 'upd/done', 'send/done']);
});

it('draws anew only the node whose step has news', () => {
  const store = new OverlayStore();
  const renders: string[] = [];
  const Node = ({ id }: { readonly id: string }) => <span>{useTrace(id)?.status ?? id}</span>;
  const { steps } = aRunDetail();
  render(
    <OverlayContext value={store}>
      {['won', 'upd', 'send', 'answer'].map((id) => (
        <Profiler key={id} id={id} onRender={(name) => renders.push(name)}>
          <Node id={id} />
        </Profiler>
      ))}
    </OverlayContext>,
  );
  act(() => store.show(overlayOf(steps, aScenario(), steps[0]!.startedAt), undefined));
  renders.length = 0;
  const news = steps.map((step) => (step.node === 'answer' ? { ...step, status: 'done' as const } : step));
  act(() => store.show(overlayOf(news, aScenario(), steps[0]!.startedAt), undefined));
  expect(renders).toEqual(['answer']);
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
