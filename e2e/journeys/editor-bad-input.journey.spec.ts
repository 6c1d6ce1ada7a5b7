import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Page as ListPage } from '@potok/contracts';
import { openBrowser, signIn } from '../support/browser.js';
import { apiTrigger, line, node } from '../support/drawing.js';
import {
  aDraft,
  nameField,
  openEditor,
  openStep,
  paste,
  readDraft,
  storeDraft,
  untilNames,
} from '../support/edited-draft.js';
import { potok, readStack } from '../support/stack.js';

let browser: Browser;
let page: Page;
let id: string;
let errors: string[];
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
beforeEach(async () => {
  id = await storeDraft(aDraft('Плохой ввод'));
  ({ page, errors } = await signIn(browser));
  await openEditor(page, id);
}, 60_000);
afterEach(async () => {
  expect(errors).toEqual([]);
  await page.context().close();
});
afterAll(() => browser.close());

const SLOW = 120_000;
const NAMES = ['Начало', 'Написать текст'];
const namesOnServer = async () => (await readDraft(id)).draft.nodes.map(({ name }) => name);
const shown = (page: Page) => page.locator('.react-flow__node').count();

const fragment = (nodes: readonly unknown[]) =>
  JSON.stringify({ 'edo-flow': 1, nodes, edges: [], notes: [], groups: [], slots: [], parameters: [] });
const many = Array.from({ length: 5000 }, (_, at) => node(`n${at}`, 'text.template', { params: { template: 'а' } }));

it.each([
  [
    'half a JSON',
    fragment([aDraft('а').nodes[1]]).slice(0, 60),
    'Текст оборван: в нём не хватает конца. Скопируйте его целиком.',
  ],
  [
    'no JSON at all',
    'Добрый день, пришлите сценарий',
    'Это не шаги сценария. Скопируйте шаги в редакторе или файл сценария целиком.',
  ],
  [
    'a scenario of a newer version',
    JSON.stringify({ ...aDraft('Новее'), schemaVersion: 9 }),
    'Текст сделан более новой версией Потока. Обновите Поток или экспортируйте сценарий из прежней версии.',
  ],
  ['nothing in it', fragment([]), 'В тексте нет ни шагов, ни заметок.'],
  ['5,000 steps', fragment(many), /^В тексте есть неверное место\. .*2000/],
  ['a step without a type', fragment([{ id: 'n1', name: 'Без вида' }]), /^В тексте есть неверное место\. /],
] as const)(
  'says what is wrong with a pasted text: %s',
  async (_what, text, sentence) => {
    await paste(page, text);
    const note = page.getByRole('alert').filter({ hasText: 'Вставить не получилось' });
    await note.waitFor({ timeout: 20_000 });
    const told = ((await note.textContent()) ?? '').replace('Вставить не получилось', '');
    if (typeof sentence === 'string') expect(told).toBe(sentence);
    else expect(told).toMatch(sentence);
    expect(await shown(page)).toBe(2);
    expect(await namesOnServer()).toEqual(NAMES);
    // The editor goes on as before.
    await openStep(page, 'Написать текст');
    await nameField(page).fill('Дальше');
    await untilNames(id, ['Начало', 'Дальше']);
  },
  SLOW,
);

it(
  'offers no second start, and finds one that was pasted in',
  async () => {
    await page.locator('.react-flow__pane').dblclick({ position: { x: 40, y: 400 } });
    await page.getByRole('dialog', { name: 'Какой шаг добавить' }).waitFor();
    expect(await page.getByRole('option', { name: /Вызов API/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await paste(page, fragment([{ ...apiTrigger(['number']), id: 'second', name: 'Второе начало' }]));
    await page.locator('.react-flow__node', { hasText: 'Второе начало' }).waitFor();
    await page.getByRole('button', { name: 'Что исправить' }).click();
    const list = page.getByRole('complementary', { name: 'Что исправить' });
    await list.getByText(/второй триггер\. Оставьте в сценарии один\./).waitFor({ timeout: 20_000 });
    await untilNames(id, [...NAMES, 'Второе начало']);
  },
  SLOW,
);

const dragTo = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y + 60, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
};
const middle = async (selector: string, name: string) => {
  const box = await page.locator('.react-flow__node', { hasText: name }).locator(selector).first().boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
};

it.each([
  [
    'into itself',
    '.react-flow__handle.target',
    'Написать текст',
    '«Написать текст» не может вести в себя: для повтора поставьте между ними ожидание.',
  ],
  ['into the start', '.step-name', 'Начало', '«Начало» — начало сценария: в него связи не ведут.'],
] as const)(
  'says why an edge cannot lead %s',
  async (_where, selector, target, sentence) => {
    await dragTo(await middle('.react-flow__handle.source', 'Написать текст'), await middle(selector, target));
    await page.getByText(sentence, { exact: true }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect((await readDraft(id)).draft.edges.length).toBe(1);
  },
  SLOW,
);

it(
  'takes the first 120 characters of a name of 10,000, and says so',
  async () => {
    await openStep(page, 'Написать текст');
    await nameField(page).fill('я'.repeat(10_000));
    await page.getByText('Название не длиннее 120 знаков: остальное не вошло.').waitFor();
    expect(await nameField(page).inputValue()).toBe('я'.repeat(120));
    await untilNames(id, ['Начало', 'я'.repeat(120)]);
  },
  SLOW,
);

const LIST = `[${Array.from({ length: 40 }, (_, at) => String(at)).join(',')}]`;
const withFormula = (formula: string) =>
  line('Формула', [
    [apiTrigger(['number']), 'done'],
    [
      node('formula', 'data.check-requisites', {
        name: 'Формула',
        params: { role: 'buyer', party: { $cel: formula } },
      }),
      'done',
    ],
  ]);

it.each([
  ['too long', `"${'а'.repeat(20_000)}"`, /Формула длиннее \d+ знаков\. Разбейте её на несколько шагов «Данные»\./],
  [
    'of macros in macros',
    ['a', 'b', 'c', 'd', 'e', 'f'].reduce((inner, name) => `${LIST}.map(${name}, ${inner})`, '1'),
    undefined,
  ],
] as const)(
  'goes on while a formula is %s',
  async (_what, formula, finding) => {
    const drawn = await storeDraft(withFormula(formula));
    await openEditor(page, drawn);
    await openStep(page, 'Формула');
    // The field of the formula is drawn and its value was asked for; the keyboard is not held up.
    await nameField(page).fill('Печатается');
    await untilNames(drawn, ['start', 'Печатается']);
    if (finding === undefined) return;
    await page.getByRole('button', { name: 'Что исправить' }).click();
    await page
      .getByRole('complementary', { name: 'Что исправить' })
      .getByText(finding)
      .first()
      .waitFor({ timeout: 20_000 });
  },
  SLOW,
);

/** A file of the client's, chosen where files of scenarios are taken in. */
const importFile = async (text: string) => {
  const { publicUrl, demo } = readStack();
  await page.goto(`${publicUrl}/w/${demo.workspaceId}/scenarios`);
  await page.getByRole('button', { name: 'Импорт файла…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Импорт сценария' });
  await dialog
    .getByLabel('Файл сценария')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  return dialog;
};

it.each([
  [
    'half a JSON',
    JSON.stringify(aDraft('Половина')).slice(0, 200),
    /JSON обрывается: строка 1, знак \d+\. Возьмите файл целиком\./,
  ],
  [
    'a scenario of a newer version',
    JSON.stringify({ ...aDraft('Новее'), schemaVersion: 9 }),
    /Файл сделан более новой версией Потока: .*Обновите Поток/,
  ],
  ['5,000 steps', JSON.stringify({ ...aDraft('Много'), nodes: many, edges: [] }), /не больше 2000/],
  ['a name of 10,000 characters', JSON.stringify(aDraft('я'.repeat(10_000))), /не больше 200 знаков/],
] as const)(
  'says what is wrong with a file, and makes nothing of it: %s',
  async (_what, text, sentence) => {
    const before = (await potok<ListPage<unknown>>('GET', 'scenarios')).total;
    const dialog = await importFile(text);
    const fault = dialog.locator('[role=alert], .mantine-InputWrapper-error').first();
    await fault.waitFor({ timeout: 20_000 });
    expect(await fault.textContent()).toMatch(sentence);
    expect(await dialog.getByRole('button', { name: 'Создать сценарий' }).isDisabled()).toBe(true);
    expect((await potok<ListPage<unknown>>('GET', 'scenarios')).total).toBe(before);
  },
  SLOW,
);
