import type { FastifyInstance } from 'fastify';

import type { FaultAnswer, StandIn, StandInTools } from '../server/stand-in.js';
import { renderBuyerPage } from './buyer/page.js';
import { wakeRobots } from './buyer/robot.js';
import { registerBuyerApi, registerBuyerForms } from './buyer/routes.js';
import { summaryOf } from './buyer/summary.js';
import { openGostNotary, type DemoKeys } from './files/gost-notary.js';
import { ERROR_CODES } from './http/diadoc-error.js';
import type { Operation } from './http/operation.js';
import { serve } from './http/serve.js';
import { authenticate } from './operations/authenticate.js';
import { counteragentOperations } from './operations/counteragents.js';
import { documentTypeOperations } from './operations/document-types.js';
import { eventOperations } from './operations/events.js';
import { generatingOperations } from './operations/generating.js';
import { registerIdentity } from './operations/identity.js';
import { organizationOperations } from './operations/organizations.js';
import { postingOperations } from './operations/posting.js';
import { readingOperations } from './operations/reading.js';
import { removedOperations } from './operations/removed.js';
import { shelfOperations } from './operations/shelf.js';
import { titleOperations } from './operations/titles.js';
import { seedState } from './state/seed.js';
import { World } from './world.js';

const OPERATIONS: readonly Operation[] = [
  authenticate,
  ...organizationOperations,
  ...counteragentOperations,
  ...documentTypeOperations,
  ...postingOperations,
  ...eventOperations,
  ...readingOperations,
  ...generatingOperations,
  ...titleOperations,
  ...shelfOperations,
  ...removedOperations,
];

/** Контур.Диадок by its public protocol, for the path of a УПД. */
export const makeDiadoc = (): StandIn => {
  let world: World | undefined;
  const open = (): World => {
    if (!world) throw new Error('the stand-in is not registered');
    return world;
  };
  return {
    id: 'diadoc',
    async register(app, tools) {
      world = await openWorld(tools);
      takeBytes(app);
      serve(app, world, OPERATIONS);
      registerIdentity(app, world);
      const forms = world;
      await app.register(async (scope) => registerBuyerForms(scope, forms));
      wakeRobots(world);
    },
    registerApi: (app) => registerBuyerApi(app, open()),
    summary: () => summaryOf(open()),
    renderPage: () => renderBuyerPage(open()),
    faultAnswer,
  };
};

const openWorld = async (tools: StandInTools): Promise<World> => {
  const store = await tools.openStore('diadoc', () => seedState(tools.now()));
  const keys = await tools.openStore<DemoKeys>('diadoc-keys', () => ({ keys: {} }));
  const notary = await openGostNotary(keys, {
    organizations: store.data.organizations,
    now: () => tools.now(),
  });
  return new World({ store, blobs: await tools.openBlobs('diadoc-files'), notary, tools });
};

/** Clients send all sorts of Content-Type, and none at all: every body is bytes. */
const takeBytes = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
};

const faultAnswer = (status: number): FaultAnswer => ({
  contentType: 'text/plain; charset=utf-8',
  body: `Запрос не выполнен: ${status}`,
  headers: { 'x-diadoc-errorcode': (ERROR_CODES as Record<number, string>)[status] ?? 'Server.Error' },
});
