import { expect, it } from '@jest/globals';
import { GATEWAY_METHODS, type TriedWhy } from '@potok/contracts';
import { aCrmDeal, aSendOrder, fakeAccounting, fakeCrm, fakeOperator } from '@potok/connector-kit/testing';
import { absentClient, guardedClient } from './guarded-client.js';

type Methods = Record<string, (...given: unknown[]) => unknown>;
const guard = (client: object, gateway: keyof typeof GATEWAY_METHODS) => {
  const told: TriedWhy[] = [];
  const guarded = guardedClient(client, gateway, (why) => void told.push(why)) as Methods;
  return { guarded, told };
};
const signal = new AbortController().signal;

it('lets what reads through to the real client', async () => {
  const { guarded, told } = guard(fakeCrm({ deals: [aCrmDeal()] }), 'crm');
  expect(await guarded['getDeal']?.('101', { signal })).toMatchObject({ id: '101' });
  expect(told).toEqual([]);
});

it('stops every acting method of every gateway before the client is called', () => {
  const clients = { crm: fakeCrm(), operator: fakeOperator(), accounting: fakeAccounting() };
  for (const gateway of ['crm', 'operator', 'accounting'] as const) {
    const { guarded, told } = guard(clients[gateway], gateway);
    const acting = Object.entries(GATEWAY_METHODS[gateway]).filter(([, kind]) => kind === 'acts');
    for (const [name] of acting) expect(() => guarded[name]?.(aSendOrder(), { key: 'k', signal })).toThrow('NOT_MADE');
    expect(told).toEqual(acting.map(() => 'acting'));
  }
  expect([clients.operator.sent, clients.accounting.documents, clients.crm.comments]).toEqual([[], [], []]);
});

it('stops what no interface names, and shows nothing else of the client', () => {
  const secret = { token: 'тайна', getDeal: () => undefined, deleteAll: () => 'gone' };
  const { guarded, told } = guard(secret, 'crm');
  expect(guarded['token']).toBeUndefined();
  expect(() => guarded['deleteAll']?.()).toThrow('NOT_MADE');
  expect(told).toEqual(['acting']);
  expect(Object.keys(guarded)).toEqual([]);
});

it('is no promise, so that waiting for it calls nothing', async () => {
  const told: TriedWhy[] = [];
  const absent = absentClient((why) => void told.push(why));
  expect(await absent).toBe(absent);
  expect(() => (absent as Methods)['getDeal']?.('1')).toThrow('NOT_MADE');
  expect(told).toEqual(['no-connection']);
});
