import { randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { encode, toJson } from '../wire/codec.js';
import type { World } from '../world.js';
import { DiadocError, ERROR_CODES, type ErrorStatus } from './diadoc-error.js';
import { Call, type Answer, type Operation } from './operation.js';
import { Query } from './query.js';
import { demandLogin, expireTokens } from './tokens.js';

const PROTOBUF = 'application/x-protobuf';
const PLAIN = 'text/plain; charset=utf-8';
const DEPRECATION_PAGE = 'https://developer.kontur.ru/doc/diadoc-api/removal';

/** Serves the operations: any content type is taken as bytes, errors are plain text with a code in a header. */
export const serve = (app: FastifyInstance, world: World, operations: readonly Operation[]): void => {
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => answerError(world, error, reply));
  app.setNotFoundHandler(async (_request, reply) =>
    refuse(reply, 501, 'Метода нет в опубликованной документации, или песочница его не играет'),
  );
  for (const operation of operations) {
    app.route({
      method: operation.method,
      url: operation.path,
      handler: (request, reply) => handle(world, operation, { request, reply }),
    });
    const other = operation.method === 'GET' ? 'POST' : 'GET';
    if (operations.some((one) => one.path === operation.path && one.method === other)) continue;
    app.route({
      method: other,
      url: operation.path,
      handler: async (_request, reply) =>
        refuse(
          reply.header('allow', operation.method),
          405,
          `Метод ${operation.path} вызывается как ${operation.method}`,
        ),
    });
  }
};

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const handle = async (world: World, operation: Operation, { request, reply }: Exchange): Promise<FastifyReply> => {
  void reply.header('x-kontur-trace-id', randomUUID().replaceAll('-', ''));
  if (operation.sunset !== undefined) {
    void reply.headers({ sunset: operation.sunset, link: `<${DEPRECATION_PAGE}>; rel="sunset"` });
  }
  const authorization = request.headers.authorization ?? '';
  if (!operation.isOpen) await playTokenExpiry(world, request);
  const call = new Call({
    world,
    query: new Query(request.url),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    contentType: request.headers['content-type'] ?? '',
    authorization,
    login: operation.isOpen ? '' : demandLogin(world, authorization),
  });
  return send(await operation.handle(call), request, reply);
};

const playTokenExpiry = async (world: World, request: FastifyRequest): Promise<void> => {
  const target = { system: 'diadoc', method: request.method, path: request.url } as const;
  if (!world.tools.faults.take(target, ['token-expiry'])) return;
  await world.change(async () => expireTokens(world));
};

const send = (answer: Answer, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  switch (answer.kind) {
    case 'message':
      return (request.headers.accept ?? '').toLowerCase().includes('application/json')
        ? reply.type('application/json; charset=utf-8').send(toJson(answer.shape, answer.value))
        : reply.type(PROTOBUF).send(encode(answer.shape, answer.value));
    case 'text':
      return reply.type(PLAIN).send(answer.text);
    case 'bytes':
      if (answer.fileName !== undefined) {
        void reply.header('content-disposition', `attachment; filename="${encodeURI(answer.fileName)}"`);
      }
      return reply.type(answer.contentType).send(Buffer.from(answer.bytes));
    case 'later':
      return reply.code(answer.status).header('retry-after', String(answer.seconds)).send();
    case 'nothing':
      return reply.code(answer.status).send();
  }
};

const isKnown = (status: number): status is ErrorStatus => status in ERROR_CODES;

const answerError = (world: World, error: Error & { statusCode?: number }, reply: FastifyReply): FastifyReply => {
  if (error instanceof DiadocError) return refuse(reply, error.status, error.message);
  const status = error.statusCode ?? 500;
  if (status >= 500) world.tools.log('diadoc.failed', { error: error.stack ?? error.message });
  return refuse(reply, isKnown(status) ? status : 500, status >= 500 ? 'Внутренняя ошибка сервера' : error.message);
};

export const refuse = (reply: FastifyReply, status: ErrorStatus, text: string): FastifyReply => {
  void reply.header('x-diadoc-errorcode', ERROR_CODES[status]);
  if (status === 401) void reply.header('www-authenticate', 'DiadocAuth');
  return reply.code(status).type(PLAIN).send(text);
};
