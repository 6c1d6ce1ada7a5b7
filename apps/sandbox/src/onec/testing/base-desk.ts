import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { demoBuyers, demoSeller, onecAccount } from '../../demo.js';
import { type RunningSandbox, startSandbox } from '../../server/start-sandbox.js';
import { seedGuid } from '../base/seed.js';
import { makeOneC } from '../onec.js';

type Json = Record<string, unknown>;

export interface Reply {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
}

/** A base of its own for one test file, and the calls that a plain client makes. */
export interface BaseDesk {
  readonly sandbox: RunningSandbox;
  readonly folder: string;
  readonly url: string;
  /** JSON with the demo user's name. */
  call(
    method: string,
    path: string,
    more?: { readonly body?: unknown; readonly headers?: Record<string, string> },
  ): Promise<Reply>;
  /** Text of whatever comes. */
  text(path: string): Promise<string>;
  /** Forgets its folder too; `sandbox.close()` keeps it. */
  close(): Promise<void>;
}

const authorization = `Basic ${Buffer.from(`${onecAccount.user}:${onecAccount.password}`).toString('base64')}`;

export const openBase = async (keptFolder?: string): Promise<BaseDesk> => {
  const folder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'potok-onec-')));
  const sandbox = await startSandbox({ standIns: [makeOneC()], folder, port: 0 });
  const url = `${sandbox.url}/onec/${onecAccount.base}/odata/standard.odata/`;
  return {
    sandbox,
    folder,
    url,
    call: async (method, path, { body, headers } = {}) => {
      const answer = await fetch(url + path, {
        method,
        headers: { authorization, accept: 'application/json', 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Json), headers: answer.headers };
    },
    text: async (path) => (await fetch(url + path, { headers: { authorization } })).text(),
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const account = (code: string) => seedGuid(`ChartOfAccounts_Хозрасчетный:${code}`);
const buyerInn = demoBuyers[0]?.inn ?? '';

/** A sale that can be posted: one line of services, 22 % included. */
export const aSale = (over: Json = {}): Json => ({
  Date: '2026-11-24T12:00:00',
  ВидОперации: 'Услуги',
  Организация_Key: seedGuid(`Catalog_Организации:${demoSeller.inn}`),
  Контрагент_Key: seedGuid(`Catalog_Контрагенты:${buyerInn}`),
  ДоговорКонтрагента_Key: seedGuid(`Catalog_ДоговорыКонтрагентов:${buyerInn}:17/26`),
  ВалютаДокумента_Key: seedGuid('Catalog_Валюты:643'),
  КурсВзаиморасчетов: 1,
  КратностьВзаиморасчетов: '1',
  СуммаВключаетНДС: true,
  СчетУчетаРасчетовСКонтрагентом_Key: account('62.01'),
  СчетУчетаРасчетовПоАвансам_Key: account('62.02'),
  СуммаДокумента: 1220,
  Услуги: [aLine()],
  ...over,
});

export const aLine = (over: Json = {}): Json => ({
  LineNumber: '1',
  Номенклатура_Key: '11111111-1111-4111-8111-111111111111',
  Содержание: 'Сборка мебели',
  Количество: 2,
  Цена: 610,
  Сумма: 1220,
  СтавкаНДС: 'НДС22',
  СуммаНДС: 220,
  СчетДоходов_Key: account('90.01.1'),
  СчетУчетаНДСПоРеализации_Key: account('90.03'),
  ...over,
});
