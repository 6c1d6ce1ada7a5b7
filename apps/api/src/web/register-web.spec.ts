import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLogger } from '@potok/telemetry';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerWeb } from './register-web.js';

const folder = mkdtempSync(join(tmpdir(), 'potok-web-'));
let server: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), `<title>Поток</title>${' '.repeat(3000)}`);
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {}');
  writeFileSync(join(folder, 'assets', 'check-worker-1a2b.js'), 'self');
  server = Fastify();
  await server.register(registerWeb, { folder, log: createLogger('test', { level: 'silent' }) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

it('answers an address of the application with its page, asked for anew each time', async () => {
  for (const url of ['/', '/w/1/runs?status=done']) {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, headers['cache-control'], headers['content-type']]).toEqual([
      200,
      'no-cache',
      'text/html; charset=utf-8',
    ]);
    expect(body).toContain('Поток');
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
  }
});

it('lets a browser keep what carries its hash in its name', async () => {
  const { headers, body } = await get('/assets/app-1a2b.js');
  expect([headers['cache-control'], body]).toEqual(['public, max-age=31536000, immutable', 'export {}']);
});

it('lets only the worker that checks drawings compile code, and lets it reach nothing', async () => {
  const policyOf = async (url: string) => (await get(url)).headers['content-security-policy'];
  expect(await policyOf('/assets/check-worker-1a2b.js')).toBe(`default-src 'none'; script-src 'self' 'unsafe-eval'`);
  expect(await policyOf('/assets/app-1a2b.js')).not.toContain('unsafe-eval');
});

it('sends the page compressed to whoever takes it so', async () => {
  expect((await get('/', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
});

it('says that a lost file and an unknown call are not there, and gives nothing of another folder', async () => {
  for (const url of ['/assets/lost.js', '/api/nothing', '/hooks/a/b']) {
    const { statusCode, headers } = await get(url);
    expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  }
  expect((await get('/..%2f..%2f..%2fetc/passwd')).body).not.toContain('root:');
});
