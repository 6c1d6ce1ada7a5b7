import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openPortal, type PortalDesk } from './testing/portal-desk.js';

let portal: PortalDesk;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const batch = async (params: unknown) => {
  const { status, body } = await portal.call('batch', params);
  expect(status).toBe(200);
  return body.result as Record<'result' | 'result_error' | 'result_total' | 'result_next', unknown>;
};

describe('batch', () => {
  it('answers a keyed cmd with objects and what is empty with an array, as PHP does', async () => {
    const done = await batch({ halt: 0, cmd: { deal: 'crm.deal.get?ID=1', list: 'crm.deal.list?select[]=ID' } });
    expect(done).toMatchObject({
      result: { deal: { ID: '1' }, list: expect.any(Array) },
      result_error: [],
      result_total: { list: 10 },
      result_next: [],
    });
  });

  it('answers an array with an array', async () => {
    const done = await batch({ cmd: ['crm.deal.get?ID=1', { method: 'crm.deal.get', params: { ID: 2 } }] });
    expect(done.result).toMatchObject([{ ID: '1' }, { ID: '2' }]);
  });

  it('puts earlier results into later calls; one past the end is empty', async () => {
    const { result, result_error } = await batch({
      cmd: {
        deal: 'crm.deal.list?filter[ID]=1',
        company: 'crm.company.get?ID=$result[deal][0][COMPANY_ID]',
        nobody: 'crm.company.list?filter[TITLE]=$result[deal][7][TITLE]x',
        lost: 'crm.company.get?ID=$result[deal][49][ID]',
      },
    });
    expect(result).toMatchObject({ company: { ID: '2' }, nobody: [] });
    expect(result_error).toMatchObject({ lost: { error: 'ERROR_CORE' } });
  });

  it('stops at the first error when it is told to halt', async () => {
    const cmd = { bad: 'crm.deal.get?ID=999', good: 'crm.deal.get?ID=1' };
    expect((await batch({ halt: true, cmd })).result).toEqual([]);
    expect((await batch({ halt: '0', cmd })).result).toMatchObject({ good: { ID: '1' } });
  });

  it('refuses itself inside, and what is beyond fifty', async () => {
    const cmd = Object.fromEntries(Array.from({ length: 51 }, (_one, at) => [`c${String(at)}`, 'server.time']));
    expect((await batch({ cmd: { inner: 'batch' } })).result_error).toMatchObject({
      inner: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' },
    });
    expect((await batch({ cmd })).result_error).toMatchObject({ c50: { error: 'ERROR_BATCH_LENGTH_EXCEEDED' } });
  });

  it('takes the doubly encoded form', async () => {
    const { body } = await portal.fetch('WEBHOOK/batch', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `halt=0&cmd[deals]=${encodeURIComponent('crm.deal.list?filter%5BID%5D=1')}`,
    });
    expect(body).toMatchObject({ result: { result: { deals: [{ ID: '1' }] } } });
  });
});

it('answers 503 when the bucket overflows, until the limit is lifted', async () => {
  const burst = async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => portal.call('server.time')));
    return answers.filter((one) => one.status === 503);
  };
  const refused = await burst();
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.body).toMatchObject({ error: 'QUERY_LIMIT_EXCEEDED' });
  await portal.press('settings', { limit: null });
  expect(await burst()).toHaveLength(0);
});
