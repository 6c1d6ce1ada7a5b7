import { html, type Html } from '../../page/html.js';
import { dateOfTicks, russianDate, russianTime } from '../files/moments.js';
import { ANSWER_KINDS, type AnswerKind, type OrganizationRecord } from '../state/state.js';
import type { World } from '../world.js';
import { robotOf } from './robot.js';
import { summaryOf, type DocumentSummary } from './summary.js';

const money = new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 2 });

const SHOWN = 50;

/** The boxes of the buyers: what came, the answer to it, the robot. */
export const renderBuyerPage = (world: World): string => {
  const { documents } = summaryOf(world);
  const buyers = world.state.organizations.filter((one) => one.boxId in world.state.robots);
  const shown = documents.toReversed().slice(0, SHOWN);
  return html`
    <h2>Ящики покупателей</h2>
    <p class="about">
      Входящие документы глазами покупателя. Ответ подписывается его тестовым ключом и уходит продавцу через Диадок
      песочницы. Робот отвечает за покупателя сам, через заданное время.
    </p>
    <section class="card">${buyers.map((buyer) => renderBuyer(world, buyer))}</section>
    <h3>Документы${documents.length > SHOWN ? `: показано ${SHOWN} из ${documents.length}` : ''}</h3>
    ${shown.length === 0 ? html`<div class="empty">Здесь появятся документы, когда продавец их отправит.</div>` : shown.map((one) => renderDocument(world, one))}
  `.text;
};

const renderDocument = (world: World, one: DocumentSummary): Html => html`
  <article class="card" id="d-${one.entityId}">
    <div class="row">
      <div class="grow">
        <strong>УПД № ${one.number}</strong> от ${one.date} · ${one.function}<br />
        <span class="quiet"
          >${world.getOrganization(one.from).shortName} → ${world.getOrganization(one.to).shortName}</span
        >
      </div>
      <div class="sum">${money.format(Number(one.total))} ₽</div>
      ${renderState(one)}
    </div>
    ${canAnswer(one) ? renderActions(one) : ''} ${one.revocation === 'requested' ? renderRevocation(one) : ''}
    ${renderFiles(one)}
  </article>
`;

const canAnswer = (one: DocumentSummary): boolean =>
  one.statuses.recipientResponse === 'WaitingForRecipientSignature' &&
  one.revocation !== 'accepted' &&
  one.roaming !== 'failed';

const renderState = ({ answer, revocation, roaming, statuses }: DocumentSummary): Html => {
  if (roaming === 'failed') return html`<span class="state failed">✕ Не доставлен</span>`;
  if (revocation === 'accepted') return html`<span class="state draft">⊘ Аннулирован</span>`;
  switch (answer.kind) {
    case 'refused':
      return html`<span class="state failed">✕ Отказано: «${answer.reason}»</span>`;
    case 'signed':
      return html`<span class="state done">✓ Подписан</span>`;
    case 'discrepancies':
      return html`<span class="state person">△ Подписан с расхождениями: «${answer.reason}»</span>`;
    case 'clarification':
      return html`<span class="state person">△ Уточнение: «${answer.reason}»</span>`;
    default:
      return statuses.recipientResponse === 'RecipientResponseStatusNotAcceptable'
        ? html`<span class="state done">✓ ${statuses.text}</span>`
        : html`<span class="state waits">◷ Ждёт ответа покупателя</span>`;
  }
};

const BUTTONS: Record<AnswerKind, { readonly open: string; readonly label: string; readonly send: string }> = {
  sign: { open: '', label: '', send: 'Подписать' },
  discrepancies: { open: 'С расхождениями…', label: 'Что не так', send: 'Подписать с расхождениями' },
  clarify: { open: 'Уточнить…', label: 'Что исправить', send: 'Запросить уточнение' },
  refuse: { open: 'Отказать…', label: 'Причина отказа', send: 'Отказать в подписи' },
};

const renderActions = (one: DocumentSummary): Html => html`
  <div class="row" style="margin-top:10px">
    ${ANSWER_KINDS.map((kind) => renderAction(one, kind))}${one.roaming === 'sent' ? renderReasoned(one, 'undelivered', UNDELIVERED) : ''}
  </div>
`;

const UNDELIVERED = { open: 'Не доставлено…', label: 'Что ответил другой оператор', send: 'Сообщить о недоставке' };

const renderAction = (one: DocumentSummary, kind: AnswerKind): Html => {
  const { open, label, send } = BUTTONS[kind];
  const action = `/diadoc/page/documents/${one.messageId}/${one.entityId}/answer`;
  if (kind === 'sign') {
    return html`<form class="inline" method="post" action="${action}">
      <input type="hidden" name="kind" value="sign" /><button class="main">${send}</button>
    </form>`;
  }
  return renderReasoned(one, 'answer', { open, label, send, kind });
};

interface Reasoned {
  readonly open: string;
  readonly label: string;
  readonly send: string;
  readonly kind?: AnswerKind;
}

const renderReasoned = (one: DocumentSummary, act: string, { open, label, send, kind }: Reasoned): Html =>
  html`<details class="act">
    <summary>${open}</summary>
    <form method="post" action="/diadoc/page/documents/${one.messageId}/${one.entityId}/${act}">
      <input type="hidden" name="kind" value="${kind ?? ''}" />
      <label>${label}<textarea name="reason" required maxlength="1000"></textarea></label>
      <p><button>${send}</button></p>
    </form>
  </details>`;

const renderRevocation = (one: DocumentSummary): Html => {
  const action = `/diadoc/page/documents/${one.messageId}/${one.entityId}/revocation`;
  return html`<div class="row" style="margin-top:10px">
    <span class="state person">△ Предложено аннулирование</span>
    <form class="inline" method="post" action="${action}">
      <input type="hidden" name="kind" value="accept" /><button>Аннулировать УПД № ${one.number}</button>
    </form>
    <form class="inline" method="post" action="${action}">
      <input type="hidden" name="kind" value="reject" /><button>Не аннулировать</button>
    </form>
  </div>`;
};

const FILE_NAMES: Record<string, string> = {
  InvoiceConfirmation: 'Подтверждение оператора',
  InvoiceReceipt: 'Извещение о получении',
  Receipt: 'Извещение о получении',
  UniversalTransferDocumentBuyerTitle: 'Титул покупателя',
  XmlSignatureRejection: 'Отказ',
  InvoiceCorrectionRequest: 'Уведомление об уточнении',
  RevocationRequest: 'Предложение об аннулировании',
  RoamingNotification: 'Уведомление о роуминге',
  DeliveryFailureNotification: 'Уведомление о недоставке',
};

const renderFiles = (one: DocumentSummary): Html => html`
  <details style="margin-top:10px">
    <summary class="quiet">Файлы документооборота: ${one.files.length}</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Время</th>
            <th>Файл</th>
            <th>XML</th>
          </tr>
        </thead>
        ${one.files.map(
          (file) =>
            html`<tr>
              <td class="sum">${timeOf(file.ticks)}</td>
              <td>
                ${FILE_NAMES[file.type] ?? 'Титул продавца'}${file.onlyFor === '' ? '' : file.onlyFor === one.from ? ' → продавцу' : ' → покупателю'}
              </td>
              <td><a href="/diadoc/page/files/${one.messageId}/${file.entityId}">открыть</a></td>
            </tr>`,
        )}
      </table>
    </div>
  </details>
`;

const timeOf = (ticks: string): string => {
  const at = dateOfTicks(ticks);
  return `${russianDate(at)} ${russianTime(at).replaceAll('.', ':')}`;
};

const MODES: Record<'off' | AnswerKind, string> = {
  off: 'молчит',
  sign: 'подписывает',
  discrepancies: 'подписывает с расхождениями',
  clarify: 'просит уточнить',
  refuse: 'отказывает',
};

const renderBuyer = (world: World, buyer: OrganizationRecord): Html => {
  const robot = robotOf(world, buyer.boxId);
  const modes = Object.entries(MODES).map(([mode, name]) =>
    mode === robot.mode
      ? html`<option value="${mode}" selected>${name}</option>`
      : html`<option value="${mode}">${name}</option>`,
  );
  return html`<div class="row buyer">
    <div class="grow">
      <strong>${buyer.shortName}</strong>
      <span class="quiet"
        >ИНН ${buyer.inn}${buyer.kpp === '' ? '' : ` · КПП ${buyer.kpp}`}${buyer.isRoaming ? ' · роуминг' : ''}</span
      >
    </div>
    ${renderRelation(world, buyer)}
    <details class="act">
      <summary>Робот ${MODES[robot.mode]}…</summary>
      <form class="fields" method="post" action="/diadoc/page/robots/${buyer.boxId}">
        <label
          >Что делает робот<select name="mode">
            ${modes}
          </select></label
        >
        <label>Через, мс<input name="delayMs" inputmode="numeric" value="${robot.delayMs}" /></label>
        <label>Причина отказа, уточнения<input name="reason" value="${robot.reason}" /></label>
        <button>Сохранить</button>
      </form>
    </details>
  </div>`;
};

const renderRelation = (world: World, buyer: OrganizationRecord): Html => {
  const relation = world.state.relations.find((one) => one.of === buyer.boxId);
  const answer = (kind: string, text: string): Html =>
    html`<form class="inline" method="post" action="/diadoc/page/invitations/${buyer.boxId}">
      <input type="hidden" name="kind" value="${kind}" /><button>${text}</button>
    </form>`;
  if (relation?.status === 'IsMyCounteragent') return html`<span class="state done">✓ Контрагент продавца</span>`;
  if (relation?.status !== 'InvitesMe') return html`<span class="state draft">Не контрагент продавца</span>`;
  return html`<span class="state person">△ Получено приглашение</span
    >${answer('accept', 'Принять')}${answer('reject', 'Отклонить')}`;
};
