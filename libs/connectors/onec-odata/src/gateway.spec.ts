import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttp } from '@potok/connector-kit';
import { LossyHttp } from '@potok/connector-kit/testing';
import { describeAccountingGateway } from '@potok/connector-kit/testing/specs';
import { demoSeller, onecAccount } from '../../../../apps/sandbox/src/demo.js';
import { createOneC } from '../../../../apps/sandbox/src/onec/onec.js';
import { startSandbox } from '../../../../apps/sandbox/src/server/start-sandbox.js';
import { onecOdata } from './connection.js';

type Rows = readonly Readonly<Record<string, unknown>>[];

describeAccountingGateway('1С OData', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'potok-connector-onec-'));
  const sandbox = await startSandbox({ standIns: [createOneC()], folder, port: 0 });
  const { user, password, base } = onecAccount;
  const baseUrl = `${sandbox.url}/onec/${base}/odata/standard.odata`;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const rowsOf = async (set: string, filter: string): Promise<Rows> => {
    const query = `$format=json&$filter=${encodeURIComponent(filter)}`;
    const answer = await fetch(`${baseUrl}/${encodeURIComponent(set)}?${query}`, { headers: { authorization } });
    return ((await answer.json()) as { readonly value: Rows }).value;
  };
  const now = () => new Date();
  const http = new LossyHttp(createHttp({ allowHosts: [new URL(sandbox.url).host], now, log: () => undefined }));
  return {
    gateway: onecOdata.connect({
      secrets: { user, password },
      settings: { baseUrl },
      http,
      now,
      saveSecrets: async () => undefined,
    }),
    organization: { inn: demoSeller.inn, kpp: demoSeller.kpp! },
    documentsOf: async (number) =>
      (await rowsOf('Document_РеализацияТоваровУслуг', `Number eq '${number}'`)).map((row) => ({
        isPosted: row.Posted === true,
        isMarked: row.DeletionMark === true,
      })),
    countCounterparties: async (inn) => (await rowsOf('Catalog_Контрагенты', `ИНН eq '${inn}'`)).length,
    loseNextAnswer: async () => {
      http.loseNext(({ method, url }) => method === 'POST' && decodeURIComponent(url).includes('Реализация'));
    },
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true });
    },
  };
});
