import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Scenario } from '@potok/contracts';
import { portWordsRu } from '@potok/scenario';
import { openBrowser, signIn } from '../support/browser.js';
import { draftOf, watchRun } from '../support/drawn.js';
import { idOfStep } from '../support/editor.js';
import { typeStep } from '../support/fill-by-keyboard.js';
import {
  closeByKey,
  connectByKey,
  goToStep,
  pressAt,
  pressButton,
  renameChosen,
  typeKind,
} from '../support/keyboard.js';
import { manifest, planAsDrawn, templateOf } from '../support/same-plan.js';
import { typeParameters } from '../support/settings-by-keyboard.js';
import { readStack } from '../support/stack.js';

const template = templateOf('deal-to-upd');
type Node = Scenario['nodes'][number];

const NEW = 'Новый шаг…';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const kindOf = ({ type }: Node) => {
  const kind = manifest.nodes.find(({ id }) => id === type);
  if (kind === undefined) throw new Error(`No kind ${type}`);
  return kind;
};
const nameOf = (id: string): string => template.nodes.find((node) => node.id === id)?.name ?? id;
const exitWords = (port: string): string => portWordsRu[port] ?? port;

const openEmptyByKey = async (page: Page): Promise<string> => {
  const { publicUrl, demo } = readStack();
  await page.goto(`${publicUrl}/w/${demo.workspaceId}/scenarios/new`);
  await page.getByRole('button', { name: 'Начать с пустого' }).waitFor();
  await pressButton(page, 'Начать с пустого');
  await page.getByRole('region', { name: 'Пустая схема' }).waitFor();
  return /scenarios\/([^/?]+)/.exec(page.url())?.[1] ?? '';
};

const publishByKey = async (page: Page): Promise<void> => {
  await pressButton(page, 'Опубликовать…');
  const dialog = page.getByRole('dialog', { name: /^Опубликовать/ });
  await dialog.locator('button[type="submit"]:enabled').waitFor();
  await pressAt(page, '[role="dialog"] button[type="submit"]');
  await dialog.waitFor({ state: 'detached' });
};

/** Puts the step after the one that leads to it: A where the way on is its first free exit, else C. */
const putAfter = async (page: Page, node: Node, drawn: ReadonlySet<string>): Promise<void> => {
  const { from } = template.edges.find(({ to }) => to.node === node.id) ?? {};
  if (from === undefined) throw new Error(`Nothing leads to ${node.id}`);
  const before = template.nodes.find(({ id }) => id === from.node);
  const taken = template.edges.filter(({ from: { node: id }, to }) => id === from.node && drawn.has(to.node));
  const ports: readonly string[] = before === undefined ? [] : kindOf(before).ports;
  const free = ports.find((port) => !taken.some((edge) => edge.from.port === port));
  await goToStep(page, nameOf(from.node));
  if (free === from.port) await page.keyboard.press('a');
  else await connectByKey(page, exitWords(from.port), NEW);
};

it('draws the template from an empty canvas with the keyboard alone, publishes it, and a deal goes through it', async () => {
  const { page, errors } = await signIn(browser, { width: 1920 });
  const id = await openEmptyByKey(page);
  const ids = new Map<string, string>();
  /** Picks the kind of the step, names it; its fields stay open. */
  const settle = async (node: Node): Promise<void> => {
    await typeKind(page, kindOf(node).title.ru);
    await renameChosen(page, node.name);
    ids.set(node.id, await idOfStep(page, node.name));
  };
  const [first, ...others] = template.nodes;
  if (first === undefined) throw new Error('The template is empty');
  await page.keyboard.press('n');
  await settle(first);
  await closeByKey(page);
  await typeParameters(page, template, {
    wonStageId: 'В работе',
    mendStageId: 'Документы: ошибка',
    doneStageId: 'Новая',
  });
  await goToStep(page, first.name);
  await page.keyboard.press('Enter');
  await page.locator('.panel-form :focus').waitFor();
  await typeStep({ page, ids }, first);
  await closeByKey(page);
  for (const node of others) {
    await putAfter(page, node, new Set(ids.keys()));
    await settle(node);
    await typeStep({ page, ids }, node);
    await closeByKey(page);
    // The keyboard is on the step again, not lost with the panel.
    await page.locator('.react-flow__node:focus').waitFor();
    for (const { from } of template.edges.filter(({ to }) => to.node === node.id).slice(1)) {
      await goToStep(page, nameOf(from.node));
      await connectByKey(page, exitWords(from.port), node.name);
    }
  }
  await page.getByText('Сохранено').waitFor();
  expect(planAsDrawn(await draftOf(id))).toEqual(planAsDrawn(template));
  await publishByKey(page);
  await watchRun(page, id, 'EXECUTING');
  expect(errors).toEqual([]);
}, 480_000);
