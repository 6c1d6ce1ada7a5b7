import 'reflect-metadata';
import cookie from '@fastify/cookie';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { newId, openDatabase } from '@potok/persistence';
import { PostgresListener } from './live/postgres-listener.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { refuseFields } from './problems/field-errors.js';
import { API_LIMIT_BYTES, collectBody } from './webhooks/collect-body.js';
import { EndpointCache } from './webhooks/endpoint-cache.js';
import { HookDatabase } from './webhooks/hook-database.js';
import { registerHooks } from './webhooks/register-hooks.js';
import { registerWeb } from './web/register-web.js';
import { AppModule, type Surroundings } from './app.module.js';

/** The whole API, not yet listening. Throws when the database cannot be reached. */
export const createServer = async (
  given: Pick<Surroundings, 'config' | 'clock' | 'log' | 'manifest'>,
): Promise<NestFastifyApplication> => {
  const { config, log } = given;
  const pool = await openDatabase(config.appDatabaseUrl, { poolSize: 15, applicationName: 'potok-api' });
  const listener = new PostgresListener(config.appDatabaseUrl, log);
  await listener.open();
  const adapter = new FastifyAdapter({
    bodyLimit: API_LIMIT_BYTES,
    forceCloseConnections: true,
    genReqId: () => newId(),
    // A load balancer in front says who called; without one the header of a stranger must not be believed.
    trustProxy: [...config.trustedProxies],
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ ...given, pool, listener }), adapter, {
    logger: false,
    abortOnError: false,
  });
  await app.register(cookie);
  await registerOutside(app, given);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: refuseFields,
    }),
  );
  adapter.getInstance().addHook('preParsing', refuseTooLarge);
  adapter.getInstance().addHook('onClose', () => listener.close());
  adapter.getInstance().addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  });
  describeApi(app);
  await app.init();
  await adapter.getInstance().ready();
  return app;
};

/** Fastify would close the connection under a body that is still on its way, and the caller would hear no sentence. */
const refuseTooLarge = async (request: FastifyRequest, _reply: FastifyReply, payload: Readable): Promise<Readable> => {
  const isOurs = request.url.startsWith('/api/');
  if (isOurs && Number(request.headers['content-length']) > API_LIMIT_BYTES)
    await collectBody(payload, API_LIMIT_BYTES);
  return payload;
};

/** Webhooks: a door, a pool and a role of their own. */
const registerOutside = async (
  app: NestFastifyApplication,
  { config, clock, log }: Pick<Surroundings, 'config' | 'clock' | 'log'>,
): Promise<void> => {
  const db = new HookDatabase(config.hookDatabaseUrl);
  const parts = { db, endpoints: new EndpointCache(db), keys: config.masterKeys, now: () => clock.now() };
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  await fastify.register(registerHooks, { parts, log });
  if (config.webDir !== undefined) await fastify.register(registerWeb, { folder: config.webDir, log });
  fastify.addHook('onClose', () => db.close());
};

const describeApi = (app: NestFastifyApplication): void => {
  const about = new DocumentBuilder().setTitle('Поток').setVersion('1').addBearerAuth().addCookieAuth('potok').build();
  const document = SwaggerModule.createDocument(app, about);
  SwaggerModule.setup('api', app, document, { ui: false, raw: ['json'], jsonDocumentUrl: 'api/openapi.json' });
};
