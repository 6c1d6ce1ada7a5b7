import { expect, it } from '@jest/globals';
import type { HttpAnswer } from '@potok/contracts';
import { parseExactJson } from '@potok/connector-kit';
import { StoredSecrets } from '@potok/connector-kit/testing';
import type { ConnectionHttp } from '@potok/node-sdk';
import type { BitrixSecrets, BitrixSettings } from './account.js';
import { describeDeal, listStages, listUsers } from './account-lists.js';
import { BitrixClient } from './client.js';
import { asDeal } from './map-deal.js';
import { asParty } from './map-requisites.js';
import { commentText, hasMarker } from './marker.js';
import { phpQuery, Reference } from './php-query.js';
import type { Row } from './rows.js';
import { texts as english } from './texts.en.js';
import { texts as russian } from './texts.ru.js';

type Order = Parameters<ConnectionHttp['request']>[0];
const signal = new AbortController().signal;
const now = () => new Date('2026-03-10T09:00:00Z');
const answer = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: {},
  body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
});
const aClient = (reply: (order: Order) => HttpAnswer, secrets: BitrixSecrets, auth: BitrixSettings['auth']) => {
  const orders: Order[] = [];
  const { saved, renewSecrets } = new StoredSecrets(secrets);
  const client = new BitrixClient({
    http: {
      request: async (order) => {
        orders.push(order);
        return reply(order);
      },
    },
    settings: { portalUrl: 'https://portal.example', auth, oauthUrl: 'https://oauth.example' },
    secrets,
    now,
    renewSecrets,
  });
  return { client, orders, saved };
};
const webhook = { webhookUrl: 'https://portal.example/rest/1/secret' };
const rows = (text: string) => parseExactJson(text) as Row;
const dealOf = (product: string) =>
  asDeal({
    deal: { ID: '7', STAGE_SEMANTIC_ID: 'S', OPPORTUNITY: '1000000.00', DATE_MODIFY: '2026-03-10T12:00:00+03:00' },
    products: [rows(product)],
    company: undefined,
    contact: undefined,
    buyer: undefined,
    seller: undefined,
    portalUrl: 'https://portal.example',
  });

it('keeps sums exact, whether the portal writes them as numbers or as text', () => {
  const line = dealOf(
    '{"ID":"5","PRICE":1097.9999999999999998,"PRICE_EXCLUSIVE":"899.10","QUANTITY":0.001,"TAX_RATE":22}',
  );
  expect(line.amount).toBe('1000000');
  expect(line.lines[0]).toMatchObject({
    priceWithVat: '1097.9999999999999998',
    priceWithoutVat: '899.1',
    quantity: '0.001',
    vatRate: '22',
  });
});

it('tells «без НДС» from 0 % and passes an odd rate on as it is', () => {
  const rateOf = (rate: string) => dealOf(`{"ID":"5","TAX_RATE":${rate}}`).lines[0]?.vatRate;
  expect([rateOf('null'), rateOf('0'), rateOf('"20.0000"'), rateOf('19'), rateOf('"двадцать"')]).toEqual([
    'none',
    '0',
    '20',
    '19',
    'двадцать',
  ]);
});

it('gives instants in UTC and the page of the deal', () => {
  expect(dealOf('{"ID":"5"}')).toMatchObject({
    modifiedAt: '2026-03-10T09:00:00.000Z',
    movedAt: '2026-03-10T09:00:00.000Z',
    stageMeaning: 'won',
    url: 'https://portal.example/crm/deal/details/7/',
  });
});

it('reads a sole trader with registration address, and leaves out what is not there', () => {
  const party = asParty({
    requisite: {
      RQ_NAME: 'ИП Лучков П. А.',
      RQ_INN: '960100000543',
      RQ_OGRNIP: '324960000000059',
      RQ_COMPANY_REG_DATE: '15.02.2024',
      RQ_LAST_NAME: 'Лучков',
      RQ_FIRST_NAME: 'Пётр',
      RQ_KPP: '',
    },
    addresses: [
      { TYPE_ID: '1', CITY: 'Тверь' },
      { TYPE_ID: '4', POSTAL_CODE: '109028', CITY: 'Москва', ADDRESS_1: 'Хохловский пер., 7', COUNTRY: 'Россия' },
    ],
    bank: { RQ_ACC_NUM: '40802810400000000303', RQ_BIK: '044525225' },
    owner: { EMAIL: [{ VALUE: 'petr@luchkov.example' }] },
  });
  expect(party).toEqual({
    kind: 'sole-trader',
    name: 'ИП Лучков П. А.',
    inn: '960100000543',
    ogrn: '324960000000059',
    ogrnDate: '2024-02-15',
    person: { lastName: 'Лучков', firstName: 'Пётр' },
    address: {
      countryCode: '643',
      countryName: 'Россия',
      postalCode: '109028',
      text: '109028, Москва, Хохловский пер., 7',
    },
    bank: { account: '40802810400000000303', bik: '044525225' },
    email: 'petr@luchkov.example',
  });
});

it.each([
  [503, { error: 'QUERY_LIMIT_EXCEEDED', error_description: 'Too many requests' }, 'TOO_MANY_REQUESTS'],
  [429, { error: 'OPERATION_TIME_LIMIT', time: { operating_reset_at: 1773133230 } }, 'TOO_MANY_REQUESTS'],
  [401, { error: 'NO_AUTH_FOUND', error_description: 'Wrong' }, 'NOT_AUTHORIZED'],
  [403, { error: 'insufficient_scope', error_description: '' }, 'ACCESS_DENIED'],
  [400, { error: '', error_description: "Parameter 'fields' must be array." }, 'CRM_REFUSED'],
  [502, '<html>Bad gateway</html>', 'SYSTEM_UNAVAILABLE'],
  [200, '<!DOCTYPE html><html>вход</html>', 'UNEXPECTED_ANSWER'],
] as const)('maps answer %i %j to %s', async (status, body, code) => {
  const { client } = aClient(() => answer(status, body), webhook, 'webhook');
  await expect(client.getDealMark('1', { signal })).rejects.toMatchObject({ code });
});

it('waits until the portal resets the time of a method', async () => {
  const body = { error: 'OPERATION_TIME_LIMIT', time: { operating_reset_at: 1773133230 } };
  const { client } = aClient(() => answer(429, body), webhook, 'webhook');
  await expect(client.getDealMark('1', { signal })).rejects.toMatchObject({ retryAfterMs: 30_000 });
});

it('renews an expired token once and keeps the rotated one before using it', async () => {
  const reply = (order: Order) => {
    if (order.url.includes('/oauth/token/')) return answer(200, { access_token: 'new', refresh_token: 'r2' });
    const isNew = String(order.body).includes('"auth":"new"');
    return isNew ? answer(200, { result: { result: { deal: { ID: '1' } } } }) : answer(401, { error: 'expired_token' });
  };
  const secrets = { clientId: 'c', clientSecret: 's', refreshToken: 'r1', accessToken: 'old' };
  const { client, orders, saved } = aClient(reply, secrets, 'oauth');
  expect(await client.getDealMark('1', { signal })).toMatchObject({ id: '1' });
  expect(saved).toEqual([{ ...secrets, accessToken: 'new', refreshToken: 'r2' }]);
  expect(orders[0]?.url).toBe('https://portal.example/rest/batch.json');
});

it('says that the consent has ended', async () => {
  const { client } = aClient(
    () => answer(400, { error: 'invalid_grant' }),
    { clientId: 'c', clientSecret: 's', refreshToken: 'r1' },
    'oauth',
  );
  await expect(client.getDeal('1', { signal })).rejects.toMatchObject({ code: 'AUTHORIZATION_EXPIRED' });
});

it('writes parameters as PHP reads them and leaves references to the batch', () => {
  const query = phpQuery({ id: new Reference('$result[deal][COMPANY_ID]'), filter: { '>ID': 5 }, select: ['a&b'] });
  expect(query).toBe('id=$result[deal][COMPANY_ID]&filter[%3EID]=5&select[0]=a%26b');
});

it('marks a comment by its key and lets nothing of it become markup', () => {
  const text = commentText('Сумма [B]5[/B]', 'ab12cd34ef');
  expect(text).toMatch(/\[potok:ab12cd34\]$/);
  expect(text).not.toContain('[B]');
  expect(hasMarker(text, 'ab12cd34ef')).toBe(true);
  expect(hasMarker(text, 'ffff')).toBe(false);
});

it('names stages by pipeline where there are several', async () => {
  const reply = (order: Order) => {
    if (order.url.includes('crm.category.list'))
      return answer(200, {
        result: {
          categories: [
            { id: 0, name: 'Общая' },
            { id: 3, name: 'Опт' },
          ],
        },
      });
    const isMain = String(order.body).includes('"DEAL_STAGE"');
    return answer(200, { result: [{ STATUS_ID: isMain ? 'NEW' : 'C3:NEW', NAME: 'Новая' }] });
  };
  const { client } = aClient(reply, webhook, 'webhook');
  expect(await listStages(client, signal)).toEqual([
    { value: 'NEW', label: 'Общая: Новая' },
    { value: 'C3:NEW', label: 'Опт: Новая' },
  ]);
});

it('lists the users of all pages', async () => {
  const pageOf = ({ body }: Order): unknown[] => {
    const { start } = JSON.parse(String(body)) as { readonly start: number };
    return Array.from({ length: start === 0 ? 50 : 3 }, (_none, at) => ({ ID: String(start + at + 1), NAME: 'Анна' }));
  };
  const { client, orders } = aClient((order) => answer(200, { result: pageOf(order) }), webhook, 'webhook');
  const users = await listUsers(client, signal);
  expect([users.length, users.at(-1)?.value, orders.length]).toEqual([53, '53', 2]);
});

it('describes the own fields of a deal and nothing else', async () => {
  const result = {
    ID: { type: 'integer' },
    UF_CRM_1: { type: 'date', isMultiple: false, listLabel: 'Дата договора' },
    UF_CRM_2: { type: 'enumeration', isMultiple: true, listLabel: 'Цвет', items: [{ ID: '5', VALUE: 'Синий' }] },
  };
  const { client } = aClient(() => answer(200, { result }), webhook, 'webhook');
  expect(await describeDeal(client, signal)).toEqual({
    type: 'object',
    additionalProperties: false,
    propertyNames: { pattern: '^UF_' },
    properties: {
      UF_CRM_1: { type: 'string', format: 'date', title: 'Дата договора' },
      UF_CRM_2: { type: 'array', title: 'Цвет', items: { oneOf: [{ const: '5', title: 'Синий' }] } },
    },
  });
});

it('has a sentence for every code in both languages', () => {
  for (const sentences of [russian, english])
    for (const sentence of Object.values(sentences)) expect(sentence({ words: 'нет', dealId: '7' })).toMatch(/\.$/);
});
