import type { FaultBoard } from '../faults/fault-board.js';
import type { StandInId } from '../server/stand-in-id.js';
import type { StandIn } from '../server/stand-in.js';
import { renderFaultsTab, SYSTEM_NAMES } from './faults-tab.js';
import { html, trusted, type Html } from './html.js';
import { style } from './style.js';

export type TabId = StandInId | 'faults';

const TAB_NAMES: Record<TabId, string> = { ...SYSTEM_NAMES, faults: 'Неисправности' };
/** Left out where the screen is narrow. */
const TAB_SUBJECTS: Record<TabId, string> = {
  bitrix24: ': сделки',
  diadoc: ': ящики покупателей',
  onec: ': документы',
  faults: '',
};

/** Keeps the view fresh while nobody types in it or reads an opened part. */
const script = `
const quiet = () => !document.hidden && !document.querySelector('main details[open]') && !document.querySelector('main :is(input,select,textarea):focus');
setInterval(async () => {
  if (!quiet()) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  const main = document.querySelector('main');
  if (next && quiet() && next.innerHTML !== main.innerHTML) main.replaceWith(next);
}, 2000);
`;

export interface Sandbox {
  readonly standIns: readonly StandIn[];
  readonly faults: FaultBoard;
}

export const renderShell = (sandbox: Sandbox, wanted: string | undefined): string => {
  const tabs = tabsOf(sandbox);
  const current = tabs.find((tab) => tab === wanted) ?? tabs[0] ?? 'faults';
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${TAB_NAMES[current]}${TAB_SUBJECTS[current]} · Песочница Потока</title>
        <style>
          ${trusted(style)}
        </style>
      </head>
      <body>
        <header class="top">
          <div>
            <h1>Песочница Потока</h1>
            <p>Местные двойники внешних систем. Документы и подписи тестовые, без юридической силы.</p>
            <nav class="tabs">${tabs.map((tab) => renderLink(tab, tab === current))}</nav>
          </div>
        </header>
        <main>${renderTab(sandbox, current)}</main>
        <script>
          ${trusted(script)};
        </script>
      </body>
    </html>`.text;
};

const tabsOf = ({ standIns }: Sandbox): readonly TabId[] => {
  const order: readonly StandInId[] = ['bitrix24', 'diadoc', 'onec'];
  return [...order.filter((id) => standIns.some((one) => one.id === id && 'renderPage' in one)), 'faults'];
};

const renderLink = (tab: TabId, isCurrent: boolean): Html => {
  const name = html`${TAB_NAMES[tab]}<span class="subject">${TAB_SUBJECTS[tab]}</span>`;
  return isCurrent
    ? html`<a href="/?tab=${tab}" aria-current="page">${name}</a>`
    : html`<a href="/?tab=${tab}">${name}</a>`;
};

const renderTab = ({ standIns, faults }: Sandbox, tab: TabId): Html => {
  if (tab === 'faults')
    return renderFaultsTab(
      faults,
      standIns.map((one) => one.id),
    );
  return trusted(standIns.find((one) => one.id === tab)?.renderPage?.() ?? '');
};
