import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { openBrowser, signIn } from '../support/browser.js';
import {
  aDraft,
  nameField,
  openEditor,
  openStep,
  readDraft,
  saveByApi,
  storeDraft,
  untilNames,
} from '../support/edited-draft.js';
import { readStack, until } from '../support/stack.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(() => browser.close());

const SLOW = 120_000;
const saved = (page: Page) => page.locator('[data-saving=saved]').waitFor({ timeout: 20_000 });
const lockBar = (page: Page) => page.locator('.lock-bar');
const conflict = (page: Page) => page.getByRole('dialog', { name: 'Черновик изменили с двух сторон' });
const undo = (page: Page) => page.getByRole('button', { name: /^Отменить:/ }).click();

const inEditor = async (id: string, person: 0 | 1 = 0): Promise<{ page: Page; errors: string[] }> => {
  const one = await signIn(browser, { person });
  await openEditor(one.page, id);
  return one;
};

/** Types into the step's name as a hand does: key after key. */
const rename = async (page: Page, name: string): Promise<void> => {
  await nameField(page).selectText();
  await page.keyboard.type(name, { delay: 15 });
};

/** A draft in the editor whose step has got another name, on the server too. */
const inRenamed = async (title: string, name: string) => {
  const id = await storeDraft(aDraft(title));
  const one = await inEditor(id);
  await openStep(one.page, 'Написать текст');
  await rename(one.page, name);
  await untilNames(id, ['Начало', name]);
  return { id, ...one };
};

const renamedByScript = (name: string) => (draft: ReturnType<typeof aDraft>) => ({
  ...draft,
  nodes: draft.nodes.map((one) => (one.id === 'start' ? { ...one, name } : one)),
});

it(
  'lets one window edit and the other look, hands the draft over, and takes no save without the lock',
  async () => {
    const { id, page: first, errors } = await inRenamed('Двое правят', 'Написать письмо');

    const { page: second } = await inEditor(id);
    await lockBar(second).waitFor();
    expect(await lockBar(second).textContent()).toMatch(/^(Черновик открыт у вас в другой вкладке|Черновик правит)/);
    await openStep(second, 'Написать письмо');
    expect(await nameField(second).getAttribute('readonly')).not.toBeNull();
    expect(await second.getByRole('button', { name: 'Опубликовать' }).isDisabled()).toBe(true);

    // The one who looks sees what is saved.
    await rename(first, 'Написать письмо дважды');
    await until('the other window', () => nameField(second).inputValue(), {
      isEnough: (name) => name === 'Написать письмо дважды',
      timeoutMs: 30_000,
    });

    await second.getByRole('button', { name: 'Перейти к правке здесь' }).click();
    await lockBar(second).waitFor({ state: 'detached' });
    await first.getByText('Правку взял на себя Анна Ветрова').waitFor({ timeout: 30_000 });
    await lockBar(first).waitFor();
    expect(await nameField(first).getAttribute('readonly')).not.toBeNull();
    await rename(second, 'Второе окно');
    await untilNames(id, ['Начало', 'Второе окно']);

    const { draft, draftRevision } = await readDraft(id);
    const status = await first.evaluate(
      async ([path, body]) =>
        (await fetch(path ?? '', { method: 'PUT', body: body ?? '', headers: { 'content-type': 'application/json' } }))
          .status,
      [
        `/api/workspaces/${readStack().demo.workspaceId}/scenarios/${id}/draft`,
        JSON.stringify({
          draft: { ...draft, name: 'без замка' },
          draftRevision,
          tab: '00000000-0000-4000-8000-000000000000',
        }),
      ],
    );
    expect([403, 409]).toContain(status);
    expect((await readDraft(id)).draft.name).toBe('Двое правят');
    expect(errors).toEqual([]);
  },
  SLOW,
);

it(
  'keeps what is typed without a line and sends it by itself when the line is back',
  async () => {
    const { id, page } = await inRenamed('Без связи', 'До обрыва');
    await nameField(page).selectText();
    await page.keyboard.type('Во время', { delay: 20 });
    await page.context().setOffline(true);
    await page.keyboard.type(' обрыва и после', { delay: 60 });
    await page.getByText('Нет связи: изменения хранятся в этом браузере').waitFor();
    expect((await readDraft(id)).draft.nodes[1]?.name).not.toBe('Во время обрыва и после');
    await page.context().setOffline(false);
    await untilNames(id, ['Начало', 'Во время обрыва и после']);
    await saved(page);
    await conflict(page).waitFor({ state: 'detached' });
  },
  SLOW,
);

it(
  'knows its own save again whose answer the line has swallowed',
  async () => {
    const id = await storeDraft(aDraft('Ответ потерян'));
    const { page } = await inEditor(id);
    let swallowed = 0;
    await page.route('**/draft*', async (route) => {
      if (route.request().method() !== 'PUT' || swallowed > 0) return route.continue();
      swallowed += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await openStep(page, 'Написать текст');
    await rename(page, 'Дошло без ответа');
    await untilNames(id, ['Начало', 'Дошло без ответа']);
    await saved(page);
    expect([swallowed, await conflict(page).count()]).toEqual([1, 0]);
  },
  SLOW,
);

/** A crash tells the page nothing, so what comes back is what the browser has kept by then. */
const crash = async (page: Page): Promise<void> => {
  await page.waitForFunction((name) => JSON.stringify(localStorage).includes(name), 'Не успел сохранить');
  const line = await page.context().newCDPSession(page);
  // The page is gone before it could answer.
  await Promise.race([line.send('Page.crash').catch(() => undefined), new Promise((done) => page.once('crash', done))]);
  await page.close();
};

it.each([
  ['closed without a word', (page: Page) => page.close({ runBeforeUnload: false })],
  ['crashed', crash],
] as const)(
  'brings back what was being typed in a tab that was %s, as one act that can be undone',
  async (_how, kill) => {
    const id = await storeDraft(aDraft('Вкладку убили'));
    const { page } = await inEditor(id);
    const context = page.context();
    const next = await context.newPage();
    await openStep(page, 'Написать текст');
    await page.route('**/draft*', (route) => route.abort('connectionreset'));
    await rename(page, 'Не успел сохранить');
    await kill(page);
    expect((await readDraft(id)).draft.nodes[1]?.name).toBe('Написать текст');

    await openEditor(next, id);
    await next.getByText('Несохранённые изменения из этого браузера возвращены').waitFor({ timeout: 40_000 });
    await next.locator('.react-flow__node', { hasText: 'Не успел сохранить' }).waitFor();
    await untilNames(id, ['Начало', 'Не успел сохранить']);
    await undo(next);
    await untilNames(id, ['Начало', 'Написать текст']);
    await next.reload();
    await next.locator('.react-flow__node', { hasText: 'Написать текст' }).waitFor();
    expect(await next.getByText('Несохранённые изменения').count()).toBe(0);
  },
  SLOW,
);

/** Mine is typed while a script saves another name of another step. */
const inConflict = async (): Promise<{ id: string; page: Page }> => {
  const id = await storeDraft(aDraft('Две правды'));
  const { page } = await inEditor(id);
  await openStep(page, 'Написать текст');
  await page.context().setOffline(true);
  await rename(page, 'Моё название');
  await saveByApi(id, renamedByScript('Чужое начало'));
  await page.context().setOffline(false);
  await conflict(page).waitFor({ timeout: 30_000 });
  // Nobody was asked yet: nothing is written over.
  expect((await readDraft(id)).draft.nodes.map(({ name }) => name)).toEqual(['Чужое начало', 'Написать текст']);
  const told = await conflict(page).textContent();
  expect(told).toContain('Моё название');
  expect(told).toContain('Чужое начало');
  expect(await axeFindings(page)).toEqual([]);
  return { id, page };
};

it(
  'lays both sides of a conflict before the person; theirs taken, undo gives mine back',
  async () => {
    const { id, page } = await inConflict();
    await conflict(page).getByRole('button', { name: 'Взять чужие' }).click();
    await saved(page);
    await untilNames(id, ['Чужое начало', 'Написать текст']);
    await undo(page);
    await untilNames(id, ['Начало', 'Моё название']);
  },
  SLOW,
);

it(
  'lays both sides of a conflict before the person; mine kept, undo leads to theirs',
  async () => {
    const { id, page } = await inConflict();
    await conflict(page).getByRole('button', { name: 'Оставить мои изменения' }).click();
    await untilNames(id, ['Начало', 'Моё название']);
    await undo(page);
    await untilNames(id, ['Чужое начало', 'Написать текст']);
  },
  SLOW,
);

it(
  'tells two people of each other: who edits, who has taken over, and whose changes met whose',
  async () => {
    const { id, page: anna, errors } = await inRenamed('Анна и Пётр', 'До Петра');
    await anna.context().setOffline(true);
    await rename(anna, 'Без связи у Анны');

    const { page: petr } = await inEditor(id, 1);
    await lockBar(petr).getByText('Черновик правит Анна Ветрова').waitFor();
    await petr.getByRole('button', { name: 'Перейти к правке здесь' }).click();
    await lockBar(petr).waitFor({ state: 'detached' });
    await openStep(petr, 'Начало');
    await rename(petr, 'Начало Петра');
    await untilNames(id, ['Начало Петра', 'До Петра']);

    await anna.context().setOffline(false);
    await anna.getByText('Правку взял на себя Пётр Соколов').waitFor({ timeout: 30_000 });
    await anna.getByRole('button', { name: 'Перейти к правке здесь' }).click();
    await conflict(anna).waitFor({ timeout: 30_000 });
    const told = await conflict(anna).textContent();
    expect(told).toContain('Пётр Соколов');
    expect(told).toContain('Без связи у Анны');
    expect(told).toContain('Начало Петра');
    await conflict(anna).getByRole('button', { name: 'Взять чужие' }).click();
    await saved(anna);
    await undo(anna);
    await untilNames(id, ['Начало', 'Без связи у Анны']);
    await petr.getByText('Правку взял на себя Анна Ветрова').waitFor({ timeout: 30_000 });
    expect(errors).toEqual([]);
  },
  SLOW,
);

it(
  'meets a conflict also when the killed tab is opened again, and undo gives mine back there too',
  async () => {
    const id = await storeDraft(aDraft('Убили, а там сохранили'));
    const { page } = await inEditor(id);
    const next = await page.context().newPage();
    await openStep(page, 'Написать текст');
    await page.route('**/draft*', (route) => route.abort('connectionreset'));
    await rename(page, 'Моё из убитой');
    await page.close();
    await saveByApi(id, renamedByScript('Чужое начало'));
    await openEditor(next, id);
    await conflict(next).waitFor({ timeout: 40_000 });
    const told = await conflict(next).textContent();
    expect(told).toContain('Моё из убитой');
    expect(told).toContain('Чужое начало');
    await conflict(next).getByRole('button', { name: 'Взять чужие' }).click();
    await untilNames(id, ['Чужое начало', 'Написать текст']);
    await undo(next);
    await untilNames(id, ['Начало', 'Моё из убитой']);
  },
  SLOW,
);
