import { onecAccount } from '../../demo.js';
import { html, type Html } from '../../page/html.js';
import { rubles } from '../../page/rubles.js';
import { type Entity, type Line, linesOf, textAt } from '../base/entity.js';
import type { OneCRoom } from '../base/one-c-room.js';
import { REALIZATION } from '../model/realization.js';

const SHOWN = 60;

/** The tab of the base: documents with their state and lines, the closed period. */
export const renderBase = (room: OneCRoom): string => html`
  <h2>1С: реализации</h2>
  <p class="about">
    База «Бухгалтерия предприятия 3.0» ООО «Поток Демо». OData:
    <code>/onec/${onecAccount.base}/odata/standard.odata/</code>
  </p>
  ${renderDocuments(room)} ${renderClosedPeriod(room.base.closedThrough.slice(0, 10))}
`.text;

const renderDocuments = (room: OneCRoom): Html => {
  const documents = [...room.list(REALIZATION)].reverse();
  if (documents.length === 0) return html`<div class="empty">Здесь будут документы, выгруженные в 1С.</div>`;
  return html`${documents.slice(0, SHOWN).map((one) => renderDocument(room, one))}
    <p class="quiet">Показано ${Math.min(SHOWN, documents.length)} из ${documents.length}</p>`;
};

const renderDocument = (room: OneCRoom, document: Entity): Html => {
  const buyer = room.find('Catalog_Контрагенты', textAt(document, 'Контрагент_Key'));
  return html`<div class="card">
    <div class="row">
      <div class="grow">
        <b>№ ${textAt(document, 'Number')} от ${russianDay(textAt(document, 'Date'))}</b><br />
        <span class="quiet">
          ${buyer ? textAt(buyer, 'Description') : 'контрагент не указан'} ·
          ${rubles(String(Number(document.СуммаДокумента)))}
        </span>
      </div>
      ${renderState(document)}
    </div>
    ${textAt(document, 'Комментарий') === '' ? '' : html`<div class="quiet">${textAt(document, 'Комментарий')}</div>`}
    <details>
      <summary class="quiet">Строки</summary>
      ${renderLines(room, [...linesOf(document, 'Товары'), ...linesOf(document, 'Услуги')])}
    </details>
  </div>`;
};

const renderState = (document: Entity): Html => {
  if (document.DeletionMark === true) return html`<span class="state draft">⊘ Помечен на удаление</span>`;
  return document.Posted === true
    ? html`<span class="state done">✓ Проведён</span>`
    : html`<span class="state draft">○ Записан, не проведён</span>`;
};

const renderLines = (room: OneCRoom, lines: readonly Line[]): Html => html`
  <div class="scroll">
    <table>
      <thead>
        <tr>
          <th>Номенклатура</th>
          <th class="sum">Кол-во</th>
          <th class="sum">Цена</th>
          <th class="sum">Сумма</th>
          <th>НДС</th>
          <th class="sum">Сумма НДС</th>
        </tr>
      </thead>
      ${lines.map((line) => renderLine(room, line))}
    </table>
  </div>
`;

const renderLine = (room: OneCRoom, line: Line): Html => {
  const goods = room.find('Catalog_Номенклатура', textAt(line, 'Номенклатура_Key'));
  return html`<tr>
    <td>${goods ? textAt(goods, 'Description') : textAt(line, 'Содержание')}</td>
    <td class="sum">${Number(line.Количество)}</td>
    <td class="sum">${rubles(String(Number(line.Цена)))}</td>
    <td class="sum">${rubles(String(Number(line.Сумма)))}</td>
    <td>${textAt(line, 'СтавкаНДС')}</td>
    <td class="sum">${rubles(String(Number(line.СуммаНДС)))}</td>
  </tr>`;
};

const renderClosedPeriod = (day: string): Html => html`
  <h3>Закрытый период</h3>
  <form class="card fields" method="post" action="/onec/page/closed-period">
    <label>Дата запрета изменения<input type="date" name="day" value="${day}" required /></label>
    <button>Закрыть период</button>
  </form>
`;

const russianDay = (date: string): string => date.slice(0, 10).split('-').reverse().join('.');
