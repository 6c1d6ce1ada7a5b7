// The browser in which the editor is measured, and what it tells of itself.
import { chromium } from 'playwright-core';
import { Sorry } from '../../tools/stack/say.mjs';
import { findChromium } from '../../tools/testing/test-tools.mjs';

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  ...['--enable-precise-memory-info', '--js-flags=--expose-gc'],
];

export const openBrowser = () => {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Sorry('Для измерения редактора нужен Chromium: поставьте пакет chromium или задайте CHROMIUM=путь.');
  return chromium.launch({ executablePath, args: FLAGS });
};

/** Answers of the compiler beside the page are kept where the bench can read them. */
const keepChecks = () => {
  globalThis.checksSeen = [];
  globalThis.Worker = class extends globalThis.Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (typeof data?.tookMs === 'number') globalThis.checksSeen.push(data);
      });
    }
  };
};

/** A person signed in, with an empty cache. */
export const signIn = async (browser, { publicUrl, demo }) => {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 900 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
  });
  await context.addInitScript(keepChecks);
  const page = await context.newPage();
  await page.goto(publicUrl);
  const [user] = demo.users;
  await page.getByLabel('Почта').fill(user.email);
  await page.getByLabel('Пароль', { exact: true }).fill(user.password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page
    .getByRole('link', { name: /Запуски/ })
    .first()
    .waitFor();
  return { context, page, workspaceUrl: `${publicUrl}/w/${demo.workspaceId}` };
};

/** The page's own clocks, by the protocol of the browser. */
export const clocksOf = async (page) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async () => {
    const { metrics: all } = await cdp.send('Performance.getMetrics');
    return Object.fromEntries(all.map(({ name, value }) => [name, value]));
  };
  return {
    cdp,
    /** CPU of the page's main thread so far, in milliseconds. */
    cpuMs: async () => (await metrics()).TaskDuration * 1000,
    /** What the page holds after everything that can go has gone, in megabytes. */
    heapMb: async () => {
      for (let turn = 0; turn < 3; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
      return (await metrics()).JSHeapUsedSize / 1024 ** 2;
    },
  };
};

/** What an act costs the page's main thread, and how long it took on the clock. */
export const costOf = async ({ cpuMs }, act) => {
  const [cpuBefore, began] = [await cpuMs(), performance.now()];
  const answer = await act();
  return { answer, wallMs: performance.now() - began, cpuMs: (await cpuMs()) - cpuBefore };
};

/** Two frames later what was changed has been drawn. */
export const untilDrawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Goes to a page without loading anew, as a link of the product does. */
export const goInside = (page, url) =>
  page.evaluate((to) => {
    history.pushState(undefined, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, url);

export const canvasShown = async (page) => {
  await page.locator('.react-flow__node .step-node').first().waitFor();
  await page.locator('.react-flow__edge path').first().waitFor({ state: 'attached' });
  await untilDrawn(page);
};

/** Runs in the page: waits until nothing has been drawn anew for a while. */
export const untilCalm = async (clocks, page) => {
  for (let calm = 0; calm < 3;) {
    const before = await clocks.cpuMs();
    await page.waitForTimeout(150);
    calm = (await clocks.cpuMs()) - before < 12 ? calm + 1 : 0;
  }
};
