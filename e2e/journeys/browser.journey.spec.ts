import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Page as ListPage, RunView } from '@potok/contracts';
import { openBrowser, signIn } from '../support/browser.js';
import { copyDeals, diadocState } from '../support/sandbox.js';
import { potok, readStack, until } from '../support/stack.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const runOfDeal = async (dealId: string) =>
  (await potok<ListPage<RunView>>('GET', `runs?search=${dealId}`)).items.find((run) => run.subject.dealId === dealId);

it('lets a person win a deal in the portal, sign as the buyer, and watch the run to its end', async () => {
  const { sandboxUrl, publicUrl, demo } = readStack();
  const [dealId = ''] = await copyDeals('1', 1);
  const portal = await (await browser.newContext({ locale: 'ru-RU' })).newPage();
  await portal.goto(`${sandboxUrl}/?tab=bitrix24`);
  await portal.locator(`form[action="/bitrix24/page/deals/${dealId}/stage"] button.main`).click();
  const run = (await until(`the run of deal ${dealId}`, () => runOfDeal(dealId), {
    isEnough: (found) => found?.status === 'waiting',
  })) as RunView;

  const { page, errors } = await signIn(browser);
  await page.goto(`${publicUrl}/w/${demo.workspaceId}/runs/${run.id}`);
  await page.getByText('Ждать ответа покупателя').first().waitFor();
  await portal.goto(`${sandboxUrl}/?tab=diadoc`);
  const at = (await diadocState()).documents.find((one) => one.number === run.subject.documentNumber);
  await portal
    .locator(`form[action="/diadoc/page/documents/${at?.messageId ?? ''}/${at?.entityId ?? ''}/answer"] button.main`)
    .click();
  // The page is live: nobody presses reload.
  await page.getByText('Выполнен', { exact: true }).first().waitFor({ timeout: 60_000 });
  await page.getByText('Записать итог в сделку').first().waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it.each([
  ['light', 1440],
  ['dark', 390],
] as const)(
  'shows every page without an error (%s, %d px)',
  async (colorScheme, width) => {
    const { publicUrl, demo } = readStack();
    const { page, errors } = await signIn(browser, { colorScheme, width });
    for (const place of [
      'attention',
      'documents',
      'runs',
      'scenarios',
      'counterparties',
      'connections',
      'deliveries',
      'settings',
    ]) {
      await page.goto(`${publicUrl}/w/${demo.workspaceId}/${place}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      const isTooWide = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect([place, isTooWide]).toEqual([place, false]);
    }
    expect(errors).toEqual([]);
  },
  120_000,
);
