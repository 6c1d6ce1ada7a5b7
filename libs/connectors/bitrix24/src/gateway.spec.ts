import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeCrmGateway } from '@potok/connector-kit/testing/specs';
import { NodeFault } from '@potok/contracts';
import { createHttp } from '@potok/connector-kit';
import { startSandbox } from '../../../../apps/sandbox/src/server/start-sandbox.js';
import { createBitrix24 } from '../../../../apps/sandbox/src/bitrix24/bitrix24.js';
import { bitrixAccount, demoBuyers } from '../../../../apps/sandbox/src/demo.js';
import { bitrix24 } from './connection.js';

describeCrmGateway('Битрикс24', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'potok-connector-bitrix24-'));
  const sandbox = await startSandbox({ standIns: [createBitrix24()], folder, port: 0 });
  const webhookUrl = `${sandbox.url}/bitrix24/rest/${bitrixAccount.userId}/${bitrixAccount.webhookSecret}/`;
  const call = async (method: string, params: unknown) => {
    const answer = await fetch(`${webhookUrl}${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    const body = await answer.json();
    if (body.error !== undefined) throw new Error(JSON.stringify(body));
    return body.result;
  };
  const buyer = demoBuyers.find((one) => one.kpp !== undefined)!;
  const requisites = await call('crm.requisite.list', { filter: { RQ_INN: buyer.inn } });
  let isLosing = false;
  const line = createHttp({ allowHosts: [new URL(sandbox.url).host], now: () => new Date(), log: () => undefined });
  // The write reaches the portal; its answer does not come back.
  const http: typeof line = {
    request: async (order) => {
      const answer = await line.request(order);
      if (!isLosing || !String(order.body).includes('comment.add')) return answer;
      isLosing = false;
      throw new NodeFault('unavailable', 'NETWORK_FAILED');
    },
  };
  return {
    gateway: bitrix24.connect({
      secrets: { webhookUrl },
      settings: { portalUrl: `${sandbox.url}/bitrix24`, auth: 'webhook' },
      http,
      now: () => new Date(),
      saveSecrets: async () => undefined,
    }),
    buyer: { inn: buyer.inn, kpp: buyer.kpp! },
    wonStageId: 'WON',
    textField: 'UF_CRM_EDO_STATUS',
    givenDeal: async ({ title, line }) => {
      const id = await call('crm.deal.add', {
        fields: { TITLE: title, STAGE_ID: 'NEW', COMPANY_ID: requisites[0].ENTITY_ID, ASSIGNED_BY_ID: 1 },
      });
      const rows = [
        {
          PRODUCT_NAME: line.name,
          QUANTITY: line.quantity,
          PRICE: line.priceWithVat,
          TAX_RATE: line.vatRate,
          TAX_INCLUDED: 'Y',
          MEASURE_CODE: 796,
        },
      ];
      await call('crm.deal.productrows.set', { id, rows });
      return String(id);
    },
    commentsOf: async (dealId) => {
      const comments = await call('crm.timeline.comment.list', {
        filter: { ENTITY_ID: dealId, ENTITY_TYPE: 'deal' },
      });
      return comments.map((comment: { readonly COMMENT: string }) => comment.COMMENT);
    },
    tasksOf: async (dealId) => {
      const { tasks } = await call('tasks.task.list', { filter: { UF_CRM_TASK: `D_${dealId}` } });
      return tasks.map((task: { readonly title: string }) => task.title);
    },
    loseNextAnswer: async () => {
      isLosing = true;
    },
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true });
    },
  };
});
