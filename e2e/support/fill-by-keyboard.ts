import type { Page } from 'playwright-core';
import type { Scenario } from '@potok/contracts';
import { dynamicOf, renameSteps } from '@potok/scenario';
import { chooseListed, tabTo, typeOver } from './keyboard.js';
import { type Field, fieldsInside, fieldsOf, type Filled, shownAs, wordsOf } from './source-words.js';

const fieldAt = (pointer: string, part: string): string => `[data-pointer="${pointer}"] ${part}`;

/** Tab to the switch of the field, arrows along it. */
const chooseMode = async (page: Page, pointer: string, mode: string): Promise<void> => {
  const button = fieldAt(pointer, `> .value-head .mode[aria-label="${mode}"]`);
  await tabTo(page, fieldAt(pointer, '> .value-head .mode[tabindex="0"]'));
  for (let steps = 0; steps < 5 && (await page.locator(`${button}:focus`).count()) === 0; steps += 1)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator(`${button}[aria-pressed="true"]:focus`).waitFor();
};

/** The line of the tree that has the keyboard: of which step, and what. */
const TREE_LINE = `(() => {
  const labelOf = (line) => line?.querySelector('.tree-label')?.textContent ?? '';
  const at = document.activeElement;
  let group = at;
  while (group !== null && group.getAttribute('aria-level') !== '1') group = group.previousElementSibling;
  return [labelOf(group), labelOf(at)].join('\\n');
})()`;
const MOST_LINES = 60;

/** A field of an earlier step out of the tree that the field opens, found by its word. */
const pickFromTree = async (page: Page, pointer: string, [group, label]: readonly [string, string]): Promise<void> => {
  await chooseMode(page, pointer, 'Поле');
  await tabTo(page, fieldAt(pointer, '.field-chosen'));
  await page.keyboard.press('Enter');
  await page.locator('.field-dropdown input[type="search"]:focus').waitFor();
  await page.keyboard.type(label);
  await tabTo(page, '.field-dropdown [role="treeitem"]');
  for (let lines = 0; (await page.evaluate<string>(TREE_LINE)) !== `${group}\n${label}`; lines += 1) {
    if (lines > MOST_LINES) throw new Error(`Not in the tree: ${group} › ${label}`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.locator('.field-dropdown').waitFor({ state: 'detached' });
  await page.locator(`${fieldAt(pointer, '.field-chosen')}:focus`).waitFor();
};

const typeTemplate = async (page: Page, pointer: string, text: string): Promise<void> => {
  await chooseMode(page, pointer, 'Текст с полями');
  // Until the editor has come a plain field stands there; the keyboard goes on into the editor.
  await tabTo(page, `${fieldAt(pointer, '.cm-content')}, ${fieldAt(pointer, 'textarea')}`);
  await page.locator(`${fieldAt(pointer, '.cm-content')}:focus`).waitFor();
  await page.keyboard.type(text);
};

const typeLiteral = async (page: Page, pointer: string, text: string): Promise<void> => {
  await tabTo(page, `${fieldAt(pointer, 'input')}, ${fieldAt(pointer, 'textarea')}`);
  if ((await page.locator('[data-pointer] input[aria-haspopup="listbox"]:focus').count()) > 0)
    await chooseListed(page, text);
  else await typeOver(page, text);
};

const fillOne = async (filled: Filled, field: Field): Promise<void> => {
  const { page, like, ids } = filled;
  const { pointer } = field;
  const dynamic = dynamicOf(field.value);
  const inside = fieldsInside(field);
  if (dynamic?.kind === 'cel') await pickFromTree(page, pointer, wordsOf(like, dynamic.text));
  else if (dynamic?.kind === 'tpl') await typeTemplate(page, pointer, renameSteps({ $tpl: dynamic.text }, ids).$tpl);
  else if (inside === undefined) await typeLiteral(page, pointer, shownAs(field));
  else {
    await tabTo(page, fieldAt(pointer, 'button[aria-label^="Заполнить"]'));
    await page.keyboard.press('Enter');
    await page.locator(fieldAt(pointer, '[data-pointer] :focus')).waitFor();
    for (const one of inside) await fillOne(filled, one);
  }
};

/** Fills the fields of the open step: paths are found in the tree, texts are typed. */
export const fillByKeyboard = async (filled: Filled, step: Scenario['nodes'][number]): Promise<void> => {
  for (const field of fieldsOf(step)) await fillOne(filled, field);
};
