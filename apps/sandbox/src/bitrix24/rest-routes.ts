import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { bitrixAccount } from '../demo.js';
import { methodName, runBatch } from './batch.js';
import type { EventDesk } from './events/event-desk.js';
import type { Answer, Caller } from './methods/method.js';
import { runMethod } from './methods/registry.js';
import { findToken } from './oauth/tokens.js';
import type { PortalRoom } from './portal/room.js';
import { callTime } from './wire/envelope.js';
import { LeakyBucket } from './wire/leaky-bucket.js';
import { type Params, param, textOf, textParam } from './wire/params.js';
import { readParams } from './wire/read-params.js';
import { RestError } from './wire/rest-error.js';

interface Desk {
  readonly room: PortalRoom;
  readonly events: EventDesk;
  readonly bucket: LeakyBucket;
}

interface Visit {
  readonly caller: Caller;
  readonly method: string;
  readonly params: Params;
}

/** `/rest/{user}/{secret}/{method}[.json]` for webhooks, `/rest/{method}` with `auth` for the application; doubled and closing slashes are passed over. */
export const registerRest = (app: FastifyInstance, room: PortalRoom, events: EventDesk): void => {
  const desk: Desk = { room, events, bucket: new LeakyBucket() };
  const handler = (request: FastifyRequest, reply: FastifyReply) => answer(desk, request, reply);
  app.route({ method: ['GET', 'POST', 'HEAD'], url: '/rest/*', handler });
};

const answer = async (desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const started = desk.room.tools.now();
  try {
    const done = act(desk, request);
    await desk.events.send(await desk.room.settle());
    return await reply.send({ ...done, time: callTime(started, desk.room.tools.now()) });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return await reply.code(error.status).send({ error: error.code, error_description: error.description });
  }
};

const act = (desk: Desk, request: FastifyRequest): Answer => {
  const { room } = desk;
  const { caller, method, params } = readVisit(room, request);
  const { limit } = room.portal.settings;
  if (limit && !desk.bucket.pour(request.ip, limit, room.tools.now().getTime())) throw RestError.tooOften();
  return method.toLowerCase() === 'batch'
    ? runBatch({ room, caller, params })
    : runMethod(method, { room, caller, params });
};

const readVisit = (room: PortalRoom, request: FastifyRequest): Visit => {
  const path = (request.raw.url ?? '').split('?')[0] ?? '';
  const steps = path
    .slice(path.indexOf('/rest/') + 1)
    .split('/')
    .filter((step) => step !== '')
    .slice(1);
  const params = readParams(request);
  if (steps.length === 3) {
    const [userId = '', secret = '', method = ''] = steps;
    return { caller: webhookCaller(userId, secret), method: methodName(method), params };
  }
  return { caller: appCaller(room, request, params), method: methodName(steps[0] ?? ''), params };
};

const webhookCaller = (userId: string, secret: string): Caller => {
  if (userId !== String(bitrixAccount.userId) || secret !== bitrixAccount.webhookSecret)
    throw RestError.badCredentials();
  return { kind: 'webhook', userId };
};

const appCaller = (room: PortalRoom, request: FastifyRequest, params: Params): Caller => {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const auth = textOf(param(params, 'auth')) ?? textParam(params, 'access_token') ?? bearer;
  const token = auth === undefined ? undefined : findToken(room, auth);
  if (!token) throw RestError.noAuth();
  const target = { system: 'bitrix24', method: request.method, path: request.url } as const;
  const isSpent = token.expiresAtMs <= room.tools.now().getTime();
  if (isSpent || room.tools.faults.take(target, ['token-expiry'])) throw RestError.expiredToken();
  return { kind: 'app', userId: token.userId };
};
