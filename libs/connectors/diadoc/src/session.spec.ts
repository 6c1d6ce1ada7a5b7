import { expect, it } from '@jest/globals';
import type { HttpAnswer } from '@potok/contracts';
import { StoredSecrets } from '@potok/connector-kit/testing';
import type { ConnectionHttp } from '@potok/node-sdk';
import type { DiadocSecrets } from './account.js';
import { DiadocCaller } from './call.js';
import { encode } from './wire/codec.js';
import { signerContent } from './signer-content.js';
import { fileNameOf } from './file-name.js';

type Order = Parameters<ConnectionHttp['request']>[0];
const signal = new AbortController().signal;
const answer = (status: number, body: string | Uint8Array = '', headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers,
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
});
const MESSAGE = { status: 200, body: encode('MessagePatchToPostV2', { BoxId: 'b', MessageId: 'm', Receipts: [] }) };

const aCaller = (reply: (order: Order) => HttpAnswer, secrets: DiadocSecrets, auth: 'oidc' | 'password') => {
  const orders: Order[] = [];
  const { saved, renewSecrets } = new StoredSecrets(secrets);
  const caller = new DiadocCaller({
    http: {
      request: async (order) => {
        orders.push(order);
        return reply(order);
      },
    },
    settings: { apiUrl: 'https://diadoc.example/', auth, identityUrl: 'https://identity.example' },
    secrets,
    now: () => new Date('2026-03-10T09:00:00Z'),
    renewSecrets,
  });
  return { caller, orders, saved };
};
const call = { method: 'GET', path: '/GetMyOrganizations', signal } as const;
const oidc = { clientId: 'id', clientSecret: 'secret', refreshToken: 'r1' };

it('renews the token once on 401, stores it before it is used, and shares it between calls', async () => {
  const reply = (order: Order) => {
    if (order.url.endsWith('/connect/token')) return answer(200, '{"access_token":"new","refresh_token":"r2"}');
    return order.headers?.authorization === 'Bearer new' ? answer(200) : answer(401, 'Нет доступа');
  };
  const { caller, orders, saved } = aCaller(reply, { ...oidc, accessToken: 'old' }, 'oidc');
  await Promise.all([caller.read(call), caller.read(call)]);
  expect(saved).toEqual([{ ...oidc, refreshToken: 'r2', accessToken: 'new' }]);
  expect(orders.filter((order) => order.url.endsWith('/connect/token'))).toHaveLength(1);
  expect(orders.find((order) => order.url.endsWith('/connect/token'))?.body).toContain('refresh_token=r1');
});

it('gives up after the second 401', async () => {
  const reply = (order: Order) =>
    order.url.endsWith('/connect/token') ? answer(200, '{"access_token":"new"}') : answer(401);
  const { caller, orders } = aCaller(reply, { ...oidc, accessToken: 'old' }, 'oidc');
  await expect(caller.read(call)).rejects.toMatchObject({ kind: 'refused', code: 'NOT_AUTHORIZED' });
  expect(orders).toHaveLength(3);
});

it('says that the consent has ended', async () => {
  const { caller } = aCaller(() => answer(400, '{"error":"invalid_grant"}'), oidc, 'oidc');
  await expect(caller.read(call)).rejects.toMatchObject({ kind: 'refused', code: 'AUTHORIZATION_EXPIRED' });
});

it('signs in with login and password under the developer key', async () => {
  const reply = (order: Order) => (order.url.includes('/V3/Authenticate') ? answer(200, 'TOKEN') : answer(200));
  const { caller, orders } = aCaller(reply, { apiClientId: 'key', login: 'l', password: 'p' }, 'password');
  await caller.read(call);
  expect(orders[0]).toMatchObject({ body: '{"login":"l","password":"p"}' });
  expect(orders[1]?.headers?.authorization).toBe('DiadocAuth ddauth_api_client_id=key,ddauth_token=TOKEN');
});

it('asks for the missing credentials instead of calling', async () => {
  const { caller, orders } = aCaller(() => answer(200), { login: 'l' }, 'password');
  await expect(caller.read(call)).rejects.toMatchObject({ kind: 'refused', code: 'CREDENTIALS_MISSING' });
  expect(orders).toEqual([]);
});

it.each([
  [answer(409, 'Ограничение по операции', { 'x-diadoc-errorcode': 'X1' }), 'refused', 'OPERATOR_REFUSED'],
  [answer(204, '', { 'retry-after': '3' }), 'unavailable', 'OPERATION_IN_PROGRESS'],
  [answer(429, '', { 'retry-after': '3' }), 'unavailable', 'TOO_MANY_REQUESTS'],
  [answer(500), 'unavailable', 'SYSTEM_UNAVAILABLE'],
  [answer(402), 'refused', 'PAYMENT_REQUIRED'],
] as const)('maps an answer to its fault', async (given, kind, code) => {
  const { caller } = aCaller(() => given, { accessToken: 't' }, 'oidc');
  await expect(caller.read(call)).rejects.toMatchObject({ kind, code });
});

it('calls a login page where a message was expected an unexpected answer', async () => {
  for (const body of ['<html>вход</html>', MESSAGE.body.subarray(1)]) {
    const { caller } = aCaller(() => answer(200, body), { accessToken: 't' }, 'oidc');
    await expect(caller.ask('Message', call)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'UNEXPECTED_ANSWER',
    });
  }
});

it('writes the signer in the user contract of the operator', () => {
  const person = { lastName: 'Петров', firstName: 'Иван' };
  const xml = new TextDecoder().decode(signerContent({ inn: '1', person, position: 'Директор <A&B>' }));
  expect(xml).toContain(
    '<Signer SignerStatus="1"><Position PositionSource="Manual">Директор &lt;A&amp;B&gt;</Position>',
  );
});

it('reads the file name of a generated file', () => {
  const named = (header: string) => fileNameOf(answer(200, '', { 'content-disposition': header }));
  expect(named('attachment; filename="DP_IZVPOL_1.xml"')).toBe('DP_IZVPOL_1.xml');
  expect(named("attachment; filename=x.xml; filename*=utf-8''%D0%90.xml")).toBe('А.xml');
  expect(named('attachment')).toBeUndefined();
});
