import type { FaultBoard } from '../faults/fault-board.js';
import { FAULT_KINDS, type ArmedFault, type FaultKind } from '../faults/fault.js';
import type { StandInId } from '../server/stand-in-id.js';
import { html, type Html } from './html.js';

export const SYSTEM_NAMES: Record<StandInId, string> = { bitrix24: 'Битрикс24', diadoc: 'Диадок', onec: '1С' };

const KIND_NAMES: Record<FaultKind, string> = {
  latency: 'Задержка ответа',
  'too-many-requests': '429 с Retry-After',
  'server-error': '500',
  unavailable: '503',
  refusal: 'Отказ с кодом',
  hang: 'Молчание: запрос принят, ответа нет',
  'refuse-connection': 'Обрыв до обработки',
  'drop-answer': 'Принято, но ответ потерян',
  'late-answer': 'Принято, но ответ задержан',
  'slow-drip': 'Ответ по капле',
  'accept-then-fail': 'Принято, но ответ 500',
  'login-page': 'Страница входа вместо ответа',
  'half-body': 'Половина ответа',
  'wrong-content-type': 'Неверный Content-Type',
  'repeat-events': 'Повтор событий',
  'reorder-events': 'События не по порядку',
  'token-expiry': 'Токен устарел',
};

export const renderFaultsTab = (board: FaultBoard, systems: readonly StandInId[]): Html => html`
  <h2>Неисправности</h2>
  <p class="about">
    Что сломать нарочно. Неисправность живёт, пока не сработает нужное число раз или пока её не снимут.
  </p>
  <form class="card fields" method="post" action="/page/faults">
    <label
      >Система<select name="system">
        ${systems.map((id) => html`<option value="${id}">${SYSTEM_NAMES[id]}</option>`)}
      </select></label
    >
    <label
      >Что происходит<select name="kind">
        ${FAULT_KINDS.map((kind) => html`<option value="${kind}">${KIND_NAMES[kind]}</option>`)}
      </select></label
    >
    <label>Часть адреса<input name="path" placeholder="PostMessage" /></label>
    <label>Сколько раз<input name="times" inputmode="numeric" value="1" /></label>
    <label>Задержка, мс<input name="delayMs" inputmode="numeric" placeholder="3000" /></label>
    <label>Код отказа<input name="status" inputmode="numeric" placeholder="402" /></label>
    <label>Retry-After, с<input name="retryAfterSec" inputmode="numeric" placeholder="5" /></label>
    <button class="main">Сломать</button>
  </form>
  ${board.list().length === 0 ? html`<div class="empty">Всё исправно.</div>` : renderArmed(board.list())}
`;

const renderArmed = (armed: readonly ArmedFault[]): Html => html`
  <h3>Сейчас сломано</h3>
  ${armed.map(renderFault)}
  <form method="post" action="/page/faults/disarm">
    <p><button>Снять все неисправности</button></p>
  </form>
`;

const renderFault = (fault: ArmedFault): Html => html`
  <div class="card row">
    <div class="grow">
      <strong>${SYSTEM_NAMES[fault.system]}</strong> · ${KIND_NAMES[fault.kind]}<br />
      <span class="quiet">адрес: <code>${fault.match?.path ?? 'любой'}</code></span>
    </div>
    <span class="sum quiet">сработала ${fault.met} из ${fault.times ?? '∞'}</span>
    <form class="inline" method="post" action="/page/faults/disarm">
      <input type="hidden" name="id" value="${fault.id}" /><button>Снять</button>
    </form>
  </div>
`;
