import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aScenarioDetail, aVersion, SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

const open = (query = '') => openPage(`/scenarios/${SCENARIO}/description${query}`);

it('is a paper with firm, version, picture, steps in words and lines to sign', async () => {
  open(`?version=${aVersion().id}`);
  const paper = await screen.findByRole('article', { name: 'Описание сценария' });
  const headings = within(paper)
    .getAllByRole('heading')
    .map(({ textContent }) => textContent);
  expect(headings).toEqual(expect.arrayContaining([expect.stringMatching(/Ждать покупателя/), 'Согласовано']));
  const texts = ['ООО «Вектор»', 'Ждёт не дольше: 30 дней.', 'Построить УПД → documentId'];
  expect(texts.map((text) => within(paper).getByText(text).textContent)).toEqual(texts);
  expect(within(paper).getByText(/Версия 3 от/).textContent).toContain('20.11.2026');
  expect(within(paper).getAllByRole('img', { name: 'Схема сценария «Сделка → УПД»' })).toHaveLength(1);
});

it('describes the draft without a version, and says when the version asked for is gone', async () => {
  open('?version=0192f000-0000-7000-8000-00000000dead');
  expect(await screen.findAllByText('Такой версии у сценария нет. Показан черновик.')).toHaveLength(1);
  expect((await screen.findByText(/Черновик ·/)).textContent).toContain('Черновик');
});

it('is offered beside the drawing, for the version that is shown', async () => {
  openPage(`/scenarios/${SCENARIO}`, { [`GET /scenarios/${SCENARIO}`]: () => aScenarioDetail() });
  (await screen.findByRole('button', { name: 'Картинка и описание' })).click();
  const link = await screen.findByRole('menuitem', { name: 'Описание для печати' });
  expect(link.getAttribute('href')).toContain(`/scenarios/${SCENARIO}/description`);
});
