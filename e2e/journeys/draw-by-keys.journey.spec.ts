import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn } from '../support/browser.js';
import { beginByKeyboard, drawByKeyboard } from '../support/draw-by-keyboard.js';
import { draftOf, watchRun } from '../support/drawn.js';
import { openEmptyScenario } from '../support/editor.js';
import { command, pressButton, pressRussian, tabTo, typeKind } from '../support/keyboard.js';
import { planAsDrawn, templateOf } from '../support/same-plan.js';
import { setByKeyboard } from '../support/settings-by-keyboard.js';
import { readStack } from '../support/stack.js';

const template = templateOf('deal-to-upd');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const openEmptyByKeyboard = async (page: Page): Promise<string> => {
  const { publicUrl, demo } = readStack();
  await page.goto(`${publicUrl}/w/${demo.workspaceId}/scenarios/new`);
  await page.getByRole('button', { name: 'Начать с пустого' }).waitFor();
  await pressButton(page, 'Начать с пустого');
  await page.getByRole('region', { name: 'Пустая схема' }).waitFor();
  return /scenarios\/([^/?]+)/.exec(page.url())?.[1] ?? '';
};

const publishByKeyboard = async (page: Page): Promise<void> => {
  await command(page, 'Опубликовать…');
  const dialog = page.getByRole('dialog', { name: /^Опубликовать/ });
  await dialog.locator('button[type="submit"]:enabled').waitFor();
  await tabTo(page, '[role="dialog"] button[type="submit"]');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
};

it('draws the template from an empty canvas with the keyboard alone, publishes it, and a deal goes through it', async () => {
  const { page, errors } = await signIn(browser, { width: 1920 });
  const id = await openEmptyByKeyboard(page);
  await beginByKeyboard(page, template);
  await setByKeyboard(page, template, {
    wonStageId: 'В работе',
    mendStageId: 'Документы: ошибка',
    doneStageId: 'Новая',
  });
  await drawByKeyboard(page, template);
  await page.getByText('Сохранено').waitFor();
  const { name, description, notes = [], ...draft } = await draftOf(id);
  expect(planAsDrawn({ name, ...draft })).toEqual(planAsDrawn(template));
  expect([name, description]).toEqual([template.name, template.description]);
  expect(notes.map(({ text }) => text)).toEqual(template.notes?.map(({ text }) => text));
  await publishByKeyboard(page);
  await watchRun(page, id, 'EXECUTING');
  expect(errors).toEqual([]);
}, 600_000);

it('hears its keys in the Russian layout', async () => {
  const { page } = await signIn(browser);
  await openEmptyScenario(page);
  const steps = page.locator('.react-flow__node');
  await pressRussian(page, { key: 'т', code: 'KeyN' });
  await typeKind(page, 'Вручную');
  await page.locator('.react-flow__node:focus').waitFor();
  await pressRussian(page, { key: 'ф', code: 'KeyA' });
  await typeKind(page, 'Прочитать сделку');
  await page.locator('.react-flow__node:focus').waitFor();
  expect(await steps.count()).toBe(2);
  await pressRussian(page, { key: 'с', code: 'KeyC', isCtrl: true, command: 'copy' });
  await pressRussian(page, { key: 'м', code: 'KeyV', isCtrl: true, command: 'paste' });
  await steps.nth(2).waitFor();
  await pressRussian(page, { key: 'я', code: 'KeyZ', isCtrl: true });
  await steps.nth(2).waitFor({ state: 'detached' });
  expect(await steps.count()).toBe(2);
}, 120_000);
