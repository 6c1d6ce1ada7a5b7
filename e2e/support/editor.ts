import type { Locator, Page } from 'playwright-core';
import { readStack } from './stack.js';

/** Hands on the editor: each does one thing that a person does with a mouse. */

const panel = (page: Page): Locator => page.locator('.node-panel');
const exact = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

export const openEmptyScenario = async (page: Page): Promise<string> => {
  const { publicUrl, demo } = readStack();
  await page.goto(`${publicUrl}/w/${demo.workspaceId}/scenarios/new`);
  await page.getByRole('button', { name: 'Начать с пустого' }).click();
  await page.getByRole('region', { name: 'Пустая схема' }).waitFor();
  const [, id = ''] = /scenarios\/([^/?]+)/.exec(page.url()) ?? [];
  return id;
};

export const stepBox = (page: Page, name: string): Locator =>
  page.locator('.react-flow__node').filter({ has: page.locator('.step-name', { hasText: exact(name) }) });

export const idOfStep = async (page: Page, name: string): Promise<string> =>
  (await stepBox(page, name).getAttribute('data-id')) ?? '';

const kindRow = (page: Page, title: string): Locator =>
  page
    .getByRole('option')
    .filter({ has: page.locator('strong', { hasText: exact(title) }) })
    .first();

/** Chooses in the list of kinds that is open. */
export const pickKind = async (page: Page, title: string): Promise<void> => {
  await kindRow(page, title).click();
  await page.getByRole('dialog', { name: 'Какой шаг добавить' }).waitFor({ state: 'detached' });
};

const MOTION_MS = 400;

interface Spot {
  readonly x: number;
  readonly y: number;
}

const middleOf = async (one: Locator): Promise<Spot> => {
  const box = await one.boundingBox();
  if (box === null) throw new Error(`Not seen: ${one.toString()}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const drag = async (page: Page, from: Spot, to: Spot): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
};

/** The whole drawing in sight. */
export const showAll = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Показать целиком' }).click();
  await page.waitForTimeout(MOTION_MS);
};

const exitOf = (page: Page, step: string, port: string): Locator =>
  stepBox(page, step).locator(`.port[data-handleid="${port}"]`);

/** A kind pulled out of the list onto the canvas. */
export const dragKind = async (page: Page, title: string, to: Spot): Promise<void> => {
  await page.getByRole('button', { name: 'Шаг', exact: true }).click();
  await kindRow(page, title).scrollIntoViewIfNeeded();
  await drag(page, await middleOf(kindRow(page, title)), to);
};

/** «+» beside an exit that leads nowhere. */
export const addAfter = async (
  page: Page,
  step: string,
  { port, kind }: { port: number; kind: string },
): Promise<void> => {
  await stepBox(page, step).locator('.quick-add').nth(port).click();
  await pickKind(page, kind);
};

/** An exit pulled to an empty place: what is chosen there is joined with it. */
export const addFromExit = async (
  page: Page,
  step: string,
  { port, kind, to }: { port: string; kind: string; to: Spot },
): Promise<void> => {
  await drag(page, await middleOf(exitOf(page, step, port)), to);
  await pickKind(page, kind);
};

export const connect = async (page: Page, from: string, { port, to }: { port: string; to: string }): Promise<void> =>
  drag(page, await middleOf(exitOf(page, from, port)), await middleOf(stepBox(page, to)));

export const openStep = async (page: Page, name: string): Promise<void> => {
  await stepBox(page, name).dblclick();
  await panel(page).waitFor();
};

export const closeStep = async (page: Page): Promise<void> => {
  await panel(page).getByRole('button', { name: 'Закрыть шаг' }).click();
  await panel(page).waitFor({ state: 'detached' });
};

/** Of the step that is open. */
export const nameStep = (page: Page, name: string): Promise<void> =>
  panel(page).getByRole('textbox', { name: 'Название шага' }).fill(name);

export const fieldAt = async (page: Page, pointer: string): Promise<Locator> => {
  const field = panel(page).locator(`.panel-form [data-pointer="${pointer}"]`);
  const more = panel(page).locator('.value-more[aria-expanded="false"]');
  if ((await field.count()) === 0 && (await more.count()) > 0) await more.click();
  await field.waitFor();
  return field;
};

/** A line of «Что приходит»: the step (or the parameters), and a field of it. */
export const sourceRow = async (page: Page, group: string, label: string): Promise<Locator> => {
  const labelled = (level: number, text: string) =>
    `*[@role="treeitem"][@aria-level="${level}"][.//*[contains(@class,"tree-label")][text()="${text}"]]`;
  const top = panel(page).locator(`.panel-source >> xpath=.//${labelled(1, group)}`);
  if ((await top.getAttribute('aria-expanded')) === 'false') await top.locator('.tree-chevron').click();
  return top.locator(`xpath=following-sibling::${labelled(2, label)}`).first();
};

/** Dropped beside, when the form has moved under the pointer, it is dragged once more, as a person would. */
export const dragSource = async (row: Locator, field: Locator): Promise<void> => {
  const taken = field.getByRole('button', { name: /^Очистить/ }).first();
  for (let tries = 0; tries < 3; tries += 1) {
    await row.dragTo(field.locator('.value-head').first());
    const isTaken = await taken.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (isTaken) return;
  }
  await taken.waitFor();
};

/** The words of a mode are said by its button. */
const chooseMode = (field: Locator, mode: string): Promise<void> =>
  field.locator('.mode-switch').first().getByRole('button', { name: mode, exact: true }).click();

export const typeText = async (page: Page, field: Locator, text: string): Promise<void> => {
  await chooseMode(field, 'Текст с полями');
  const editor = field.locator('.cm-content');
  await editor.click();
  await page.keyboard.insertText(text);
};

export const choose = async (page: Page, box: Locator, option: string): Promise<void> => {
  await box.click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

export const publishHere = async (page: Page): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: /^Опубликовать/ });
  await dialog.getByRole('button', { name: /^Опубликовать/ }).click();
  await dialog.waitFor({ state: 'detached' });
};
