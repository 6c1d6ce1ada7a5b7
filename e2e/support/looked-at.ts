import type { Page } from 'playwright-core';
import { aDraft, openEditor, storeDraft } from './edited-draft.js';
import { stepBox } from './editor.js';

/** What stands in a demo's addresses. */
export interface Ids {
  readonly run: string;
  readonly document: string;
  readonly scenario: string;
  readonly delivery: string;
  /** A scenario without a step. */
  readonly empty: string;
}

export interface LookedAt {
  /** As the report names it. */
  readonly name: string;
  /** Within the workspace; `/sign-in` stands outside. */
  readonly path: (ids: Ids) => string;
  /** Opens what lies over the page: a menu, a dialog, a list of a field. */
  readonly open?: (page: Page) => Promise<void>;
}

const at = (name: string, path: string | ((ids: Ids) => string), open?: LookedAt['open']): LookedAt => ({
  name,
  path: typeof path === 'string' ? () => path : path,
  ...(open === undefined ? {} : { open }),
});

const press = (name: string | RegExp, shown: 'dialog' | 'menu' | 'listbox') => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole(shown).first().waitFor();
};
const choose = (label: string) => async (page: Page) => {
  await page.getByRole('combobox', { name: label }).first().click();
  await page.getByRole('option').first().waitFor();
};
const fromMenu = (item: string) => async (page: Page) => {
  await press('Ещё действия', 'menu')(page);
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').waitFor();
};
const settings = (tab: string, open?: LookedAt['open']) => at(`settings: ${tab}`, `settings/${tab}`, open);

const edit = ({ scenario }: Ids): string => `scenarios/${scenario}/edit`;
const drawn = (page: Page) => page.locator('.react-flow__node').first().waitFor();
const isWide = (page: Page): boolean => (page.viewportSize()?.width ?? 0) > 760;
/** A state of the editor; what needs a mouse is not there on a phone, where the drawing is only looked at. */
const editor = (name: string, open: (page: Page) => Promise<void>) =>
  at(`editor: ${name}`, edit, async (page) => {
    await drawn(page);
    await open(page);
  });
const wide = (name: string, open: (page: Page) => Promise<void>) =>
  editor(name, async (page) => {
    if (isWide(page)) await open(page);
  });
const byKey = (key: string, shown: 'dialog' | 'complementary') => async (page: Page) => {
  await page.locator('.react-flow__pane').click({ position: { x: 20, y: 250 } });
  await page.keyboard.press(key);
  await page.getByRole(shown).last().waitFor();
};
const byButton = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.locator('aside.side').first().waitFor();
};
const settingsBeside = async (page: Page) => {
  if (isWide(page)) return byButton('Настройки сценария')(page);
  await page.locator('.editor-head').getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Настройки сценария' }).click();
  await page.locator('aside.side').first().waitFor();
};
const step = async (page: Page) => {
  // A phone shows the drawing's beginning.
  if (!isWide(page)) await page.getByRole('button', { name: 'Показать целиком' }).click();
  await stepBox(page, 'Построить УПД').dblclick();
  await page.locator('.node-panel').waitFor();
};
const stepTab = (tab: string) => async (page: Page) => {
  await step(page);
  await page.getByRole('tab', { name: tab }).click();
};

/** A formula with what may stand in it, listed below the caret. */
const formula = async (page: Page) => {
  // A draft of its own: nobody else is writing in it.
  await openEditor(page, await storeDraft(aDraft('Для формул')));
  await page.locator('.react-flow__node', { hasText: 'Написать текст' }).dblclick();
  await page.locator('.mode[aria-label="Формула"]').first().click();
  await page.locator('.cm-content').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('trigger.');
  await page.locator('.cm-tooltip-autocomplete').waitFor();
};

/** Every page of the router, and what opens over it. A new page is a new line here. */
export const lookedAt: readonly LookedAt[] = [
  at('attention', 'attention'),
  at('attention, palette open', 'attention', async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
  }),
  at('documents', 'documents'),
  at('documents, a document beside', ({ document }) => `documents?open=${document}`),
  at('document', ({ document }) => `documents/${document}`),
  at('runs', 'runs', choose('Состояние')),
  at('runs, a run beside', ({ run }) => `runs?open=${run}`),
  at('waits by month', 'waits', choose('Чего ждут')),
  at('waits by week', 'waits?span=week&group=undated'),
  at('waits as a list', 'waits?view=list'),
  at('run', ({ run }) => `runs/${run}`, press('Ещё действия', 'menu')),
  at('run, cancel asked', ({ run }) => `runs/${run}`, fromMenu('Отменить…')),
  at(
    'run as a list',
    ({ run }) => `runs/${run}?tab=attempts`,
    (page) => page.getByText('Список').first().click(),
  ),
  at('scenarios', 'scenarios'),
  at('scenario', ({ scenario }) => `scenarios/${scenario}`, press('Запустить…', 'dialog')),
  editor('drawing', drawn),
  editor('a step open', step),
  wide('how a step is carried out', stepTab('Как выполнять')),
  wide('mapping', async (page) => {
    await step(page);
    await page.getByRole('button', { name: 'Сопоставить поля…' }).click();
    await page.getByRole('dialog').waitFor();
  }),
  wide('picker', byKey('n', 'dialog')),
  wide('menu of a step', async (page) => {
    await stepBox(page, 'Построить УПД').click({ button: 'right' });
    await page.getByRole('menu').waitFor();
  }),
  wide('help', byKey('?', 'dialog')),
  wide('find', byKey('Control+f', 'dialog')),
  wide('connect', async (page) => {
    await stepBox(page, 'Построить УПД').click();
    await page.keyboard.press('c');
    await page.getByRole('dialog').waitFor();
  }),
  wide('publish', press('Опубликовать…', 'dialog')),
  wide('trying', byKey('Control+Enter', 'complementary')),
  editor('steps as a list', byButton('Шаги списком')),
  editor('what to mend', byButton('Что исправить')),
  editor('settings of the scenario', settingsBeside),
  at('editor: empty canvas', ({ empty }) => `scenarios/${empty}/edit`),
  wide('a formula is written', formula),
  at('gallery of templates', 'scenarios/new'),
  ...(['accounts', 'parameters', 'finish'] as const).map((question) =>
    at(`start from a template: ${question}`, `scenarios/new?template=deal-to-upd&step=${question}`),
  ),
  at('description', ({ scenario }) => `scenarios/${scenario}/description`),
  at('compare', ({ scenario }) => `scenarios/${scenario}/compare`),
  at('scenarios, a file is brought in', 'scenarios', press(/Импорт/, 'dialog')),
  at('scenario: versions', ({ scenario }) => `scenarios/${scenario}?tab=versions`),
  at('scenario: settings', ({ scenario }) => `scenarios/${scenario}?tab=settings`),
  at('counterparties', 'counterparties'),
  at('connections', 'connections'),
  at('connections, one is added', 'connections', press('Добавить…', 'dialog')),
  at('deliveries', 'deliveries'),
  at('deliveries, one beside', ({ delivery }) => `deliveries?open=${delivery}`),
  settings('organizations', press('Добавить организацию…', 'dialog')),
  settings('certificates', press('Добавить сертификат…', 'dialog')),
  settings('tokens', press('Выпустить ключ…', 'dialog')),
  settings('workspace'),
  settings('reconciliations'),
  settings('audit'),
  at('a page that is not there', 'nowhere'),
];
