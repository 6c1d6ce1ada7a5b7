import compress from '@fastify/compress';
import files, { type FastifyStaticOptions } from '@fastify/static';
import type { Log } from '@potok/telemetry';
import type { FastifyInstance } from 'fastify';
import { answerWithProblem } from '../problems/problem.filter.js';
import { Refusal } from '../problems/refusal.js';

/** Scripts and everything else only from ourselves; styles may stand in attributes, as Mantine and React Flow set them. */
const CSP = [
  `default-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self' data:`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
  `form-action 'self'`,
].join('; ');

/** The editor's checks are compiled from schemas: that worker alone may do so, and it reaches nothing but its own parts. */
const CHECKS_CSP = `default-src 'none'; script-src 'self' 'unsafe-eval'`;
const isChecks = (path: string): boolean => /[\\/]check-worker-[^\\/]+\.js$/.test(path);

/** Names under `assets` carry a hash of their content; all else is asked for anew. */
const setHeaders: FastifyStaticOptions['setHeaders'] = (reply, path) => {
  const isImmutable = /[\\/]assets[\\/]/.test(path);
  reply.header('cache-control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  reply.header('content-security-policy', isChecks(path) ? CHECKS_CSP : CSP);
};

/** Serves the web application; an address that is no file is the application's own page. */
export const registerWeb = async (
  scope: FastifyInstance,
  { folder, log }: { folder: string; log: Log },
): Promise<void> => {
  scope.setErrorHandler((error, request, reply) => answerWithProblem(error, { request, reply, log }));
  await scope.register(compress, { encodings: ['br', 'gzip'] });
  // A route a file, so that what is no file comes to ours.
  await scope.register(files, { root: folder, wildcard: false, cacheControl: false, setHeaders });
  scope.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (/^\/(api|hooks|callbacks|assets)\//.test(path)) throw unknown(request.method, path);
    return reply.sendFile('index.html');
  });
};

const unknown = (method: string, path: string) =>
  new Refusal('not-found', 'ROUTE_NOT_FOUND', { facts: { method, path } });
