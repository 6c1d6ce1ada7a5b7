import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { createHttp } from '@potok/connector-kit';
import { aPostOrder, LossyHttp, StoredSecrets } from '@potok/connector-kit/testing';
import { describeAccountingGateway } from '@potok/connector-kit/testing/specs';
import { demoSeller, onecAccount } from '../../../../apps/sandbox/src/demo.js';
import { makeOneC } from '../../../../apps/sandbox/src/onec/onec.js';
import { startSandbox } from '../../../../apps/sandbox/src/server/start-sandbox.js';
import { onecOdata } from './connection.js';

type Rows = readonly Readonly<Record<string, unknown>>[];

const openBase = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'potok-connector-onec-'));
  const sandbox = await startSandbox({ standIns: [makeOneC()], folder, port: 0 });
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
  const client = onecOdata.connect({
    secrets: { user, password },
    settings: { baseUrl },
    http,
    now,
    renewSecrets: new StoredSecrets<unknown>({ user, password }).renewSecrets,
  });
  return {
    client,
    http,
    rowsOf,
    faults: sandbox.faults,
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
};

describeAccountingGateway('1С OData', async () => {
  const { client, http, rowsOf, close } = await openBase();
  return {
    gateway: client,
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
    close,
  };
});

it('checks a base and offers its organizations and warehouses', async () => {
  const { client, close } = await openBase();
  const signal = new AbortController().signal;
  try {
    await onecOdata.check(client, signal);
    const organizations = await onecOdata.lists.organizations?.(client, signal);
    expect(organizations?.map((one) => one.label)).toEqual([demoSeller.shortName]);
    expect(await onecOdata.lists.warehouses?.(client, signal)).toMatchObject([{ label: 'Основной склад' }]);
  } finally {
    await close();
  }
});

it('goes through although every writing is answered with 500 after it was done', async () => {
  const { client, rowsOf, faults, close } = await openBase();
  const call = { signal: new AbortController().signal, key: 'f'.repeat(64) };
  try {
    faults.arm({ system: 'onec', kind: 'accept-then-fail', match: { method: 'POST' } });
    const { inn, kpp } = demoSeller;
    const posted = await client.post(aPostOrder({ organization: { inn, kpp: kpp! } }), call);
    const documents = await rowsOf('Document_РеализацияТоваровУслуг', `Number eq '${posted.number}'`);
    expect(documents).toMatchObject([{ Posted: true, DeletionMark: false }]);
    expect(await rowsOf('Catalog_Контрагенты', "ИНН eq '7707083893'")).toHaveLength(1);
  } finally {
    await close();
  }
});
