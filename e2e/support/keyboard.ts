import type { Locator, Page } from 'playwright-core';

/** Hands that have no mouse: what a person does with keys alone. */

const MOST_TABS = 250;

const evaluated = (page: Page, what: string): Promise<boolean> =>
  page.evaluate<boolean>(`document.activeElement?.${what} ?? false`);
const isAt = (page: Page, selector: string): Promise<boolean> =>
  evaluated(page, `matches(${JSON.stringify(selector)})`);

const expandMore = async (page: Page): Promise<void> => {
  if (await isAt(page, '.value-more[aria-expanded="false"]')) await page.keyboard.press('Enter');
};

/** Tab by Tab to what is wanted, opening on the way what is folded; fails where Tab does not lead. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isAt(page, selector)) return;
    await page.keyboard.press('Tab');
    await expandMore(page);
  }
  throw new Error(`Tab does not lead to ${selector}`);
};

export const pressAt = async (page: Page, selector: string): Promise<void> => {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
};

/** A button by what stands on it. */
export const pressButton = async (page: Page, words: string): Promise<void> => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await evaluated(page, `textContent.trim() === ${JSON.stringify(words)}`)) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to «${words}»`);
};

const labelAt = (page: Page): Promise<string> =>
  page.evaluate('(document.activeElement?.labels?.[0]?.textContent ?? "").replace(" *", "")');

/** To a field by the words over it. */
export const tabToLabel = async (page: Page, label: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if ((await labelAt(page)) === label) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to the field «${label}»`);
};

export const typeOver = async (page: Page, label: string, text: string): Promise<void> => {
  await tabToLabel(page, label);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};

const MOST_OPTIONS = 40;

/** A list that is still opening does not hear Enter yet: then the arrows go round once more. */
const isTakenByEnter = async (page: Page, option: Locator): Promise<boolean> => {
  await page.keyboard.press('Enter');
  return option.waitFor({ state: 'hidden', timeout: 1000 }).then(
    () => true,
    () => false,
  );
};

/** By arrows, in the list of the field that has the keyboard. */
export const pickOption = async (page: Page, label: string): Promise<void> => {
  await page.keyboard.press('ArrowDown');
  const option = page.getByRole('option', { name: label, exact: true });
  await option.waitFor();
  for (let rows = 0; rows < MOST_OPTIONS; rows += 1) {
    if ((await option.getAttribute('data-combobox-selected')) === 'true' && (await isTakenByEnter(page, option)))
      return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`Arrows do not lead to «${label}»`);
};

/** To a step by what it is called, through the search of the canvas. */
export const goToStep = async (page: Page, name: string): Promise<void> => {
  const focused = page.locator('.react-flow__node:focus .step-name').filter({ hasText: name });
  const here = await page.evaluate(
    'document.activeElement?.closest(".react-flow__node")?.querySelector(".step-name")?.textContent ?? ""',
  );
  if (here === name) return;
  await page.keyboard.press('/');
  await page.locator('.palette-input').waitFor();
  await page.keyboard.type(name);
  const row = page.locator('.palette-list [aria-selected="true"] .palette-title');
  for (let rows = 0; rows < MOST_OPTIONS && (await row.textContent()) !== name; rows += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await focused.waitFor();
};

/** From the chosen step: an exit and where it leads, both by arrows and letters. */
export const connectByKey = async (page: Page, exit: string, to: string): Promise<void> => {
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: /^Соединить/ });
  await dialog.waitFor();
  await page.locator('[role="dialog"] input:focus').waitFor();
  await tabToLabel(page, 'Выход', 'Shift+Tab');
  await pickOption(page, exit);
  await page.keyboard.press('Tab');
  await page.keyboard.type(to);
  await pickOption(page, to);
  await pressButton(page, 'Соединить');
  await dialog.waitFor({ state: 'detached' });
};

/** In the list of kinds that a key has opened. */
export const typeKind = async (page: Page, title: string): Promise<void> => {
  const list = page.getByRole('dialog', { name: 'Какой шаг добавить' });
  await list.waitFor();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'detached' });
};

/** Opens the chosen step with its name in hand, and writes another. */
export const renameChosen = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('F2');
  await tabTo(page, '.panel-name input');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(name);
};

/** A part of the field at a place in the form. */
export const within = (pointer: string, part: string): string => `[data-pointer="${pointer}"] ${part}`;

export const typeFormula = async (page: Page, pointer: string, text: string): Promise<void> => {
  await pressAt(page, within(pointer, '.mode[aria-label="Формула"]'));
  await tabTo(page, within(pointer, '.cm-content'));
  await page.keyboard.type(text);
};

export const typeWithFields = async (page: Page, pointer: string, text: string): Promise<void> => {
  await pressAt(page, within(pointer, '.mode[aria-label="Текст с полями"]'));
  await tabTo(page, within(pointer, '.cm-content'));
  await page.keyboard.type(text);
};

/** A field of the tree that the button of a field opens. */
export const pickFromTree = async (page: Page, pointer: string, label: string): Promise<void> => {
  await pressAt(page, within(pointer, '.field-chosen'));
  await tabTo(page, '.field-dropdown input[type="search"]');
  await page.keyboard.type(label);
  await tabTo(page, '.field-dropdown [role="treeitem"]');
  const rowAt = 'document.activeElement?.querySelector(".tree-label")?.textContent ?? ""';
  for (let rows = 0; rows < 30 && (await page.evaluate(rowAt)) !== label; rows += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.field-dropdown').waitFor({ state: 'detached' });
};

export const chooseListed = async (page: Page, pointer: string, label: string): Promise<void> => {
  await tabTo(page, within(pointer, 'input'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(label);
  await page.getByRole('option', { name: label, exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};

/** Of the step that is open; Esc closes it and leaves the step chosen. */
export const closeByKey = async (page: Page): Promise<void> => {
  for (let tries = 0; tries < 5 && (await page.locator('.node-panel').count()) > 0; tries += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
  }
  await page.locator('.node-panel').waitFor({ state: 'detached' });
};

interface Key {
  readonly key: string;
  readonly code: string;
  readonly isCtrl?: boolean;
  /** What the browser itself does on this key. */
  readonly command?: 'copy' | 'paste';
}

const CTRL = 2;

/** A key as it comes with the Russian layout on: its letter is Cyrillic, its place is the same. */
export const pressRussian = async (page: Page, { key, code, isCtrl = false, command }: Key): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const common = {
    modifiers: isCtrl ? CTRL : 0,
    key,
    code,
    windowsVirtualKeyCode: code.charCodeAt(code.length - 1),
  };
  await session.send('Input.dispatchKeyEvent', {
    ...common,
    type: 'rawKeyDown',
    ...(command === undefined ? {} : { commands: [command] }),
  });
  await session.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' });
  await session.detach();
};
