import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Log } from '@potok/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerWithProblem } from '../problems/problem.filter.js';
import { Refusal } from '../problems/refusal.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.webmanifest']);

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

interface WebFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly gzip: Buffer | undefined;
}

/** The built application, kept in memory: a few megabytes, read once. */
const readFiles = (folder: string): Map<string, WebFile> => {
  const files = new Map<string, WebFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const extension = extname(entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, {
      type: TYPES[extension] ?? 'application/octet-stream',
      bytes,
      gzip: COMPRESSED.has(extension) ? gzipSync(bytes) : undefined,
    });
  }
  return files;
};

/** Serves the web application; an address that is no file is the application's own page. */
export const registerWeb = async (
  fastify: FastifyInstance,
  { folder, log }: { folder: string; log: Log },
): Promise<void> => {
  fastify.setErrorHandler((error, request, reply) => answerWithProblem(error, { request, reply, log }));
  const files = readFiles(folder);
  const page = files.get('/index.html');
  fastify.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (/^\/(api|hooks|callbacks|assets)\//.test(path) && !files.has(path)) throw unknown(request, path);
    const file = files.get(path) ?? page;
    if (file === undefined) throw unknown(request, path);
    return sendFile(file, { request, reply, isImmutable: path.startsWith('/assets/') });
  });
};

const unknown = ({ method }: FastifyRequest, path: string) =>
  new Refusal('not-found', 'ROUTE_NOT_FOUND', { facts: { method, path } });

const sendFile = (
  file: WebFile,
  { request, reply, isImmutable }: { request: FastifyRequest; reply: FastifyReply; isImmutable: boolean },
): FastifyReply => {
  const takesGzip = (request.headers['accept-encoding'] ?? '').includes('gzip');
  const body = takesGzip ? (file.gzip ?? file.bytes) : file.bytes;
  if (body === file.gzip) reply.header('content-encoding', 'gzip');
  return reply
    .header('content-type', file.type)
    .header('vary', 'accept-encoding')
    .header('cache-control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('content-security-policy', CSP)
    .send(body);
};
