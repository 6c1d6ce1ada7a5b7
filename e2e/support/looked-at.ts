import type { Page } from 'playwright-core';

/** What stands in a demo's addresses. */
export interface Ids {
  readonly run: string;
  readonly document: string;
  readonly scenario: string;
  readonly delivery: string;
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
