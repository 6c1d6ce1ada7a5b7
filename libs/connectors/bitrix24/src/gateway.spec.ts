import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttp, localBucket } from '@potok/connector-kit';
import { LossyHttp } from '@potok/connector-kit/testing';
import { describeCrmGateway, type DealSeed } from '@potok/connector-kit/testing/specs';
import { createBitrix24 } from '../../../../apps/sandbox/src/bitrix24/bitrix24.js';
import { bitrixAccount, demoBuyers } from '../../../../apps/sandbox/src/demo.js';
import { startSandbox } from '../../../../apps/sandbox/src/server/start-sandbox.js';
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

describeCrmGateway('Битрикс24', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'potok-connector-bitrix24-'));
  const sandbox = await startSandbox({ standIns: [createBitrix24()], folder, port: 0 });
  const webhookUrl = `${sandbox.url}/bitrix24/rest/${bitrixAccount.userId}/${bitrixAccount.webhookSecret}/`;
  const call = atPortal(webhookUrl);
  const buyer = demoBuyers.find((one) => one.kpp !== undefined)!;
  const [requisite] = await call<Rows>('crm.requisite.list', { filter: { RQ_INN: buyer.inn } });
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
  return {
    gateway: bitrix24.connect({
      secrets: { webhookUrl },
      settings: { portalUrl: `${sandbox.url}/bitrix24`, auth: 'webhook' },
      http,
      now,
      saveSecrets: async () => undefined,
    }),
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
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true });
    },
  };
});
