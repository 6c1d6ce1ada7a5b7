import '../testing/clean-up.js';
import { expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Scenario, TriedStepView, TriedView } from '@potok/contracts';
import { flowManifests } from '@potok/scenario';
import { useState } from 'react';
import { ApiProvider } from '../app/use-api.js';
import { HereProvider } from '../app/use-workspace.js';
import { aProblem, fakeApi, Refusal, type Answers } from '../testing/fake-api.js';
import { aManifest } from '../testing/fixtures/manifest.js';
import { aScenario, SCENARIO } from '../testing/fixtures/scenario.js';
import { aSession } from '../testing/fixtures/session.js';
import { SamplePicker } from './sample-picker.js';
import { StepResult } from './step-result.js';
import { TryBar } from './try-bar.js';
import { useTrying } from './use-trying.js';
import { WayFields } from './way-fields.js';

const base = `/scenarios/${SCENARIO}`;
const sample = {
  id: '0192f000-0000-7000-8000-000000000901',
  name: 'Сделка 101',
  source: 'manual',
  updatedAt: '2026-11-20T09:00:00Z',
  by: 'Анна Белова',
  data: { trigger: { dealId: '101' }, steps: {} },
};
const aStep = (over: Partial<TriedStepView> = {}): TriedStepView => ({
  node: 'upd',
  visit: '0',
  status: 'done',
  answeredBy: 'work',
  input: { lines: [] },
  output: { number: 'ПРОБНЫЙ-1' },
  port: 'done',
  durationMs: 12,
  ...over,
});
const tried =
  (steps: readonly TriedStepView[], over: Partial<TriedView> = {}) =>
  () => ({
    requestId: 'r',
    status: 'done',
    result: { steps, ended: 'done', ...over },
  });

/** What an editor makes of the parts; the button stands for a change on the canvas. */
const Editor = ({ first }: { readonly first: Scenario }) => {
  const [draft, setDraft] = useState(first);
  const trying = useTrying({ scenarioId: SCENARIO, draft, binding: { slots: {}, parameters: {} }, graph: 'main' });
  const change = () =>
    setDraft((now) => ({
      ...now,
      nodes: now.nodes.map((node) => (node.id === 'upd' ? { ...node, params: { currency: 'RUB' } } : node)),
    }));
  return (
    <>
      <TryBar {...trying} node="upd" onTry={trying.tryIt}>
        <SamplePicker
          scenarioId={SCENARIO}
          value={trying.sample?.id}
          onChange={trying.setSample}
          current={trying.current}
          hasHook={trying.hasHook}
        />
        <WayFields choices={trying.choices} ports={trying.ports} onChange={trying.setPorts} />
      </TryBar>
      {trying.tried?.view.steps.map((step) => (
        <StepResult
          key={step.node}
          step={step}
          stale={trying.stale.get(step.node)}
          nameOf={trying.nameOf}
          wayOf={trying.wayOf}
        />
      ))}
      <button type="button" onClick={change}>
        change
      </button>
    </>
  );
};

const open = (answers: Answers = {}, first = aScenario()) => {
  const { api, asked } = fakeApi({ [`GET ${base}/samples`]: () => ({ items: [sample] }), ...answers });
  const session = aSession();
  const [workspace] = session.workspaces;
  if (workspace === undefined) throw new Error('no workspace');
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ApiProvider value={api}>
          <HereProvider value={{ session, workspace }}>
            <Editor first={first} />
          </HereProvider>
        </ApiProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  const sent = (method: string, path: string) => asked.filter((one) => one.method === method && one.path === path);
  return { asked, sent };
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = async (name: string) => {
  fireEvent.click(await screen.findByRole('combobox', { name: 'Данные' }));
  fireEvent.click(await screen.findByRole('option', { name, hidden: true }));
};
const openMenu = async (item: string) => {
  press('Что сделать с данными');
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
};

it('tries the draft as it stands, over the chosen data, up to the selected step', async () => {
  const { sent } = open({ [`POST ${base}/try`]: tried([aStep()], { ended: 'stopped', at: 'upd' }) });
  await choose('Сделка 101');
  press('До этого шага');
  await screen.findByText('Дошли до шага «Построить УПД»');
  expect(sent('POST', `${base}/try`)[0]?.body).toEqual({
    draft: aScenario(),
    binding: { slots: {}, parameters: {} },
    graph: 'main',
    data: sample.data,
    ports: {},
    upTo: 'upd',
  });
});

it('follows a try that takes longer than one call', async () => {
  open({
    [`POST ${base}/try`]: () => ({ requestId: 'r', status: 'pending' }),
    'GET /requests/r': tried([aStep()]),
  });
  press('Прогнать до конца');
  await screen.findByText('Дошли до конца');
});

it('goes the way that a person has chosen at a wait', async () => {
  const { sent } = open({ [`POST ${base}/try`]: tried([aStep()]) });
  await waitFor(() => screen.getByRole('button', { name: 'Пути пробы' }));
  press('Пути пробы');
  fireEvent.click(await screen.findByRole('combobox', { name: 'Ждать покупателя' }));
  fireEvent.click(await screen.findByRole('option', { name: 'отказал', hidden: true }));
  press('Прогнать до конца');
  await waitFor(() => expect(sent('POST', `${base}/try`)).toHaveLength(1));
  expect(sent('POST', `${base}/try`)[0]?.body).toMatchObject({ ports: { answer: 'rejected' } });
});

it('leads a try by the branch of a decision that a person has chosen, and back by its conditions', async () => {
  const branches = [{ port: 'big', title: 'Крупная', when: { $cel: 'true' } }];
  const choice = { id: 'choice', type: 'flow.decide', typeVersion: 1, name: 'Крупная ли', params: { branches } };
  const drawing = aScenario();
  const { sent } = open(
    {
      'GET /manifest': () => ({ nodes: [...aManifest().nodes, ...flowManifests] }),
      [`POST ${base}/try`]: tried([aStep({ node: 'choice', answeredBy: 'pin', port: 'big' })]),
    },
    { ...drawing, nodes: [...drawing.nodes, { ...choice, position: { x: 0, y: 0 } }] },
  );
  await waitFor(() => screen.getByRole('button', { name: 'Пути пробы' }));
  press('Пути пробы');
  const select = await screen.findByRole('combobox', { name: 'Крупная ли' });
  expect((select as HTMLInputElement).value).toBe('По условиям');
  fireEvent.click(select);
  fireEvent.click(await screen.findByRole('option', { name: 'Крупная', hidden: true }));
  press('Прогнать до конца');
  await screen.findByText('выход: Крупная');
  screen.getByText('Закреплено для пробы');
  expect(sent('POST', `${base}/try`)[0]?.body).toMatchObject({ ports: { choice: 'big' } });
  fireEvent.click(select);
  fireEvent.click(await screen.findByRole('option', { name: 'По условиям', hidden: true }));
  await screen.findByText('Устарело: После пробы выбраны другие данные или другой путь.');
});

it('marks a trial answer as one, with the reason', async () => {
  const send = aStep({ node: 'send', answeredBy: 'example', why: 'acting' });
  open({ [`POST ${base}/try`]: tried([send]) });
  press('Прогнать до конца');
  await screen.findByText('Пробный ответ: пример узла');
  screen.getByText('Этот шаг меняет что-то снаружи, поэтому в пробе не выполнялся.');
});

it('shows the XML that a step has built', async () => {
  const files = [{ name: 'ON_NSCHFDOPPR.xml', contentType: 'application/xml', text: '<Файл/>' }];
  open({ [`POST ${base}/try`]: tried([aStep({ files, standIns: ['organization'] })]) });
  press('Прогнать до конца');
  await screen.findByText('<Файл/>');
  screen.getByText(/взята вымышленная/);
});

it('shows the sentence of a fault and where the try stopped', async () => {
  const fault = { code: 'DEAL_NOT_FOUND', detail: 'Сделки 404 нет.', field: '/dealId', facts: {} };
  open({ [`POST ${base}/try`]: tried([aStep({ status: 'failed', fault })], { ended: 'failed', at: 'upd' }) });
  press('Прогнать до конца');
  await screen.findByText('Сделки 404 нет.');
  screen.getByText('Поле: /dealId');
  screen.getByText('Остановились на ошибке в шаге «Построить УПД»');
});

it('says that a result is stale once its step is changed', async () => {
  const send = aStep({ node: 'send', answeredBy: 'example' });
  open({ [`POST ${base}/try`]: tried([aStep(), send]) });
  press('Прогнать до конца');
  await screen.findByText('Пробный ответ: пример узла');
  expect(screen.queryByText(/Устарело/)).toBeNull();
  press('change');
  await screen.findByText('Устарело: Шаг изменён после пробы.');
  screen.getByText('Устарело: После пробы изменён шаг «Построить УПД», от которого этот зависит.');
});

it('says that a result is stale once other data are chosen', async () => {
  open({ [`POST ${base}/try`]: tried([aStep()]) });
  press('Прогнать до конца');
  await screen.findByText('Дошли до конца');
  expect(screen.queryByText(/Устарело/)).toBeNull();
  await choose('Сделка 101');
  await screen.findByText('Устарело: После пробы выбраны другие данные или другой путь.');
});

it('says what stands in the way of a try', async () => {
  const errors = [{ field: '/output', code: 'X', detail: 'Поле «Документ» не заполнено.', node: 'send' }];
  open({
    [`POST ${base}/try`]: () => {
      throw new Refusal(aProblem({ status: 422, code: 'TRY_WRONG', detail: 'Прогнать нельзя.', errors }));
    },
  });
  press('Прогнать до конца');
  await screen.findByText('Поле «Документ» не заполнено.');
});

it('keeps what the steps gave as a sample, and takes a name that is not taken', async () => {
  let hasRefused = false;
  const { sent } = open({
    [`POST ${base}/try`]: tried([aStep()]),
    [`POST ${base}/samples`]: () => {
      if (hasRefused) return sample;
      hasRefused = true;
      throw new Refusal(aProblem({ status: 409, field: '/name', detail: 'Пример «А» уже есть.' }));
    },
  });
  press('Прогнать до конца');
  await screen.findByText('Дошли до конца');
  await openMenu('Сохранить данные…');
  press('Сохранить пример');
  await screen.findByText('Назовите пример');
  fireEvent.change(screen.getByRole('textbox', { name: 'Название' }), { target: { value: 'А' } });
  press('Сохранить пример');
  await screen.findByText('Пример «А» уже есть.');
  fireEvent.change(screen.getByRole('textbox', { name: 'Название' }), { target: { value: 'Б' } });
  press('Сохранить пример');
  await waitFor(() => expect(sent('POST', `${base}/samples`)).toHaveLength(2));
  expect(sent('POST', `${base}/samples`)[1]?.body).toEqual({
    name: 'Б',
    data: { trigger: {}, steps: { upd: { number: 'ПРОБНЫЙ-1' } } },
  });
});

it('changes the JSON of a sample, and asks nothing while it is none', async () => {
  const { sent } = open({ [`PUT ${base}/samples/${sample.id}`]: () => sample });
  await choose('Сделка 101');
  await openMenu('Изменить…');
  const json = await screen.findByRole('textbox', { name: 'Данные, JSON' });
  fireEvent.change(json, { target: { value: '{ "trigger": ' } });
  press('Сохранить данные');
  await screen.findByText('Это не JSON. Проверьте скобки, кавычки и запятые.');
  fireEvent.change(json, { target: { value: '{ "trigger": 1, "steps": {} }' } });
  press('Сохранить данные');
  await waitFor(() => expect(sent('PUT', `${base}/samples/${sample.id}`)).toHaveLength(1));
  expect(sent('PUT', `${base}/samples/${sample.id}`)[0]?.body).toEqual({
    name: 'Сделка 101',
    data: { trigger: 1, steps: {} },
  });
});

it('deletes a sample after naming it', async () => {
  const { sent } = open({ [`DELETE ${base}/samples/${sample.id}`]: () => undefined });
  await choose('Сделка 101');
  await openMenu('Удалить…');
  await screen.findByText('Удалить пример «Сделка 101»?');
  press('Удалить пример');
  await waitFor(() => expect(sent('DELETE', `${base}/samples/${sample.id}`)).toHaveLength(1));
});

it('opens a test address, shows the call that came and keeps it', async () => {
  const call = {
    id: 'c',
    receivedAt: '2026-11-24T09:00:00Z',
    isTest: true,
    contentType: 'application/json',
    body: { order: 7 },
  };
  const url = 'http://127.0.0.1:4100/hooks/test/abc';
  const { sent } = open({
    [`POST ${base}/hook/test-address`]: () => ({ url, expiresAt: '2026-11-24T10:00:00Z' }),
    [`GET ${base}/hook/heard`]: () => ({ items: [call] }),
    [`POST ${base}/samples/from-delivery`]: () => sample,
  });
  await waitFor(() => screen.getByRole('button', { name: 'Пути пробы' }));
  await openMenu('Поймать вызов…');
  fireEvent.click(await screen.findByRole('button', { name: 'Получить адрес' }));
  await screen.findByText(url);
  screen.getByText(/^curl -X POST/);
  await screen.findByText('7');
  press('Сохранить примером');
  await waitFor(() => expect(sent('POST', `${base}/samples/from-delivery`)).toHaveLength(1));
  expect(sent('POST', `${base}/samples/from-delivery`)[0]?.body).toMatchObject({ deliveryId: 'c' });
});
