import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../tools/testing/test-tools.mjs';
import { readStack } from './stack.js';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });

export interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Which of the demo's people. */
  readonly person?: 0 | 1;
}

/** A page with a person of the demo signed in. Errors of the page are gathered in `errors`. */
export const signIn = async (
  browser: Browser,
  { width = 1440, colorScheme = 'light', person = 0 }: Look = {},
): Promise<{ page: Page; errors: string[] }> => {
  const { publicUrl, demo } = readStack();
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(publicUrl);
  const user = demo.users[person];
  await page.getByLabel('Почта').fill(user?.email ?? '');
  await page.getByLabel('Пароль', { exact: true }).fill(user?.password ?? '');
  await page.getByRole('button', { name: 'Войти' }).click();
  await page
    .getByRole('link', { name: /Запуски/ })
    .first()
    .waitFor();
  return { page, errors };
};
