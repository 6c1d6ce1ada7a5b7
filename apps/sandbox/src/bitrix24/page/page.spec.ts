import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openPortal, type PortalDesk } from '../testing/portal-desk.js';

let portal: PortalDesk;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const send = (path: string, form: string) =>
  fetch(`${portal.sandbox.url}/bitrix24/page/${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  });
const page = async () => (await fetch(`${portal.sandbox.url}/?tab=bitrix24`)).text();

describe('the page of the portal', () => {
  it('wins a deal by a button and comes back', async () => {
    const answer = await send('deals/1/stage', 'stageId=WON');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/?tab=bitrix24');
    expect(await page()).toContain('✓ Сделка успешна');
  });

  it('spoils requisites and rows, reading a comma as people write it', async () => {
    await send('deals/2/requisites', 'RQ_INN=123');
    await send(
      'deals/2/rows',
      'rows[0][PRODUCT_NAME]=Стул&rows[0][PRICE]=1 200,50&rows[0][QUANTITY]=2&rows[0][TAX_RATE]=',
    );
    const rows = await portal.call('crm.deal.productrows.get', { id: 2 });
    expect(rows.body.result).toMatchObject([{ PRODUCT_NAME: 'Стул', PRICE: 1200.5, QUANTITY: 2, TAX_RATE: null }]);
    expect(await page()).toContain('value="123"');
  });

  it('shows what was written into a deal, as text', async () => {
    const fields = { ENTITY_ID: 1, ENTITY_TYPE: 'deal', COMMENT: '<b>Отправлен</b>' };
    await portal.call('crm.timeline.comment.add', { fields });
    expect(await page()).toContain('&lt;b&gt;Отправлен');
  });

  it('answers at the root of its host too', async () => {
    const answer = await portal.fetch('/rest/1/sandboxbitrix24/profile.json');
    expect(answer.body).toMatchObject({ result: { ID: '1' } });
  });
});
