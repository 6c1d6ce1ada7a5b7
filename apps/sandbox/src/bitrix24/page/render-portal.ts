import { bitrixAccount } from '../../demo.js';
import { html, type Html } from '../../page/html.js';
import type { Delivery, Portal, Row } from '../portal/portal.js';
import { renderDeal } from './render-deal.js';

/** The tab of the portal: deals to win and to spoil, what was written into them, who hears of it. */
export const renderPortal = (portal: Portal): string => html`
  <h2>Битрикс24: сделки</h2>
  <p class="about">
    Портал ООО «Поток Демо». Вебхук: <code>/bitrix24/rest/${bitrixAccount.userId}/${bitrixAccount.webhookSecret}/</code>
  </p>
  ${newestFirst(portal.deals).map((deal) => renderDeal(portal, deal))} ${renderSubscriptions(portal)}
  ${renderDeliveries(portal.deliveries)}
`.text;

const SHOWN_DEALS = 60;
/** The demo deals stay on top in their order; copies for load tests below, the newest first. */
const newestFirst = (deals: readonly Row[]): readonly Row[] => {
  const byId = [...deals].sort((a, b) => Number(a.ID) - Number(b.ID));
  return [...byId.slice(0, 10), ...byId.slice(10).reverse()].slice(0, SHOWN_DEALS);
};

const renderSubscriptions = ({ subscriptions }: Portal): Html => html`
  <h3>Исходящие вебхуки</h3>
  ${
    subscriptions.length === 0
      ? html`<div class="empty">О сделках никто не узнает: добавьте адрес обработчика.</div>`
      : html`<div class="scroll">
          <table>
            ${subscriptions.map(
              (one) =>
                html`<tr>
                  <td><code>${one.event}</code></td>
                  <td><code>${one.handler === '' ? 'очередь приложения' : one.handler}</code></td>
                  <td>
                    <form class="inline" method="post" action="/bitrix24/page/outgoing/remove">
                      <input type="hidden" name="id" value="${one.id}" /><button>Убрать</button>
                    </form>
                  </td>
                </tr>`,
            )}
          </table>
        </div>`
  }
  <details>
    <summary class="quiet">Добавить вебхук</summary>
    <form class="card fields" method="post" action="/bitrix24/page/outgoing">
      <label>Адрес обработчика<input name="url" type="url" required /></label>
      <label
        >Событие<select name="event">
          <option>ONCRMDEALUPDATE</option>
          <option>ONCRMDEALADD</option>
        </select></label
      >
      <button class="main">Добавить</button>
    </form>
  </details>
`;

const renderDeliveries = (deliveries: readonly Delivery[]): Html => html`
  <h3>Последние события</h3>
  ${
    deliveries.length === 0
      ? html`<div class="empty">Здесь будут отправленные события.</div>`
      : html`<div class="scroll">
          <table>
            <thead>
              <tr>
                <th>Время</th>
                <th>Событие</th>
                <th>Объект</th>
                <th>Обработчик</th>
                <th>Ответ</th>
              </tr>
            </thead>
            ${deliveries.slice(-10).reverse().map(renderDelivery)}
          </table>
        </div>`
  }
`;

const renderDelivery = (one: Delivery): Html =>
  html`<tr>
    <td class="sum">${one.at.slice(11, 19)}</td>
    <td><code>${one.event}</code></td>
    <td>${one.entityId}</td>
    <td><code>${one.handler}</code></td>
    <td>
      ${
        one.status >= 200 && one.status < 300
          ? html`<span class="state done">✓ ${one.status}</span>`
          : html`<span class="state failed">✕ ${one.status === 0 ? 'нет ответа' : one.status}, повтора не будет</span>`
      }
    </td>
  </tr>`;
