import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ConnectionView, Page as ListPage, ScenarioView } from '@potok/contracts';
import type { Browser } from 'playwright-core';
import { openBrowser, signIn } from '../support/browser.js';
import { openEditor, readDraft } from '../support/edited-draft.js';
import { fieldAt, openStep, sourceRow } from '../support/editor.js';
import { templateOf } from '../support/same-plan.js';
import { potok, until } from '../support/stack.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The template over the demo's CRM. */
const store = async (): Promise<string> => {
  const draft = templateOf('deal-to-upd');
  const { items } = await potok<ListPage<ConnectionView>>('GET', 'connections');
  const account = items.find(({ gateway }) => gateway === 'crm')?.id ?? '';
  const slot = draft.slots.find(({ gateway }) => gateway === 'crm')?.id ?? '';
  const body = { draft: { ...draft, name: 'Поля клиента' }, binding: { slots: { [slot]: account }, parameters: {} } };
  return (await potok<ScenarioView>('POST', 'scenarios', { body })).id;
};

const paramsOf = async (id: string, name: string) =>
  (await readDraft(id)).draft.nodes.find((node) => node.name === name)?.params;

it("offers the client's own fields of a deal by their names, to take and to write", async () => {
  const id = await store();
  const { page, errors } = await signIn(browser, { width: 1920 });
  await openEditor(page, id);
  await openStep(page, 'Записать итог в сделку');

  const fields = await fieldAt(page, '/fields');
  await fields.getByRole('combobox', { name: 'Имя поля' }).click();
  await page.getByRole('option', { name: 'Номер УПД' }).click();
  const own = await fieldAt(page, '/fields/UF_CRM_EDO_NUMBER');
  await own.getByText('Номер УПД', { exact: true }).waitFor();
  await own.getByRole('textbox').first().fill('214');
  await until('the field is saved', () => paramsOf(id, 'Записать итог в сделку'), {
    isEnough: (params) => JSON.stringify(params?.['fields']) === '{"UF_CRM_EDO_NUMBER":"214"}',
  });

  const group = await sourceRow(page, 'Прочитать сделку', 'Свои поля');
  await group.locator('.tree-chevron').click();
  await page.getByRole('treeitem', { name: /Номер УПД/ }).waitFor();
  expect(errors).toEqual([]);
}, 120_000);
