import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { DeliveryView, DocumentView, Page as ListPage, RunView } from '@potok/contracts';
import { axeFindings } from '../support/axe.js';
import { openBrowser, signIn } from '../support/browser.js';
import { storeDraft } from '../support/edited-draft.js';
import { lookedAt, type Ids } from '../support/looked-at.js';
import { copyDeals, winDeal } from '../support/sandbox.js';
import { potok, readStack, until } from '../support/stack.js';

let browser: Browser;
let ids: Ids;

const listed = async <T>(path: string) => (await potok<ListPage<T>>('GET', path)).items;

const waitingRun = async (): Promise<RunView> => {
  const [dealId = ''] = await copyDeals('1', 1);
  await winDeal(dealId);
  const find = async () =>
    (await listed<RunView>(`runs?search=${dealId}`)).find(({ subject }) => subject.dealId === dealId);
  return (await until(`the run of deal ${dealId}`, find, { isEnough: (run) => run?.status === 'waiting' })) as RunView;
};

const idOf = async (path: string): Promise<string> =>
  (await listed<DocumentView | DeliveryView>(`${path}${path.includes('?') ? '&' : '?'}limit=1`))[0]?.id ?? '';

/** A run that waits for the buyer, with its document: most pages have something to show then. */
const startOne = async (): Promise<Ids> => {
  const { id: run, scenarioId: scenario } = await waitingRun();
  const document = await idOf(`documents?runId=${run}`);
  const empty = await storeDraft({ schemaVersion: 1, name: 'Пустой', slots: [], parameters: [], nodes: [], edges: [] });
  return {
    run,
    scenario,
    document,
    delivery: await idOf('deliveries'),
    empty,
  };
};

beforeAll(async () => {
  browser = await openBrowser();
  ids = await startOne();
}, 120_000);
afterAll(() => browser.close());

const settle = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('.skeletons').first().waitFor({ state: 'detached' });
};

it('stands on a demo with something on every page', () => {
  expect(Object.entries(ids).filter(([, id]) => id === '')).toEqual([]);
});

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing (%s, %d px)', (colorScheme, width) => {
  let page: Page;
  beforeAll(async () => {
    page = (await signIn(browser, { colorScheme, width })).page;
  }, 60_000);
  afterAll(() => page.context().close());

  it('on the page of signing in', async () => {
    const outside = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, locale: 'ru-RU' });
    await outside.goto(`${readStack().publicUrl}/sign-in`);
    await outside.getByLabel('Почта').waitFor();
    expect(await axeFindings(outside)).toEqual([]);
    await outside.getByRole('button', { name: 'Войти' }).click();
    expect(await axeFindings(outside)).toEqual([]);
    await outside.close();
  }, 60_000);

  it.each(lookedAt.map((one) => [one.name, one] as const))(
    'on %s',
    async (_name, { path, open }) => {
      const { publicUrl, demo } = readStack();
      await page.goto(`${publicUrl}/w/${demo.workspaceId}/${path(ids)}`);
      await settle(page);
      const closed = await axeFindings(page);
      if (open !== undefined) await open(page);
      expect([...closed, ...(open === undefined ? [] : await axeFindings(page))]).toEqual([]);
    },
    60_000,
  );
});
