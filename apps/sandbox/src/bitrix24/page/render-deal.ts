import { html, type Html } from '../../page/html.js';
import { rubles } from '../../page/rubles.js';
import type { Portal, ProductRow, Row } from '../portal/portal.js';
import { dealStages, findStage } from '../portal/stages.js';

const STATES = { P: ['going', '◔'], S: ['done', '✓'], F: ['failed', '✕'] } as const;

/** A deal as a card: what it is, the button that wins it, and what can be spoiled in it. */
export const renderDeal = (portal: Portal, deal: Row): Html => {
  const id = deal.ID ?? '';
  const company = portal.companies.find((one) => one.ID === deal.COMPANY_ID);
  return html`<div class="card">
    <div class="row">
      <div class="grow">
        <b>№ ${id} ${deal.TITLE ?? ''}</b><br />
        <span class="quiet">${company?.TITLE ?? 'без компании'} · ${rubles(deal.OPPORTUNITY ?? '0')}</span>
      </div>
      ${renderStage(deal)} ${deal.STAGE_ID === 'WON' ? '' : renderWin(id)}
    </div>
    ${renderWritten(portal, deal)}
    <details>
      <summary class="quiet">Стадия, товары, реквизиты</summary>
      ${renderAnyMove(id, deal.STAGE_ID ?? '')}
      ${renderRows(
        id,
        portal.productRows.filter((row) => row.dealId === id),
      )}
      ${renderRequisites(id, requisitesOf(portal, deal))}
    </details>
  </div>`;
};

const renderStage = (deal: Row): Html => {
  const stage = findStage(deal.STAGE_ID ?? '');
  const [state, mark] = STATES[stage?.semantics ?? 'P'];
  return html`<span class="state ${state}">${mark} ${stage?.name ?? deal.STAGE_ID ?? ''}</span>`;
};

const renderWin = (id: string): Html =>
  renderMove(id, html`<input type="hidden" name="stageId" value="WON" /><button class="main">Выиграна</button>`);

const renderAnyMove = (id: string, current: string): Html =>
  renderMove(
    id,
    html`<select name="stageId" aria-label="Стадия">
        ${dealStages.map(
          (stage) =>
            html`<option value="${stage.statusId}" ${stage.statusId === current ? 'selected' : ''}>
              ${stage.name}
            </option>`,
        )}</select
      ><button>Перенести</button>`,
  );

const renderMove = (id: string, inner: Html): Html =>
  html`<form class="row" method="post" action="/bitrix24/page/deals/${id}/stage">${inner}</form>`;

/** What outside systems have written: own fields, comments of the time line, tasks. */
const renderWritten = (portal: Portal, deal: Row): Html => {
  const comments = portal.comments.filter((one) => one.entityType === 'deal' && one.entityId === deal.ID);
  const tasks = portal.tasks.filter((task) => task.crm.includes(`D_${deal.ID ?? ''}`));
  const fields = ['UF_CRM_EDO_NUMBER', 'UF_CRM_EDO_STATUS', 'UF_CRM_EDO_LINK'].filter((name) => deal[name]);
  return html`
    ${fields.map((name) => html`<div class="quiet">${name}: ${deal[name] ?? ''}</div>`)}
    ${tasks.map((task) => html`<div><span class="state person">Задача</span> ${task.title}</div>`)}
    ${comments.map(
      (one) =>
        html`<div>
          <span class="quiet">${one.created.slice(8, 10)}.${one.created.slice(5, 7)} ${one.created.slice(11, 16)}</span>
          ${one.comment}
        </div>`,
    )}
  `;
};

const requisitesOf = (portal: Portal, deal: Row): Row | undefined => {
  const link = portal.requisiteLinks.find((one) => one.ENTITY_TYPE_ID === '2' && one.ENTITY_ID === deal.ID);
  return portal.requisites.find((one) => (link ? one.ID === link.REQUISITE_ID : one.ENTITY_ID === deal.COMPANY_ID));
};

const REQUISITE_NAMES: readonly (readonly [string, string])[] = [
  ['RQ_INN', 'ИНН'],
  ['RQ_KPP', 'КПП'],
  ['RQ_OGRN', 'ОГРН'],
  ['RQ_OGRNIP', 'ОГРНИП'],
  ['RQ_COMPANY_FULL_NAME', 'Полное название'],
];

const renderRequisites = (id: string, requisites: Row | undefined): Html =>
  requisites === undefined
    ? html`<p class="quiet">Реквизитов нет.</p>`
    : html`<form class="fields" method="post" action="/bitrix24/page/deals/${id}/requisites">
        ${REQUISITE_NAMES.map(
          ([name, label]) => html`<label>${label}<input name="${name}" value="${requisites[name] ?? ''}" /></label>`,
        )}
        <button>Сохранить реквизиты</button>
      </form>`;

const renderRows = (id: string, rows: readonly ProductRow[]): Html => html`
  <form method="post" action="/bitrix24/page/deals/${id}/rows">
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Товар</th>
            <th>Кол-во</th>
            <th>Цена с НДС</th>
            <th>НДС, %</th>
            <th>ОКЕИ</th>
          </tr>
        </thead>
        ${[...rows, undefined].map(renderRow)}
      </table>
    </div>
    <p><button>Сохранить товары</button></p>
  </form>
`;

interface Field {
  readonly label: string;
  readonly value: string | number;
  readonly size: number;
}

/** The last one is empty, for a new row; a name that is wiped out takes its row away. */
const renderRow = (row: ProductRow | undefined, at: number): Html => {
  const shown = row ?? NEW_ROW;
  const field = (name: string, { label, value, size }: Field): Html =>
    html`<td><input name="rows[${at}][${name}]" value="${value}" size="${size}" aria-label="${label}" /></td>`;
  const kept = (name: string, value: string | number): Html =>
    html`<input type="hidden" name="rows[${at}][${name}]" value="${value}" />`;
  return html`<tr>
    ${field('PRODUCT_NAME', { label: 'Товар', value: shown.name, size: 28 })}
    ${field('QUANTITY', { label: 'Количество', value: shown.quantity, size: 6 })}
    ${field('PRICE', { label: 'Цена с НДС', value: shown.price, size: 9 })}
    ${field('TAX_RATE', { label: 'Ставка НДС; пусто: без НДС', value: shown.taxRate ?? '', size: 4 })}
    ${field('MEASURE_CODE', { label: 'Код ОКЕИ', value: shown.measureCode, size: 4 })}
    <td hidden>
      ${kept('MEASURE_NAME', shown.measureName)} ${kept('TAX_INCLUDED', shown.isTaxIncluded ? 'Y' : 'N')}
      ${kept('TYPE', shown.type)} ${kept('SORT', (at + 1) * 10)}
    </td>
  </tr>`;
};

const NEW_ROW = {
  name: '',
  quantity: '',
  price: '',
  taxRate: '',
  measureCode: 796,
  measureName: 'шт',
  isTaxIncluded: true,
  type: 1,
} as const;
