import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aScenarioDetail, aVersion, SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

const open = (query = '') => openPage(`/scenarios/${SCENARIO}/description${query}`);

it('is a paper with firm, version, picture, steps in words and lines to sign', async () => {
  open(`?version=${aVersion().id}`);
  const paper = await screen.findByRole('article', { name: 'Описание сценария' });
  expect(within(paper).getByText('ООО «Вектор»')).toBeTruthy();
  expect(within(paper).getByText(/Версия 3 от 20\.11\.2026/)).toBeTruthy();
  expect(within(paper).getByRole('img', { name: 'Схема сценария «Сделка → УПД»' })).toBeTruthy();
  expect(within(paper).getByRole('heading', { name: /Ждать покупателя/ })).toBeTruthy();
  expect(within(paper).getByText('Ждёт не дольше: 30 дней.')).toBeTruthy();
  expect(within(paper).getByText('Построить УПД → documentId')).toBeTruthy();
  expect(within(paper).getByRole('heading', { name: 'Согласовано' })).toBeTruthy();
});

it('describes the draft without a version, and says when the version asked for is gone', async () => {
  open('?version=0192f000-0000-7000-8000-00000000dead');
  expect(await screen.findByText('Такой версии у сценария нет. Показан черновик.')).toBeTruthy();
  expect(await screen.findByText(/Черновик ·/)).toBeTruthy();
});

it('is offered beside the drawing, for the version that is shown', async () => {
  openPage(`/scenarios/${SCENARIO}`, { [`GET /scenarios/${SCENARIO}`]: () => aScenarioDetail() });
  (await screen.findByRole('button', { name: 'Картинка и описание' })).click();
  const link = await screen.findByRole('menuitem', { name: 'Описание для печати' });
  expect(link.getAttribute('href')).toContain(`/scenarios/${SCENARIO}/description`);
});
