import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, signIn } from '../support/browser.js';
import { draftOf, watchRun } from '../support/drawn.js';
import { drawParameters } from '../support/draw-settings.js';
import {
  addAfter,
  addFromExit,
  closeStep,
  connect,
  dragKind,
  idOfStep,
  nameStep,
  openEmptyScenario,
  openStep,
  pickKind,
  publishHere,
  showAll,
} from '../support/editor.js';
import {
  chooseListed,
  closeByKey,
  pickFromTree,
  pressAt,
  pressButton,
  pressRussian,
  renameChosen,
  tabTo,
  typeFormula,
  typeKind,
  typeWithFields,
} from '../support/keyboard.js';
import { fillStep } from '../support/fill-step.js';
import { planAsDrawn, templateOf } from '../support/same-plan.js';
import { readStack } from '../support/stack.js';

const template = templateOf('deal-to-upd');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Kinds of steps by what the list of kinds calls them, in the order in which they are put on the canvas. */
const NEXT: readonly { readonly id: string; readonly after: string; readonly kind: string; readonly port: number }[] = [
  { id: 'deal', after: 'won', kind: 'Прочитать сделку', port: 0 },
  { id: 'check', after: 'deal', kind: 'Проверить реквизиты', port: 0 },
  { id: 'upd', after: 'check', kind: 'Построить УПД', port: 0 },
  { id: 'sign', after: 'upd', kind: 'Подписать документ', port: 0 },
  { id: 'send', after: 'sign', kind: 'Отправить документ', port: 0 },
  { id: 'answer', after: 'send', kind: 'Дождаться ответа покупателя', port: 0 },
  { id: 'post', after: 'answer', kind: 'Провести в учёте', port: 0 },
  { id: 'done', after: 'post', kind: 'Изменить сделку', port: 0 },
];
/** By «+»: exits that lead somewhere have none any more. */
const BRANCHES: readonly { readonly id: string; readonly after: string; readonly port: number }[] = [
  { id: 'signLate', after: 'sign', port: 0 },
  { id: 'rejected', after: 'answer', port: 0 },
  { id: 'clarify', after: 'answer', port: 0 },
  { id: 'annulled', after: 'answer', port: 0 },
  { id: 'late', after: 'answer', port: 0 },
];
const byId = new Map(template.nodes.map((node) => [node.id, node]));
const nodeOf = (id: string) => {
  const node = byId.get(id);
  if (node === undefined) throw new Error(`No step ${id}`);
  return node;
};

it('draws the template from an empty canvas with the mouse alone, publishes it, and a deal goes through it', async () => {
  const { page, errors } = await signIn(browser, { width: 2240 });
  const id = await openEmptyScenario(page);
  const ids = new Map<string, string>();
  /** Names the step that is just put there, and fills it in. */
  const settle = async (one: string, fresh: string): Promise<void> => {
    const { name, params, legalReason } = nodeOf(one);
    await openStep(page, fresh);
    await nameStep(page, name);
    ids.set(one, await idOfStep(page, name));
    await fillStep({ page, like: template, ids }, params);
    if (legalReason !== undefined) {
      await page.getByRole('tab', { name: 'Как выполнять' }).click();
      await page.getByRole('textbox', { name: 'Почему без пути отмены' }).fill(legalReason);
    }
    await closeStep(page);
  };
  await dragKind(page, 'Сделка на стадии', { x: 400, y: 500 });
  await drawParameters(page, template, {
    wonStageId: 'Подготовка документов',
    mendStageId: 'Документы: ошибка',
    doneStageId: 'Новая',
  });
  await settle('won', 'Сделка на стадии');
  for (const { id: one, after, kind, port } of NEXT) {
    await addAfter(page, nodeOf(after).name, { port, kind });
    await settle(one, kind);
  }
  await showAll(page);
  await connect(page, nodeOf('answer').name, { port: 'discrepancies', to: nodeOf('post').name });
  await showAll(page);
  await addFromExit(page, nodeOf('check').name, { port: 'wrong', kind: 'Изменить сделку', to: { x: 1000, y: 780 } });
  await settle('mend', 'Изменить сделку');
  await showAll(page);
  await page.mouse.dblclick(600, 780);
  await pickKind(page, 'Изменить сделку');
  await showAll(page);
  await connect(page, nodeOf('sign').name, { port: 'refused', to: 'Изменить сделку' });
  await settle('unsigned', 'Изменить сделку');
  for (const { id: one, after, port } of BRANCHES) {
    await showAll(page);
    await addAfter(page, nodeOf(after).name, { port, kind: 'Изменить сделку' });
    await settle(one, 'Изменить сделку');
  }
  await page.getByText('Сохранено').waitFor();
  expect(planAsDrawn(await draftOf(id))).toEqual(planAsDrawn(template));
  await page.getByRole('button', { name: 'Опубликовать…' }).click();
  await publishHere(page);
  await watchRun(page, id, 'PREPARATION');
  expect(errors).toEqual([]);
}, 480_000);

it('draws a line and a branch with the keyboard alone, publishes it, and a deal goes through it', async () => {
  const { page, errors } = await signIn(browser, { width: 1920 });
  const { publicUrl, demo } = readStack();
  await page.goto(`${publicUrl}/w/${demo.workspaceId}/scenarios/new`);
  await page.getByRole('button', { name: 'Начать с пустого' }).waitFor();
  await pressButton(page, 'Начать с пустого');
  await page.getByRole('region', { name: 'Пустая схема' }).waitFor();
  const [, id = ''] = /scenarios\/([^/?]+)/.exec(page.url()) ?? [];
  const append = async (kind: string, name: string): Promise<string> => {
    await page.keyboard.press('a');
    await typeKind(page, kind);
    await renameChosen(page, name);
    return idOfStep(page, name);
  };

  await page.keyboard.press('n');
  await typeKind(page, 'Сделка на стадии');
  await renameChosen(page, 'Сделка в работе');
  await chooseListed(page, '/stageId', 'В работе');
  await closeByKey(page);
  // The keyboard is on the step again, not lost with the panel.
  await page.locator('.react-flow__node:focus').waitFor();
  const deal = await append('Прочитать сделку', 'Прочитать сделку');
  await pickFromTree(page, '/dealId', 'Сделка');
  await closeByKey(page);
  await page.keyboard.press('Enter');
  await page.locator('.panel-form :focus').waitFor();
  await closeByKey(page);
  const check = await append('Проверить реквизиты', 'Проверить');
  await typeFormula(page, '/party', `steps.${deal}.?buyer`);
  await closeByKey(page);
  const upd = await append('Построить УПД', 'Построить');
  for (const [pointer, path] of [
    ['/lines', 'lines'],
    ['/buyer', '?buyer'],
    ['/seller', '?seller'],
  ] as const)
    await typeFormula(page, pointer, `steps.${deal}.${path}`);
  await typeFormula(page, '/dealId', 'trigger.dealId');
  await closeByKey(page);

  // A branch: back to the check, and from its free exit to a new step.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: 'Соединить «Проверить»' }).waitFor();
  await page.keyboard.type('Новый');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await pressButton(page, 'Соединить');
  await typeKind(page, 'Изменить сделку');
  await renameChosen(page, 'Вернуть');
  await typeFormula(page, '/dealId', 'trigger.dealId');
  await typeWithFields(page, '/comment', `Исправить: {{steps.${check}.text}}`);
  await closeByKey(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');

  await append('Подписать документ', 'Подписать');
  await typeFormula(page, '/documentId', `steps.${upd}.documentId`);
  await closeByKey(page);
  await append('Отправить документ', 'Отправить');
  for (const key of ['documentId', 'boxId', 'toBoxId']) await typeFormula(page, `/${key}`, `steps.${upd}.${key}`);
  await tabTo(page, '[role="tab"]');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, '.panel-settings textarea');
  await page.keyboard.type('Отменяют вручную у оператора.');
  await closeByKey(page);
  await append('Дождаться ответа покупателя', 'Ждать ответа покупателя');
  await typeFormula(page, '/documentId', `steps.${upd}.documentId`);
  await closeByKey(page);
  await append('Провести в учёте', 'Провести');
  await typeFormula(page, '/documentId', `steps.${upd}.documentId`);
  await closeByKey(page);
  await append('Изменить сделку', 'Записать итог');
  await typeFormula(page, '/dealId', 'trigger.dealId');
  await typeWithFields(page, '/comment', `УПД № {{steps.${upd}.number}} подписан.`);
  await closeByKey(page);

  await page.getByText('Сохранено').waitFor();
  const { nodes, edges } = await draftOf(id);
  expect([nodes.length, edges.length]).toEqual([10, 9]);
  await pressButton(page, 'Опубликовать…');
  const dialog = page.getByRole('dialog', { name: /^Опубликовать/ });
  await dialog.locator('button[type="submit"]:enabled').waitFor();
  await pressAt(page, '[role="dialog"] button[type="submit"]');
  await dialog.waitFor({ state: 'detached' });
  await watchRun(page, id, 'EXECUTING');
  expect(errors).toEqual([]);
}, 480_000);

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
