import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import type { OutsideCall } from '@potok/contracts';
import { createHttp, type HttpOptions } from './create-http.js';
import type { ResolveAll } from './guarded-lookup.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});
const serve = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};
const signal = new AbortController().signal;
const anHttp = (over: Partial<HttpOptions> = {}) =>
  createHttp({ allowHosts: [], now: () => new Date(), log: () => undefined, ...over });
const resolvesTo =
  (address: string): ResolveAll =>
  (_name, _options, done) => {
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  };
const get = (url: string, over: Partial<HttpOptions> = {}, timeoutMs = 5000) =>
  anHttp(over).request({ method: 'GET', url, signal, timeoutMs });

it('gives an answer of any status with its headers and bytes', async () => {
  const port = await serve((_request, response) => response.writeHead(418, { 'X-Tea': 'yes' }).end('пар'));
  const answer = await get(`http://127.0.0.1:${port}/`, { allowHosts: [`127.0.0.1:${port}`] });
  expect(answer).toMatchObject({ status: 418, headers: { 'x-tea': 'yes' } });
  expect(new TextDecoder().decode(answer.body)).toBe('пар');
});

it.each([
  'http://127.0.0.1:1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[fd00::1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://224.0.0.1/',
  'http://0.0.0.0/',
])('refuses to go to %s', async (url) => {
  await expect(get(url)).rejects.toMatchObject({ kind: 'refused', code: 'ADDRESS_FORBIDDEN' });
});

it.each(['10.1.2.3', '192.168.0.7', '::ffff:7f00:1', '64:ff9b::a00:1', 'fe80::1'])(
  'refuses a name that resolves to %s',
  async (address) => {
    const call = get('http://crm.example/', { resolve: resolvesTo(address) });
    await expect(call).rejects.toMatchObject({ kind: 'refused', code: 'ADDRESS_FORBIDDEN' });
  },
);

it('lets the allowed port of a host through and no other port', async () => {
  const port = await serve((_request, response) => response.end('ok'));
  const allowHosts = [`127.0.0.1:${port}`];
  expect((await get(`http://127.0.0.1:${port}/`, { allowHosts })).status).toBe(200);
  await expect(get(`http://127.0.0.1:${port + 1}/`, { allowHosts })).rejects.toMatchObject({
    code: 'ADDRESS_FORBIDDEN',
  });
});

it('checks the address again after a redirect', async () => {
  const port = await serve((_request, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end());
  const call = get(`http://127.0.0.1:${port}/`, { allowHosts: [`127.0.0.1:${port}`] });
  await expect(call).rejects.toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
});

it('takes no credential to another origin and repeats no change there', async () => {
  const seen: unknown[] = [];
  const other = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.end('there');
  });
  const port = await serve((_request, response) =>
    response.writeHead(302, { location: `http://127.0.0.1:${other}/` }).end(),
  );
  const http = anHttp({ allowHosts: [`127.0.0.1:${port}`, `127.0.0.1:${other}`] });
  const order = { url: `http://127.0.0.1:${port}/`, headers: { authorization: 'Bearer x' }, signal };
  expect((await http.request({ ...order, method: 'GET' })).status).toBe(200);
  expect((await http.request({ ...order, method: 'POST', body: 'a=1' })).status).toBe(302);
  expect(seen).toEqual([undefined]);
});

it('ends a call at its deadline as unavailable, and at an abort with the reason of the caller', async () => {
  const port = await serve(() => undefined);
  const allowHosts = [`127.0.0.1:${port}`];
  await expect(get(`http://127.0.0.1:${port}/`, { allowHosts }, 50)).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'DEADLINE_EXCEEDED',
  });
  const abort = new AbortController();
  const call = anHttp({ allowHosts }).request({
    method: 'GET',
    url: `http://127.0.0.1:${port}/`,
    signal: abort.signal,
  });
  setTimeout(() => {
    abort.abort(new Error('run cancelled'));
  }, 20);
  await expect(call).rejects.toThrow('run cancelled');
});

it('calls a closed port and a broken line unavailable', async () => {
  const port = await serve((request) => request.socket.destroy());
  const allowHosts = [`127.0.0.1:${port}`, '127.0.0.1:1'];
  for (const url of [`http://127.0.0.1:${port}/`, 'http://127.0.0.1:1/'])
    await expect(get(url, { allowHosts })).rejects.toMatchObject({ kind: 'unavailable', code: 'NETWORK_FAILED' });
});

it('limits both bodies', async () => {
  const port = await serve((_request, response) => response.end(Buffer.alloc(2000)));
  const url = `http://127.0.0.1:${port}/`;
  const allowHosts = [`127.0.0.1:${port}`];
  await expect(get(url, { allowHosts, maxResponseBytes: 1000 })).rejects.toMatchObject({ code: 'ANSWER_TOO_BIG' });
  const http = anHttp({ allowHosts, maxRequestBytes: 3 });
  await expect(http.request({ method: 'POST', url, body: 'четыре', signal })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'BODY_TOO_BIG',
  });
});

it('writes no secret and no query into the log', async () => {
  const port = await serve((_request, response) => response.end());
  const seen: unknown[] = [];
  await get(`http://127.0.0.1:${port}/rest/1/s3cr3t/crm.deal.get?auth=token`, {
    allowHosts: [`127.0.0.1:${port}`],
    secrets: ['s3cr3t'],
    log: (event, facts) => seen.push({ event, ...facts }),
  });
  expect(seen).toMatchObject([{ event: 'http.answered', url: `http://127.0.0.1:${port}/rest/1/•••/crm.deal.get` }]);
  expect(JSON.stringify(seen)).not.toContain('token');
});

it('waits for the limiter before each call', async () => {
  const port = await serve((_request, response) => response.end());
  let taken = 0;
  const limiter = {
    take: async () => {
      taken += 1;
    },
  };
  await get(`http://127.0.0.1:${port}/`, { allowHosts: [`127.0.0.1:${port}`], limiter });
  expect(taken).toBe(1);
});

it.each(['ftp://files.example/', 'file:///etc/passwd', 'nonsense'])('does not understand %s', async (url) => {
  await expect(get(url)).rejects.toMatchObject({ kind: 'invalid', code: 'BAD_ADDRESS' });
});

it.each([
  { method: 'GE T', headers: {} },
  { method: 'GET', headers: { 'x-name': 'a\nb' } },
])('calls %j the fault of the data', async (wrong) => {
  const port = await serve((_request, response) => response.end());
  const http = anHttp({ allowHosts: [`127.0.0.1:${port}`] });
  await expect(http.request({ ...wrong, url: `http://127.0.0.1:${port}/`, signal })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'BAD_CALL',
  });
});

it('hands each call to whoever listens, with what may be shown of it, and nothing to anybody else', async () => {
  const port = await serve((_request, response) =>
    response.writeHead(422, { 'content-type': 'application/json' }).end('{"error":"нет ИНН","token":"t"}'),
  );
  const calls: OutsideCall[] = [];
  let isHeard = false;
  const http = anHttp({
    allowHosts: [`127.0.0.1:${port}`],
    secrets: ['s3cr3t'],
    onCall: () => (isHeard ? (call) => void calls.push(call) : undefined),
  });
  const order = {
    method: 'POST',
    url: `http://127.0.0.1:${port}/rest/s3cr3t/deal?auth=1`,
    headers: { authorization: 'Bearer s3cr3t', 'content-type': 'application/json' },
    body: '{"id":7}',
    signal,
  };
  await http.request(order);
  isHeard = true;
  await http.request(order);
  expect(calls).toEqual([
    {
      at: expect.any(String),
      method: 'POST',
      url: `http://127.0.0.1:${port}/rest/•••/deal`,
      request: {
        headers: { authorization: '•••', 'content-type': 'application/json' },
        sizeBytes: 8,
        body: '{"id":7}',
      },
      status: 422,
      response: expect.objectContaining({ body: '{"error":"нет ИНН","token":"•••"}' }),
      ms: expect.any(Number),
    },
  ]);
});

it('tells the listener of a call that got no answer, also while it is waited for', async () => {
  const port = await serve(() => undefined);
  const calls: OutsideCall[] = [];
  const going = get(
    `http://127.0.0.1:${port}/`,
    { allowHosts: [`127.0.0.1:${port}`], onCall: () => (call) => void calls.push({ ...call }, call) },
    300,
  );
  await expect(going).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  expect(calls[0]).not.toHaveProperty('failure');
  expect(calls[1]).toMatchObject({ failure: { code: 'DEADLINE_EXCEEDED', facts: { host: `127.0.0.1:${port}` } } });
});
