import { randomBytes } from 'node:crypto';

import { bitrixAccount } from '../../demo.js';
import { isKnownEvent, knownEvents } from '../events/known-events.js';
import { pageOf } from '../list/listing.js';
import type { OfflineEvent, Subscription } from '../portal/portal.js';
import { type Fields, listParam, mapParam, param, type Params, textParam } from '../wire/params.js';
import { RestError } from '../wire/rest-error.js';
import { type Answer, appMethod, type Call, listAnswer, method, type Methods } from './method.js';

const isOffline = (params: Params): boolean => textParam(params, 'event_type') === 'offline';

const eventName = (params: Params): string => {
  const event = (textParam(params, 'event') ?? '').toUpperCase();
  if (!isKnownEvent(event)) throw new RestError('ERROR_EVENT_NOT_FOUND', 'Event not found');
  return event;
};

const bind = ({ room, params }: Call): Answer => {
  const wanted: Omit<Subscription, 'id'> = {
    event: eventName(params),
    kind: isOffline(params) ? 'app-offline' : 'app',
    handler: isOffline(params) ? '' : handlerOf(params),
    applicationToken: bitrixAccount.applicationToken,
    authType: textParam(params, 'auth_type') ?? '0',
    authConnector: textParam(params, 'auth_connector') ?? '',
  };
  const isThere = room.portal.subscriptions.some(
    (one) => one.kind === wanted.kind && one.event === wanted.event && one.handler === wanted.handler,
  );
  if (isThere) throw RestError.wrong('Unable to set event handler: Handler already binded');
  room.portal.subscriptions.push({ ...wanted, id: room.nextId('subscription') });
  room.changed();
  return { result: true };
};

const handlerOf = (params: Params): string => {
  const handler = textParam(params, 'handler') ?? '';
  if (!URL.canParse(handler)) throw new RestError('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL');
  return handler;
};

const unbind = ({ room, params }: Call): Answer => {
  const event = eventName(params);
  const isMeant = (one: Subscription) =>
    one.event === event &&
    (isOffline(params)
      ? one.kind === 'app-offline'
      : one.kind === 'app' && one.handler === textParam(params, 'handler'));
  const kept = room.portal.subscriptions.filter((one) => !isMeant(one));
  const count = room.portal.subscriptions.length - kept.length;
  room.portal.subscriptions = kept;
  room.changed();
  return { result: { count } };
};

const showOffline = (one: OfflineEvent): Fields => ({
  ID: one.id,
  TIMESTAMP_X: one.at,
  EVENT_NAME: one.event,
  EVENT_DATA: one.data,
  EVENT_ADDITIONAL: false,
  MESSAGE_ID: one.id,
});

/** With `clear=0` the events stay, marked by a process id, until they are cleared or named as failed. */
const takeOffline = ({ room, params }: Call): Answer => {
  const wantedProcess = textParam(params, 'process_id');
  const wantsErrors = textParam(params, 'error') === '1';
  const open = room.portal.offline.filter((one) =>
    wantedProcess === undefined
      ? one.processId === null && (wantsErrors || !one.isError)
      : one.processId === wantedProcess,
  );
  const limit = Number(textParam(params, 'limit') ?? 50);
  const page = pageOf(open.map(showOffline), { filter: param(params, 'filter'), order: param(params, 'order') });
  const ids = new Set(page.items.slice(0, limit).map((row) => row.ID));
  const taken = open.filter((one) => ids.has(one.id));
  const processId = textParam(params, 'clear') === '0' ? (wantedProcess ?? randomBytes(16).toString('hex')) : null;
  if (processId === null) room.portal.offline = room.portal.offline.filter((one) => !taken.includes(one));
  else for (const one of taken) one.processId = processId;
  room.changed();
  return { result: { process_id: processId, events: taken.map(showOffline) } };
};

const ofProcess = ({ room, params }: Call): readonly OfflineEvent[] => {
  const processId = textParam(params, 'process_id');
  const named = [...listParam(params, 'id'), ...listParam(params, 'message_id')];
  return room.portal.offline.filter(
    (one) => one.processId !== null && one.processId === processId && (named.length === 0 || named.includes(one.id)),
  );
};

export const eventMethods: Methods = {
  'event.bind': appMethod(bind),
  'event.unbind': appMethod(unbind),
  'event.get': appMethod(({ room }) => ({
    result: room.portal.subscriptions
      .filter((one) => one.kind !== 'outgoing-webhook')
      .map((one) => ({
        event: one.event,
        handler: one.handler,
        auth_type: one.authType,
        offline: one.kind === 'app-offline' ? 1 : 0,
      })),
  })),
  'event.offline.get': appMethod(takeOffline),
  'event.offline.list': appMethod(({ room, params }) =>
    listAnswer(
      pageOf(room.portal.offline.map(showOffline), { ...params, filter: mapParam(params, 'filter') }),
      (row) => row,
    ),
  ),
  'event.offline.clear': appMethod((call) => {
    const done = ofProcess(call);
    call.room.portal.offline = call.room.portal.offline.filter((one) => !done.includes(one));
    call.room.changed();
    return { result: true };
  }),
  'event.offline.error': appMethod((call) => {
    for (const one of ofProcess(call)) Object.assign(one, { isError: true, processId: null });
    call.room.changed();
    return { result: true };
  }),
  events: method(() => ({ result: knownEvents })),
};
