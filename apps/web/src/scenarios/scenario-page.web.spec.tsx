import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aScenarioDetail, SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

it('says above the drawing what is gone from the accounts, and whether the published version needs it', async () => {
  const detail = 'Изменилось в «Продажи»: поля «Статус ЭДО» (UF_CRM_1) больше нет.';
  const gone = { severity: 'warning', code: 'ENTRY_GONE', facts: {}, node: 'won', field: '/stageId', detail } as const;
  openPage(`/scenarios/${SCENARIO}`, {
    [`GET /scenarios/${SCENARIO}`]: () => aScenarioDetail({ broken: [{ ...gone, in: ['published', 'draft'] }] }),
  });
  const part = await screen.findByRole('region', { name: 'Изменилось во внешних системах' });
  expect(within(part).getByRole('listitem').textContent).toBe(`${detail} в опубликованной версии, в черновике`);
});

it('is silent while nothing is gone', async () => {
  openPage(`/scenarios/${SCENARIO}`);
  await screen.findByRole('heading', { name: 'Сделка → УПД' });
  expect(screen.queryByRole('region', { name: 'Изменилось во внешних системах' })).toBeNull();
});
