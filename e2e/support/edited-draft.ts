import type { Page } from 'playwright-core';
import type { Scenario, ScenarioDetailView, ScenarioView } from '@potok/contracts';
import { apiTrigger, line, node } from './drawing.js';
import { potok, readStack, until } from './stack.js';

/** A start and a step after it whose text is typed into. */
export const aDraft = (name: string): Scenario =>
  line(name, [
    [{ ...apiTrigger(['number']), name: 'Начало' }, 'done'],
    [
      node('note', 'text.template', {
        name: 'Написать текст',
        params: { template: 'Счёт' },
        position: { x: 320, y: 0 },
      }),
      'done',
    ],
  ]);

export const storeDraft = async (draft: Scenario): Promise<string> =>
  (await potok<ScenarioView>('POST', 'scenarios', { body: { draft, binding: { slots: {}, parameters: {} } } })).id;

export const readDraft = (id: string): Promise<ScenarioDetailView> => potok('GET', `scenarios/${id}`);

/** Saves past every browser, as a script of the client's would: over the draft as it stands. */
export const saveByApi = async (id: string, change: (draft: Scenario) => Scenario): Promise<void> => {
  const { draft, draftRevision } = await readDraft(id);
  await potok('PUT', `scenarios/${id}/draft`, { body: { draft: change(draft), draftRevision } });
};

/** Names of the steps on the server, when they are these. */
export const untilNames = (id: string, names: readonly string[]): Promise<unknown> =>
  until(
    `steps ${names.join(', ')} on the server`,
    async () => (await readDraft(id)).draft.nodes.map(({ name }) => name),
    { isEnough: (found) => JSON.stringify(found) === JSON.stringify(names), timeoutMs: 20_000 },
  );

export const openEditor = async (page: Page, id: string): Promise<void> => {
  const { publicUrl, demo } = readStack();
  await page.goto(`${publicUrl}/w/${demo.workspaceId}/scenarios/${id}/edit`);
  await page.locator('.react-flow__node').first().waitFor();
};

/** The panel of a step, with its name ready to be typed into. */
export const openStep = async (page: Page, name: string): Promise<void> => {
  await page.locator('.react-flow__node', { hasText: name }).dblclick();
  await nameField(page).waitFor();
};

export const nameField = (page: Page) => page.getByRole('textbox', { name: 'Название шага' });

/** Puts a text on the clipboard's event as a person's Ctrl V does. */
export const paste = async (page: Page, text: string): Promise<void> => {
  await page.locator('.react-flow__pane').click({ position: { x: 30, y: 300 } });
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
};
