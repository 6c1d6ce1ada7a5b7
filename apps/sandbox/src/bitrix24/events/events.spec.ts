import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { bitrixApp } from '../oauth/tokens.js';
import { openPortal, type PortalDesk } from '../testing/portal-desk.js';

interface Heard {
  readonly type: string | undefined;
  readonly form: URLSearchParams;
}

let portal: PortalDesk;
let handler: Server;
let heard: Heard[] = [];
let status = 200;

beforeAll(async () => {
  portal = await openPortal();
  await portal.press('settings', { limit: null });
  handler = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ type: request.headers['content-type'], form: new URLSearchParams(Buffer.concat(parts).toString()) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => handler.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  handler.close();
  await portal.close();
});
afterEach(() => {
  heard = [];
  status = 200;
});

const address = (path: string) => `http://127.0.0.1:${String((handler.address() as AddressInfo).port)}${path}`;
const until = async (isThere: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 200 && !(await isThere()); tries += 1) await new Promise((done) => setTimeout(done, 10));
};
const sent = async () => (await portal.fetch('/sandbox/bitrix24/state')).body.deliveries as { status: number }[];

const accessToken = async (): Promise<string> => {
  const { body } = await portal.fetch(`/bitrix24/oauth/authorize/?client_id=${bitrixApp.clientId}&state=s`);
  const query = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: bitrixApp.clientId,
    client_secret: bitrixApp.clientSecret,
    code: body.code as string,
  });
  return (await portal.fetch(`/bitrix24/oauth/token/?${query.toString()}`)).body.access_token as string;
};
const asApp = async (method: string, params: Record<string, unknown>) =>
  portal.fetch(`/bitrix24/rest/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...params, auth: await accessToken() }),
  });

describe('events of the portal', () => {
  it('reach an outgoing webhook as a form with the id alone, several for one save', async () => {
    await portal.press('outgoing', { url: address('/hook'), event: 'ONCRMDEALUPDATE' });
    expect((await portal.press('deals/1/stage', { stageId: 'WON' })).body).toMatchObject({ id: '1', stageId: 'WON' });
    await until(() => heard.length === 2);
    expect(heard).toHaveLength(2);
    expect(heard[0]!.type).toBe('application/x-www-form-urlencoded');
    expect(heard[0]!.form.get('event')).toBe('ONCRMDEALUPDATE');
    expect(heard[0]!.form.get('data[FIELDS][ID]')).toBe('1');
    expect(heard[0]!.form.get('auth[application_token]')).toBe('sandbox51856fefc120afa4b628cc82d3935cce');
    expect(heard[0]!.form.get('auth[access_token]')).toBeNull();
    expect(heard[0]!.form.get('ts')).toMatch(/^\d{10}$/);
  });

  it('come for a write through the API too', async () => {
    await portal.call('crm.deal.update', { id: 2, fields: { UF_CRM_EDO_STATUS: 'Отправлен' } });
    await until(() => heard.length === 2);
    expect(heard.map((one) => one.form.get('data[FIELDS][ID]'))).toEqual(['2', '2']);
  });

  it('are lost when the handler fails', async () => {
    status = 500;
    const before = (await sent()).length;
    await portal.press('deals/1/stage', { stageId: 'LOSE' });
    await until(async () => (await sent()).length === before + 2);
    status = 200;
    expect((await sent()).slice(-2).map((one) => one.status)).toEqual([500, 500]);
    expect(heard).toHaveLength(2);
  });

  it('are doubled while that fault is armed', async () => {
    portal.sandbox.faults.arm({ system: 'bitrix24', kind: 'repeat-events', times: 1 });
    await portal.press('deals/1/stage', { stageId: 'NEW' });
    await until(() => heard.length === 4);
    expect(heard).toHaveLength(4);
  });

  it('bring the application a token that works', async () => {
    const order = { event: 'onCrmDealAdd', handler: address('/app') };
    expect((await asApp('event.bind', order)).body.result).toBe(true);
    expect((await asApp('event.bind', order)).body.error_description).toContain('already binded');
    expect((await asApp('event.bind', { event: 'ONNOTHING', handler: 'http://x' })).body.error).toBe(
      'ERROR_EVENT_NOT_FOUND',
    );
    await portal.call('crm.deal.add', { fields: { TITLE: 'Новая' } });
    await until(() => heard.length === 1);
    const token = heard[0]?.form.get('auth[access_token]') ?? '';
    expect((await portal.fetch(`/bitrix24/rest/profile?auth=${token}`)).body).toMatchObject({ result: { ID: '1' } });
    expect((await asApp('event.get', {})).body.result).toMatchObject([{ event: 'ONCRMDEALADD', offline: 0 }]);
    expect((await asApp('event.unbind', order)).body.result).toEqual({ count: 1 });
  });

  it('wait in the offline queue until they are cleared', async () => {
    await asApp('event.bind', { event: 'ONCRMDEALUPDATE', event_type: 'offline' });
    await portal.call('crm.deal.update', { id: 4, fields: { TITLE: 'Раз' } });
    const first = (await asApp('event.offline.get', { clear: 0 })).body.result as {
      process_id: string;
      events: unknown[];
    };
    expect(first.events).toMatchObject([{ EVENT_NAME: 'ONCRMDEALUPDATE', EVENT_DATA: { FIELDS: { ID: '4' } } }]);
    expect((await asApp('event.offline.get', { clear: 0 })).body.result).toMatchObject({ events: [] });
    const { process_id } = first;
    expect((await asApp('event.offline.get', { clear: 0, process_id })).body.result).toMatchObject({ events: [{}] });
    await asApp('event.offline.clear', { process_id });
    expect((await asApp('event.offline.list', {})).body).toMatchObject({ result: [], total: 0 });
  });
});
