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
import { fillStep } from '../support/fill-step.js';
import { planAsDrawn, templateOf } from '../support/same-plan.js';

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
    const step = nodeOf(one);
    const { name, legalReason } = step;
    await openStep(page, fresh);
    await nameStep(page, name);
    ids.set(one, await idOfStep(page, name));
    await fillStep({ page, like: template, ids }, step);
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
