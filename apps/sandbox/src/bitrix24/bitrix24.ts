import type { FastifyInstance } from 'fastify';

import type { FaultAnswer, StandIn, StandInTools } from '../server/stand-in.js';
import { EventDesk } from './events/event-desk.js';
import { registerOauth } from './oauth/oauth-routes.js';
import { registerApi, registerPage } from './page/page-routes.js';
import { renderPortal } from './page/render-portal.js';
import type { Portal } from './portal/portal.js';
import { PortalRoom } from './portal/room.js';
import { seedPortal } from './portal/seed.js';
import { registerRest } from './rest-routes.js';
import { summarize } from './summary.js';
import { parsePhpQuery } from './wire/php-query.js';

/** Битрикс24 of one demo company, after the public REST reference. */
export const makeBitrix24 = (): StandIn => {
  let desk: { readonly room: PortalRoom; readonly events: EventDesk } | undefined;
  return {
    id: 'bitrix24',
    register: async (app, tools) => {
      const room = await openRoom(tools);
      const events = new EventDesk(room);
      desk = { room, events };
      readFormsAsPhp(app);
      registerRest(app, room, events);
      registerOauth(app, room);
      registerPage(app, room, events);
    },
    registerApi: (app) => {
      if (desk) registerApi(app, desk.room, desk.events);
    },
    summary: () => (desk ? summarize(desk.room.portal) : {}),
    renderPage: () => (desk ? renderPortal(desk.room.portal) : ''),
    faultAnswer,
  };
};

const openRoom = async (tools: StandInTools): Promise<PortalRoom> => {
  const store = await tools.openStore<Portal>('bitrix24', () => seedPortal(tools.now()));
  return new PortalRoom(store, tools);
};

/** PHP reads any body that is not JSON as a form; a broken JSON is no parameters at all. */
const readFormsAsPhp = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, readJson(String(body))),
  );
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
    done(null, parsePhpQuery(String(body))),
  );
};

const readJson = (text: string): unknown => {
  try {
    return text.trim() === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    return {};
  }
};

const CODES: Readonly<Record<number, string>> = {
  401: 'expired_token',
  402: 'PAYMENT_REQUIRED',
  403: 'ACCESS_DENIED',
  429: 'OPERATION_TIME_LIMIT',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'QUERY_LIMIT_EXCEEDED',
};

const faultAnswer = (status: number): FaultAnswer => ({
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({ error: CODES[status] ?? 'ERROR_UNEXPECTED_ANSWER', error_description: 'Too many requests' }),
});
