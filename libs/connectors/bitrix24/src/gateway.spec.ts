import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttp, localBucket } from '@potok/connector-kit';
import { LossyHttp, StoredSecrets } from '@potok/connector-kit/testing';
import { describeCrmGateway, type DealSeed } from '@potok/connector-kit/testing/specs';
import { compileSchema } from '@potok/node-sdk';
import { makeBitrix24 } from '../../../../apps/sandbox/src/bitrix24/bitrix24.js';
import { bitrixApp } from '../../../../apps/sandbox/src/bitrix24/oauth/tokens.js';
import { askConsent } from '../../../../apps/sandbox/src/bitrix24/testing/ask-consent.js';
import { bitrixAccount, demoBuyers } from '../../../../apps/sandbox/src/demo.js';
import { startSandbox } from '../../../../apps/sandbox/src/server/start-sandbox.js';
import type { BitrixSecrets } from './account.js';
import { bitrix24 } from './connection.js';

type Rows = readonly Readonly<Record<string, string>>[];

/** A person at the portal: calls that do not pass through the connector. They wait where the portal wants a pause. */
const atPortal = (webhookUrl: string) => {
  const call = async <T>(method: string, params: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${webhookUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(params) });
    const body = (await answer.json()) as { readonly result: T; readonly error?: string };
    if (body.error === undefined) return body.result;
    if (body.error !== 'QUERY_LIMIT_EXCEEDED') throw new Error(`${method}: ${JSON.stringify(body)}`);
    await new Promise((done) => setTimeout(done, 500));
    return call<T>(method, params);
  };
  return call;
};
const asRow = (line: DealSeed['line']) => ({
  PRODUCT_NAME: line.name,
  QUANTITY: line.quantity,
  PRICE: line.priceWithVat,
  TAX_RATE: line.vatRate,
  TAX_INCLUDED: 'Y',
  MEASURE_CODE: 796,
});

const openPortal = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'potok-connector-bitrix24-'));
  const sandbox = await startSandbox({ standIns: [makeBitrix24()], folder, port: 0 });
  const webhookUrl = `${sandbox.url}/bitrix24/rest/${bitrixAccount.userId}/${bitrixAccount.webhookSecret}/`;
  const now = () => new Date();
  const http = new LossyHttp(
    createHttp({
      allowHosts: [new URL(sandbox.url).host],
      now,
      log: () => undefined,
      // Both sides of the spec share the portal's bucket of fifty.
      limiter: localBucket({ perSecond: 2, burst: 20 }),
    }),
  );
  const connectBy = (secrets: BitrixSecrets) => {
    const { renewSecrets } = new StoredSecrets<unknown>(secrets);
    const settings = { portalUrl: `${sandbox.url}/bitrix24`, auth: 'webhook' } as const;
    return bitrix24.connect({ secrets, settings, http, now, renewSecrets });
  };
  return {
    url: sandbox.url,
    webhookUrl,
    connectBy,
    client: connectBy({ webhookUrl }),
    http,
    call: atPortal(webhookUrl),
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
};

describeCrmGateway('Битрикс24', async () => {
  const { client, http, call, close } = await openPortal();
  const buyer = demoBuyers.find((one) => one.kpp !== undefined)!;
  const [requisite] = await call<Rows>('crm.requisite.list', { filter: { RQ_INN: buyer.inn } });
  return {
    gateway: client,
    buyer: { inn: buyer.inn, kpp: buyer.kpp! },
    wonStageId: 'WON',
    textField: 'UF_CRM_EDO_STATUS',
    givenDeal: async ({ title, line }) => {
      const fields = { TITLE: title, STAGE_ID: 'NEW', COMPANY_ID: requisite?.ENTITY_ID, ASSIGNED_BY_ID: 1 };
      const id = await call<number>('crm.deal.add', { fields });
      await call('crm.deal.productrows.set', { id, rows: [asRow(line)] });
      return String(id);
    },
    commentsOf: async (dealId) => {
      const filter = { ENTITY_ID: dealId, ENTITY_TYPE: 'deal' };
      return (await call<Rows>('crm.timeline.comment.list', { filter })).map((row) => row.COMMENT ?? '');
    },
    tasksOf: async (dealId) => {
      const found = await call<{ readonly tasks: Rows }>('tasks.task.list', { filter: { UF_CRM_TASK: `D_${dealId}` } });
      return found.tasks.map((row) => row.title ?? '');
    },
    loseNextAnswer: async () => {
      http.loseNext(({ body }) => String(body).includes('comment.add'));
    },
    close,
  };
});

describe('an account at Битрикс24', () => {
  const signal = new AbortController().signal;
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const portal of opened.splice(0)) await portal.close();
  });
  const anAccount = async () => {
    const portal = await openPortal();
    opened.push(portal);
    return portal;
  };

  it('is checked, offers its pipelines, stages and users, and describes the own fields of a deal', async () => {
    const { client } = await anAccount();
    await bitrix24.check(client, signal);
    expect(await bitrix24.lists.pipelines?.(client, signal)).toContainEqual({ value: '0', label: 'Общая' });
    const stages = await bitrix24.lists.stages?.(client, signal);
    expect(stages?.map((stage) => stage.value)).toEqual(expect.arrayContaining(['NEW', 'WON', 'LOSE']));
    expect(await bitrix24.lists.users?.(client, signal)).not.toHaveLength(0);
    const described = await bitrix24.describe?.(client, signal);
    expect(described?.deal).toMatchObject({ properties: { UF_CRM_EDO_STATUS: { type: 'string' } } });
    for (const schema of Object.values(described ?? {})) expect(() => compileSchema(schema)).not.toThrow();
  });

  it('is entered by an application, whose rotated refresh token is kept', async () => {
    const { url, http } = await anAccount();
    const { clientId, clientSecret } = bitrixApp;
    const { refreshToken } = await askConsent(`${url}/bitrix24`);
    const secrets: BitrixSecrets = { clientId, clientSecret, refreshToken };
    const { saved, renewSecrets } = new StoredSecrets<unknown>(secrets);
    const client = bitrix24.connect({
      secrets,
      settings: { portalUrl: `${url}/bitrix24`, auth: 'oauth', oauthUrl: `${url}/bitrix24` },
      http,
      now: () => new Date(),
      renewSecrets,
    });
    await bitrix24.check(client, signal);
    expect(saved).toHaveLength(1);
    expect(saved[0]).not.toMatchObject({ refreshToken });
  });

  it('is refused with a wrong secret', async () => {
    const { webhookUrl, connectBy } = await anAccount();
    const wrong = connectBy({ webhookUrl: webhookUrl.replace(bitrixAccount.webhookSecret, 'nonsense') });
    await expect(bitrix24.check(wrong, signal)).rejects.toMatchObject({ kind: 'refused', code: 'NOT_AUTHORIZED' });
  });
});
