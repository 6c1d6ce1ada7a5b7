import { expect, it } from '@jest/globals';
import { uuidOf, type HttpAnswer } from '@potok/contracts';
import { aPostOrder } from '@potok/connector-kit/testing';
import type { ConnectionHttp } from '@potok/node-sdk';
import { OneCClient } from './client.js';
import { asSale, type SaleRefs } from './map-sale.js';
import { asJson, Exact, quoted } from './odata-text.js';
import { texts as english } from './texts.en.js';
import { texts as russian } from './texts.ru.js';

type Order = Parameters<ConnectionHttp['request']>[0];
const signal = new AbortController().signal;
const key = 'a'.repeat(64);
const answer = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: {},
  body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
});
const error = (status: number, code: string, value: string) =>
  answer(status, { 'odata.error': { code, message: { lang: 'ru', value } } });
const aClient = (reply: (order: Order) => HttpAnswer) => {
  const orders: Order[] = [];
  const client = new OneCClient({
    http: {
      request: async (order) => {
        orders.push(order);
        return reply(order);
      },
    },
    secrets: { user: 'бухгалтер', password: 'п' },
    settings: { baseUrl: 'https://1c.example/bp/odata/standard.odata/' },
    now: () => new Date('2026-03-10T09:00:00Z'),
  });
  return { client, orders };
};
const refs: SaleRefs = {
  organizationId: 'o',
  counterpartyId: 'c',
  contractId: 'd',
  currencyId: 'r',
  warehouseId: 'w',
  accounts: { settlements: '1', advances: '2', goods: '3', income: '4', expense: '5', vat: '6' },
  goods: [
    { goodsId: 'g', unitId: 'u' },
    { goodsId: 'h', unitId: 'u' },
  ],
};
const CODES = ['62.01', '62.02', '41.01', '90.01.1', '90.02.1', '90.03'];

/** A base that knows all that a sale refers to; `write` answers what is written, `has` says whether the sale is there. */
const aBase = (write: (order: Order) => HttpAnswer, has: () => boolean) => (order: Order) => {
  const url = decodeURIComponent(order.url);
  if (order.method !== 'GET') return write(order);
  if (url.includes('Document_'))
    return has() ? answer(200, { Number: ' 214 ', Posted: true, DeletionMark: false }) : error(404, '9', 'не найден');
  const rows = url.includes('Хозрасчетный') ? CODES.map((Code) => ({ Ref_Key: Code, Code })) : [{ Ref_Key: 'x' }];
  return answer(200, { value: rows });
};

it('writes sums with every digit that they have', () => {
  expect(
    asJson({ Сумма: new Exact('1234567890123456.10'), Имя: 'ООО "А"', Пусто: undefined, Строки: [{ Да: true }] }),
  ).toBe('{"Сумма":1234567890123456.10,"Имя":"ООО \\"А\\"","Строки":[{"Да":true}]}');
  expect(quoted("ООО 'А'")).toBe("'ООО ''А'''");
});

it('puts goods and services into their own parts, with the sum as the document counts it', () => {
  const [line] = aPostOrder().lines;
  const service = { ...line!, name: 'Монтаж', isService: true, vatRate: 'none', vat: '0' };
  const sale = asSale(aPostOrder({ lines: [line!, service] }), refs);
  expect(sale).toMatchObject({ ВидОперации: 'ТоварыУслугиКомиссия', ДокументБезНДС: false, Number: '214' });
  expect(sale.Товары).toMatchObject([{ LineNumber: '1', СтавкаНДС: 'НДС22', Сумма: { text: '2000.00' } }]);
  expect(sale.Услуги).toMatchObject([{ LineNumber: '1', СтавкаНДС: 'БезНДС', Содержание: 'Монтаж' }]);
  const included = asSale(aPostOrder({ isVatIncluded: true }), refs);
  expect(included.Товары).toMatchObject([{ Сумма: { text: '2440.00' } }]);
});

it('leaves a number that does not fit to the base and names it in the comment', () => {
  const sale = asSale(aPostOrder({ number: 'УПД-2026-000214' }), refs);
  expect(sale.Number).toBeUndefined();
  expect(sale.Комментарий).toContain('УПД-2026-000214');
});

it('names the line whose rate 1С does not know', () => {
  const [line] = aPostOrder().lines;
  expect(() => asSale(aPostOrder({ lines: [{ ...line!, vatRate: '19' }] }), refs)).toThrow('VAT_RATE_UNKNOWN');
});

it('finds the document under the key and writes nothing when it is posted', async () => {
  const { client, orders } = aClient(
    aBase(
      () => answer(500, ''),
      () => true,
    ),
  );
  expect(await client.post(aPostOrder(), { key, signal })).toMatchObject({ id: uuidOf(key), number: '214' });
  expect(orders).toHaveLength(1);
});

it('goes on when 1С answered 500 to a writing that it has done', async () => {
  let isThere = false;
  const write = () => {
    isThere = true;
    return answer(500, 'Internal error');
  };
  const { client } = aClient(aBase(write, () => isThere));
  expect(await client.post(aPostOrder(), { key, signal })).toMatchObject({ id: uuidOf(key) });
});

it('passes on the words of 1С when it does not post', async () => {
  const write = ({ url }: Order) => (url.includes('/Post') ? error(500, '-1', 'Период закрыт.') : answer(201, {}));
  const { client } = aClient(aBase(write, () => false));
  await expect(client.post(aPostOrder(), { key, signal })).rejects.toMatchObject({
    kind: 'refused',
    code: 'POSTING_REFUSED',
    facts: { words: 'Период закрыт.' },
  });
});

it.each([
  [error(500, '-1', 'Конфликт блокировок при выполнении транзакции'), 'unavailable', 'BASE_BUSY'],
  [answer(503, ''), 'unavailable', 'SYSTEM_UNAVAILABLE'],
  [answer(401, ''), 'refused', 'NOT_AUTHORIZED'],
  [answer(200, '<html>вход</html>'), 'unavailable', 'UNEXPECTED_ANSWER'],
  [error(404, '8', 'Тип сущности не найден'), 'refused', 'CALL_REFUSED'],
] as const)('maps an answer to its fault', async (given, kind, code) => {
  const { client } = aClient(() => given);
  await expect(client.findByKey(key, { signal })).rejects.toMatchObject({ kind, code });
});

it('takes a login page for no success of a write, whatever its status', async () => {
  const page = answer(200, '<!DOCTYPE html><html>вход</html>');
  const fault = { kind: 'unavailable', code: 'UNEXPECTED_ANSWER' };
  const isThere = (has: boolean) =>
    aClient(
      aBase(
        () => page,
        () => has,
      ),
    ).client;
  await expect(isThere(false).post(aPostOrder(), { key, signal })).rejects.toMatchObject(fault);
  await expect(isThere(true).unpost('id', { signal })).rejects.toMatchObject(fault);
});

it('names what the base does not publish', async () => {
  const { client } = aClient(() => answer(200, '<edmx:Edmx><EntitySet Name="Catalog_Организации"/></edmx:Edmx>'));
  await expect(client.check(signal)).rejects.toMatchObject({
    code: 'OBJECTS_NOT_PUBLISHED',
    facts: { missing: expect.stringContaining('Document_РеализацияТоваровУслуг') as unknown },
  });
});

it('asks for a warehouse where the base has several', async () => {
  const base = aBase(
    () => answer(201, {}),
    () => false,
  );
  const { client } = aClient((order) =>
    decodeURIComponent(order.url).includes('Склады') ? answer(200, { value: [{}, {}] }) : base(order),
  );
  await expect(client.post(aPostOrder(), { key, signal })).rejects.toMatchObject({ code: 'WAREHOUSE_NOT_CHOSEN' });
});

it('has a sentence for every code in both languages', () => {
  for (const sentences of [russian, english])
    for (const sentence of Object.values(sentences)) expect(sentence({ words: 'нет' })).toMatch(/\.$/);
});
