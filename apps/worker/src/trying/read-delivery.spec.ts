import { expect, it } from '@jest/globals';
import type { RequestRow } from '@potok/persistence/engine';
import { aCrmDeal, fakeCrm } from '@potok/connector-kit/testing';
import { NOW } from '@potok/node-sdk/testing';
import { findTrigger } from '../registry.js';
import { readDeliveryHandler } from './read-delivery.js';

const crm = fakeCrm({ deals: [aCrmDeal()] });
const read = readDeliveryHandler({ findTrigger, open: async () => crm, now: () => NOW });
const request = (body: object): RequestRow => ({
  id: 'r',
  kind: 'read-delivery',
  body: { headers: {}, parameters: [], binding: { slots: {}, parameters: {} }, ...body },
  created_by: { kind: 'system', name: 'test' },
});

it('gives what the trigger would begin a run with', async () => {
  const trigger = { type: 'trigger.webhook', typeVersion: 1, params: { proof: { kind: 'none' } } };
  expect(await read('ws', request({ body: { order: 1 }, trigger }))).toEqual({
    trigger: { body: { order: 1 }, headers: {}, receivedAt: NOW.toISOString() },
  });
});

const event = { event: 'ONCRMDEALUPDATE', data: { FIELDS: { ID: '101' } } };
const ofCrm = (stageId: unknown) => ({ type: 'trigger.crm-deal', typeVersion: 1, slot: 'crm', params: { stageId } });

it('reads the deal that an event points to, with the settings of the binding', async () => {
  const parameters = [{ id: 'stage', schema: { type: 'string' }, isRequired: true }];
  const binding = { slots: { crm: 'c' }, parameters: { stage: 'WON' } };
  const order = request({ body: event, trigger: ofCrm({ $cel: 'params.stage' }), parameters, binding });
  expect(await read('ws', order)).toMatchObject({ trigger: { dealId: '101', stageId: 'WON' } });
});

it('says why the trigger would have ignored the call', async () => {
  const binding = { slots: { crm: 'c' }, parameters: {} };
  const order = request({ body: event, trigger: ofCrm('LOSE'), binding });
  await expect(read('ws', order)).rejects.toMatchObject({ code: 'OTHER_STAGE' });
});

it('asks for the connection that the trigger reads with', async () => {
  await expect(read('ws', request({ body: event, trigger: ofCrm('WON') }))).rejects.toMatchObject({
    code: 'CONNECTION_MISSING',
  });
});
