import type { FastifyInstance, FastifyReply } from 'fastify';

import { bitrixAccount } from '../../demo.js';
import type { EventDesk } from '../events/event-desk.js';
import { isKnownEvent } from '../events/known-events.js';
import { expireTokens } from '../oauth/tokens.js';
import { addDeal, getDeal, rowsOfDeal, setProductRows, updateDeal } from '../portal/deal-changes.js';
import type { PortalRoom } from '../portal/room.js';
import { findStage } from '../portal/stages.js';
import { type Fields, isMap, textOf } from '../wire/params.js';
import { RestError } from '../wire/rest-error.js';

/** Changes by hand count as the first user's. */
const USER_ID = '1';
const MOST_COPIES = 1000;

interface PageCall {
  readonly room: PortalRoom;
  readonly body: Fields;
  readonly id: string;
}

/** What the page's buttons do, `/bitrix24/page/…`: a form, and back to the page. Nothing of it is part of the protocol. */
export const registerPage = (app: FastifyInstance, room: PortalRoom, events: EventDesk): void =>
  serve(app, '/page/', async ({ act, ...asked }, reply) => {
    await perform({ events, act, call: { room, ...asked } });
    return reply.redirect('/?tab=bitrix24', 303);
  });

/** The same for tests and scripts, `/sandbox/bitrix24/…`: JSON in and out. */
export const registerApi = (app: FastifyInstance, room: PortalRoom, events: EventDesk): void =>
  serve(app, '/', async ({ act, ...asked }, reply) =>
    reply.send(await perform({ events, act, call: { room, ...asked } })),
  );

type Act = (call: PageCall) => unknown;
type Answer = (
  asked: { readonly body: Fields; readonly id: string; readonly act: Act },
  reply: FastifyReply,
) => Promise<FastifyReply>;

const serve = (app: FastifyInstance, prefix: string, answer: Answer): void => {
  for (const [path, act] of Object.entries(acts))
    app.post<{ Params: { id?: string } }>(`${prefix}${path}`, async (request, reply) => {
      try {
        return await answer({ body: isMap(request.body) ? request.body : {}, id: request.params.id ?? '', act }, reply);
      } catch (error) {
        if (!(error instanceof RestError)) throw error;
        return reply.code(error.status).send({ error: error.code, error_description: error.description });
      }
    });
};

interface Performance {
  readonly events: EventDesk;
  readonly act: Act;
  readonly call: PageCall;
}

const perform = async ({ events, act, call }: Performance): Promise<unknown> => {
  const done = act(call);
  await events.send(await call.room.settle());
  return done;
};

const moveDeal = ({ room, id, body }: PageCall) => {
  const stageId = textOf(body.stageId) ?? '';
  if (!findStage(stageId)) throw RestError.wrong(`Стадии ${stageId} нет.`);
  updateDeal(room, { dealId: id, userId: USER_ID }, { STAGE_ID: stageId });
  return { id, stageId, movedAt: getDeal(room, id).MOVED_TIME };
};

/** Requisites of the deal's buyer: the chosen ones, else the first of its company. */
const changeRequisites = ({ room, id, body }: PageCall) => {
  const deal = getDeal(room, id);
  const chosen = room.portal.requisiteLinks.find((one) => one.ENTITY_TYPE_ID === '2' && one.ENTITY_ID === id);
  const row = room.portal.requisites.find((one) =>
    chosen ? one.ID === chosen.REQUISITE_ID : one.ENTITY_ID === deal.COMPANY_ID,
  );
  if (!row) throw RestError.notFound();
  const given = Object.entries(body).filter(([name]) => name.startsWith('RQ_') && name in row);
  Object.assign(row, Object.fromEntries(given.map(([name, value]) => [name, textOf(value)?.trim() || null])), {
    DATE_MODIFY: room.now(),
  });
  room.changed({
    event: 'ONCRMREQUISITEUPDATE',
    entityId: row.ID ?? '',
    userId: USER_ID,
    data: { FIELDS: { ID: row.ID } },
  });
  return { requisiteId: row.ID };
};

const changeRows = ({ room, id, body }: PageCall) => {
  const rows = Object.values(isMap(body.rows) ? body.rows : {})
    .filter(isMap)
    .filter((row) => (textOf(row.PRODUCT_NAME) ?? '').trim() !== '');
  setProductRows(room, { dealId: id, userId: USER_ID }, rows.map(rowOfForm));
  return { id, rows: rows.length };
};

const NUMBERS = ['PRICE', 'QUANTITY', 'TAX_RATE'];

/** As the portal's own form reads them: a comma in a number is a point, an empty rate is «без НДС». */
const rowOfForm = (row: Fields): Fields =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => textOf(value) !== '')
      .map(([name, value]) => [
        name,
        NUMBERS.includes(name) ? textOf(value)?.replace(/\s/g, '').replace(',', '.') : value,
      ]),
  );

const copyDeals = ({ room, body }: PageCall) => {
  const copyOf = textOf(body.copyOf) ?? '1';
  const source = getDeal(room, copyOf);
  const count = Math.min(Number(textOf(body.count) ?? 1) || 1, MOST_COPIES);
  const ids = Array.from({ length: count }, () => copyDeal(room, copyOf, { ...source, STAGE_ID: 'EXECUTING' }));
  return { ids };
};

const copyDeal = (room: PortalRoom, copyOf: string, fields: Fields): string => {
  const id = addDeal(room, USER_ID, fields);
  const rows = rowsOfDeal(room, copyOf).map((row) => ({ ...row, id: room.nextId('row'), dealId: id }));
  room.portal.productRows.push(...rows);
  const link = room.portal.requisiteLinks.find((one) => one.ENTITY_TYPE_ID === '2' && one.ENTITY_ID === copyOf);
  if (link) room.portal.requisiteLinks.push({ ...link, ENTITY_ID: id });
  return id;
};

/** The same address for the same event again is the subscription that is there. */
const subscribe = ({ room, body }: PageCall) => {
  const handler = textOf(body.url) ?? '';
  const event = (textOf(body.event) ?? 'ONCRMDEALUPDATE').toUpperCase();
  if (!URL.canParse(handler)) throw RestError.wrong('Адрес обработчика не похож на URL.');
  if (!isKnownEvent(event)) throw new RestError('ERROR_EVENT_NOT_FOUND', 'Event not found');
  const { portal } = room;
  const found = portal.subscriptions.find(
    (one) => one.kind === 'outgoing-webhook' && one.event === event && one.handler === handler,
  );
  if (found) return { id: found.id };
  const id = room.nextId('subscription');
  const applicationToken = textOf(body.applicationToken) ?? bitrixAccount.applicationToken;
  const authless = { authType: '0', authConnector: '' };
  portal.subscriptions.push({ id, event, kind: 'outgoing-webhook', handler, applicationToken, ...authless });
  return { id };
};

const unsubscribe = ({ room, body }: PageCall) => {
  const id = textOf(body.id);
  room.portal.subscriptions = room.portal.subscriptions.filter((one) => one.id !== id);
  room.changed();
  return { id };
};

const settle = ({ room, body }: PageCall) => {
  const { settings } = room.portal;
  const limit = body.limit;
  if (limit === null || limit === 'none') settings.limit = null;
  else if (isMap(limit)) settings.limit = { perSecond: Number(limit.perSecond) || 2, burst: Number(limit.burst) || 50 };
  if (body.eventsPerSave !== undefined) settings.eventsPerSave = Math.max(1, Number(textOf(body.eventsPerSave)) || 1);
  if (textOf(body.appRedirectUrl) !== undefined) settings.appRedirectUrl = textOf(body.appRedirectUrl) ?? '';
  room.changed();
  return settings;
};

const acts: Readonly<Record<string, Act>> = {
  'deals/:id/stage': moveDeal,
  'deals/:id/requisites': changeRequisites,
  'deals/:id/rows': changeRows,
  'deals/:id/fields': ({ room, id, body }) => {
    updateDeal(room, { dealId: id, userId: USER_ID }, body);
    return getDeal(room, id);
  },
  deals: copyDeals,
  outgoing: subscribe,
  'outgoing/remove': unsubscribe,
  settings: settle,
  'tokens/expire': ({ room }) => {
    expireTokens(room);
    return { expired: true };
  },
};
