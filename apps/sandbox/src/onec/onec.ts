import type { FastifyInstance } from 'fastify';

import type { FaultAnswer, StandIn } from '../server/stand-in.js';
import { type OneCBase, OneCRoom } from './base/one-c-room.js';
import { seedBase } from './base/seed.js';
import { registerOData } from './odata-routes.js';
import { registerApi, registerPage } from './page/page-routes.js';
import { renderBase } from './page/render-base.js';
import { summarize } from './summary.js';
import { errorBody } from './wire/send.js';

/** «1С:Бухгалтерия предприятия 3.0» behind its standard OData interface, after the public manual. */
export const makeOneC = (): StandIn => {
  let room: OneCRoom | undefined;
  return {
    id: 'onec',
    register: async (app, tools) => {
      const store = await tools.openStore<OneCBase>('onec', () => seedBase(tools.now()));
      room = new OneCRoom(store, tools);
      readBodiesAsJson(app);
      registerOData(app, room);
      registerPage(app, room);
    },
    registerApi: (app) => {
      if (room) registerApi(app, room);
    },
    summary: () => (room ? summarize(room.base) : {}),
    renderPage: () => (room ? renderBase(room) : ''),
    faultAnswer,
  };
};

/** Forms of the page come as forms; anything else is read as JSON whatever it is called, a broken one as no object at all. */
const readBodiesAsJson = (app: FastifyInstance): void => {
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser(['application/json', '*'], { parseAs: 'string' }, (_request, body, done) =>
    done(null, readJson(String(body))),
  );
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return text;
  }
};

const faultAnswer = (): FaultAnswer => ({
  contentType: 'application/json;odata=minimalmetadata;charset=utf-8',
  body: JSON.stringify(errorBody({ code: -1, sentence: 'Не удалось выполнить операцию: сеанс завершен.' })),
});
