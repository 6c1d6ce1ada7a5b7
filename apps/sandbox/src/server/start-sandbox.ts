import { join } from 'node:path';

import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';

import { FaultBoard } from '../faults/fault-board.js';
import { playFaults } from '../faults/fault-hooks.js';
import { registerFaultRoutes } from '../faults/fault-routes.js';
import { renderShell } from '../page/shell.js';
import { openBlobFolder } from '../store/blob-folder.js';
import { openStore } from '../store/store.js';
import { Delays } from './delays.js';
import type { StandIn, StandInTools } from './stand-in.js';

export interface SandboxOrder {
  readonly standIns: readonly StandIn[];
  /** Folder of the state; made when absent. */
  readonly folder: string;
  /** 127.0.0.1 when absent. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly now?: () => Date;
  readonly log?: (event: string, facts?: Record<string, unknown>) => void;
}

export interface RunningSandbox {
  readonly url: string;
  readonly faults: FaultBoard;
  close(): Promise<void>;
}

const BODY_LIMIT_BYTES = 110 * 1024 * 1024;
const silent = () => undefined;
const systemTime = () => new Date();

/** The whole sandbox in this process: stand-ins, faults, page. */
export const startSandbox = async ({ standIns, folder, port, ...order }: SandboxOrder): Promise<RunningSandbox> => {
  const { log = silent, now = systemTime, host = '127.0.0.1' } = order;
  const app = makeApp();
  const faults = new FaultBoard();
  const delays = new Delays(log);
  const address = { url: '' };
  await app.register(formbody);
  const tools: StandInTools = {
    openStore: (name, initial) => openStore(folder, name, initial),
    openBlobs: (name) => openBlobFolder(join(folder, name)),
    faults,
    now,
    later: (ms, act) => delays.add(ms, act),
    get publicUrl() {
      return address.url;
    },
    log,
  };
  registerFaultRoutes(app, faults);
  registerPage(app, standIns, faults);
  for (const standIn of standIns) await mount(app, standIn, tools);
  app.addHook('onClose', () => delays.close());
  address.url = await app.listen({ host, port });
  log('sandbox.started', { url: address.url });
  return { url: address.url, faults, close: () => app.close() };
};

const makeApp = (): FastifyInstance =>
  Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    rewriteUrl: (request) => portalAtRoot(request.url ?? '/'),
    // The real systems do not care for letter case and double slashes in addresses, and their clients rely on it.
    routerOptions: { caseSensitive: false, ignoreDuplicateSlashes: true, maxParamLength: 500 },
  });

/** A portal of Битрикс24 is found at the root of its host too, where its own SDK insists on it. */
const portalAtRoot = (url: string): string => url.replace(/^\/+(rest|oauth)\//, '/bitrix24/$1/');

const mount = async (app: FastifyInstance, standIn: StandIn, tools: StandInTools): Promise<void> => {
  app.get(`/sandbox/${standIn.id}/state`, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(standIn.summary())),
  );
  await app.register(
    async (scope) => {
      playFaults(scope, standIn, tools.faults);
      await standIn.register(scope, tools);
    },
    { prefix: `/${standIn.id}` },
  );
  await app.register(async (scope) => standIn.registerApi?.(scope), { prefix: `/sandbox/${standIn.id}` });
};

const registerPage = (app: FastifyInstance, standIns: readonly StandIn[], faults: FaultBoard): void => {
  app.get<{ Querystring: { tab?: string } }>('/', async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderShell({ standIns, faults }, request.query.tab)),
  );
  app.get('/sandbox/health', async () => ({ status: 'ok', standIns: standIns.map((one) => one.id) }));
};
