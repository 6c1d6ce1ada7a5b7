import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openPortal, type PortalDesk } from '../testing/portal-desk.js';
import { bitrixApp } from './tokens.js';

let portal: PortalDesk;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const client = { client_id: bitrixApp.clientId, client_secret: bitrixApp.clientSecret };
const token = (params: Record<string, string>) =>
  portal.fetch('/bitrix24/oauth/token/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...client, ...params }).toString(),
  });
const freshTokens = async () => {
  const { body } = await portal.fetch(`/bitrix24/oauth/authorize/?client_id=${bitrixApp.clientId}&state=42`);
  return (await token({ grant_type: 'authorization_code', code: body.code as string })).body;
};

describe('OAuth of the portal', () => {
  it('sends the visitor back with a code and the state', async () => {
    const query = new URLSearchParams({
      client_id: client.client_id,
      state: '42',
      redirect_uri: 'http://127.0.0.1/back?a=1',
    });
    const answer = await fetch(`${portal.sandbox.url}/bitrix24/oauth/authorize/?${query.toString()}`, {
      redirect: 'manual',
    });
    expect(answer.status).toBe(302);
    const back = new URL(answer.headers.get('location') ?? '');
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ a: '1', state: '42', scope: 'crm,task,user' });
    expect(back.searchParams.get('code')).not.toBe('');
  });

  it('changes a code once, and turns the refresh token', async () => {
    const first = await freshTokens();
    expect(first).toMatchObject({ expires_in: 3600, member_id: expect.stringMatching(/^[0-9a-f]{32}$/), status: 'L' });
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token as string };
    const second = await token(refresh);
    expect(second.body).toMatchObject({ user_id: 1, expires: expect.any(Number) });
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect(await token(refresh)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('refuses a wrong client, grant and code', async () => {
    expect((await token({ client_secret: 'x', grant_type: 'refresh_token' })).body.error).toBe('invalid_client');
    expect((await token({})).body.error).toBe('invalid_request');
    expect((await token({ grant_type: 'authorization_code', code: 'x' })).body.error).toBe('invalid_grant');
  });

  it('says expired_token when the access token is spent or that fault is armed', async () => {
    const { access_token: auth } = await freshTokens();
    const call = () => portal.fetch(`/bitrix24/rest/server.time?auth=${auth as string}`);
    portal.sandbox.faults.arm({ system: 'bitrix24', kind: 'token-expiry', times: 1 });
    expect(await call()).toMatchObject({ status: 401, body: { error: 'expired_token' } });
    expect((await call()).status).toBe(200);
    await portal.press('tokens/expire', {});
    expect((await call()).status).toBe(401);
  });
});

it('keeps its state over a restart', async () => {
  const before = await openPortal();
  await before.call('crm.deal.update', { id: 1, fields: { TITLE: 'Осталось' } });
  await before.sandbox.close();
  const after = await openPortal(before.folder);
  expect((await after.call('crm.deal.get', { id: 1 })).body).toMatchObject({ result: { TITLE: 'Осталось' } });
  await after.close();
});
