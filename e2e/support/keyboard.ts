import type { Locator, Page } from 'playwright-core';

/** Hands that have no mouse: what a person does with keys alone. */

/** More presses than this for the next thing on the way, and nobody would call it usable. */
const MOST_TABS = 60;

/** Of the page, as they run in it: `one` is an element, `at` the one that has the keyboard. */
type Test = string;

/** Is the wanted thing reached, and if not, on which side of the keyboard does it stand. */
const sideOf = (page: Page, test: Test): Promise<'here' | 'before' | 'after' | 'folded'> =>
  page.evaluate(`(() => {
    const at = document.activeElement ?? document.body;
    const isWanted = (one) => ${test};
    if (isWanted(at)) return 'here';
    const all = [...document.querySelectorAll('input, textarea, button, select, a, [tabindex], .cm-content')];
    const wanted = all.find(isWanted);
    if (wanted === undefined) return at.matches('.value-more[aria-expanded="false"]') ? 'folded' : 'after';
    return (at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 ? 'before' : 'after';
  })()`);

const KEYS = { before: 'Shift+Tab', after: 'Tab', folded: 'Enter' } as const;

const reach = async (page: Page, test: Test): Promise<void> => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const side = await sideOf(page, test);
    if (side === 'here') return;
    await page.keyboard.press(KEYS[side]);
  }
  throw new Error(`Tab does not lead to ${test}`);
};

/** Tab by Tab to what is wanted, opening on the way what is folded; fails where Tab does not lead. */
export const tabTo = (page: Page, selector: string): Promise<void> =>
  reach(page, `one.matches(${JSON.stringify(selector)})`);

/** A field by its label; of several parts of one kind, in the part where the keyboard is. */
export const tabToLabelled = (page: Page, label: string, part: string): Promise<void> =>
  reach(
    page,
    `((one.labels?.[0]?.textContent ?? '').replace(/ \\*$/, '') === ${JSON.stringify(label)}) &&
      one.closest(${JSON.stringify(part)}) === at.closest(${JSON.stringify(part)})`,
  );

/** A button by what stands on it. */
export const pressButton = async (page: Page, words: string): Promise<void> => {
  await reach(page, `one.matches('button') && one.textContent.trim() === ${JSON.stringify(words)}`);
  await page.keyboard.press('Enter');
};

/** A text in the place of what stands there. */
export const typeOver = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};

const LISTED = `(() => {
  const list = document.getElementById(document.activeElement?.getAttribute('aria-controls') ?? '');
  return list?.querySelector('[data-combobox-selected], [aria-selected="true"].palette-row, li[aria-selected="true"]')
    ?.textContent ?? '';
})()`;

/** Down the open list of the field to what begins with these words. */
const downTo = async (page: Page, words: string): Promise<void> => {
  for (let rows = 0; rows < MOST_TABS; rows += 1) {
    if ((await page.evaluate<string>(LISTED)).startsWith(words)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`Not listed: «${words}»`);
};

const becomes = (option: Locator, state: 'visible' | 'hidden'): Promise<boolean> =>
  option.waitFor({ state, timeout: 5000 }).then(
    () => true,
    () => false,
  );

/** Out of the list of the field that has the keyboard. A key that comes while the page is drawn anew may be lost: a person presses it again. */
export const chooseListed = async (page: Page, label: string): Promise<void> => {
  const option = page.getByRole('option', { name: label, exact: true });
  for (let tries = 0; tries < 3; tries += 1) {
    await page.keyboard.press('ArrowDown');
    if (!(await becomes(option, 'visible'))) continue;
    await downTo(page, label);
    await page.keyboard.press('Enter');
    if (await becomes(option, 'hidden')) return;
  }
  const at = await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 300)');
  throw new Error(`Keys do not choose «${label}» at ${at}`);
};

/** The list of what can be done, and one of it. */
export const command = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(words);
  await downTo(page, words);
  await page.keyboard.press('Enter');
};

/** In the list of kinds that a key has opened. */
export const typeKind = async (page: Page, title: string): Promise<void> => {
  const list = page.getByRole('dialog', { name: 'Какой шаг добавить' });
  await list.waitFor();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'detached' });
  await page.locator('.react-flow__node:focus').waitFor();
};

/** To a step by its name, from wherever on the canvas the keyboard is. */
export const goToStep = async (page: Page, name: string): Promise<void> => {
  const find = page.getByRole('dialog', { name: 'Найти на схеме' });
  await page.keyboard.press('/');
  await find.waitFor();
  await page.keyboard.type(name);
  await downTo(page, name);
  await page.keyboard.press('Enter');
  await find.waitFor({ state: 'detached' });
  await page.locator('.react-flow__node:focus', { hasText: name }).waitFor();
};

/** Opens the chosen step with its name in hand, and writes another. */
export const renameChosen = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('F2');
  await page.locator('.panel-name input:focus').waitFor();
  await page.keyboard.type(name);
};

/** What is open beside the canvas: one Esc from a field, one more from a text or a list; the keyboard is on the step again, not lost with the panel. */
export const closeByKey = async (page: Page, panel: string): Promise<void> => {
  for (let tries = 0; tries < 3 && (await page.locator(panel).count()) > 0; tries += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
  }
  await page.locator(panel).waitFor({ state: 'detached' });
  await page.locator('.react-flow__node:focus').waitFor();
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
export const pressRussian = async (page: Page, { key, code, isCtrl = false, command: done }: Key): Promise<void> => {
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
    ...(done === undefined ? {} : { commands: [done] }),
  });
  await session.send('Input.dispatchKeyEvent', { ...common, type: 'keyUp' });
  await session.detach();
};
