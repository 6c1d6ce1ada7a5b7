import type { Readable } from 'node:stream';
import type { Log } from '@potok/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerWithProblem } from '../problems/problem.filter.js';
import { collectBody } from './collect-body.js';
import type { HookEndpoint } from './hook-database.js';
import { takeDelivery, type HookParts, type IncomingCall } from './take-delivery.js';

/** Plain Fastify, outside Nest's pipeline: guards, pipes and interceptors cost more than the insert itself. */
export const registerHooks = async (
  scope: FastifyInstance,
  { parts, log }: { parts: HookParts; log: Log },
): Promise<void> => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    '*',
    { bodyLimit: Number.MAX_SAFE_INTEGER },
    (_request: FastifyRequest, payload: Readable) => collectBody(payload),
  );
  scope.setErrorHandler((error, request, reply) => answerWithProblem(error, { request, reply, log }));
  const handle = (kind: HookEndpoint['kind']) => async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = await takeDelivery(parts, asCall(request, kind));
    log.debug('webhook.stored', { deliveryId: answer.deliveryId });
    return reply.status(200).send(answer);
  };
  for (const method of ['POST', 'GET', 'PUT'] as const) {
    scope.route({ method, url: '/hooks/:token', handler: handle('hook') });
    scope.route({ method, url: '/hooks/test/:token', handler: handle('test') });
    scope.route({ method, url: '/callbacks/:token', handler: handle('callback') });
  }
};

/** A call by GET brings its data in the address. */
const asCall = (request: FastifyRequest, kind: HookEndpoint['kind']): IncomingCall => {
  const { token } = request.params as { token: string };
  const headers = plainHeaders(request);
  if (request.method !== 'GET') {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    return { kind, token, headers, contentType: headers['content-type'] ?? 'application/octet-stream', bytes };
  }
  const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?') + 1) : '';
  return { kind, token, headers, contentType: 'application/x-www-form-urlencoded', bytes: Buffer.from(query) };
};

const plainHeaders = ({ headers }: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
