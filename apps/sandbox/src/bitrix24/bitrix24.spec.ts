import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openPortal, type PortalDesk, type Reply } from './testing/portal-desk.js';

let portal: PortalDesk;
beforeAll(async () => {
  portal = await openPortal();
  await portal.press('settings', { limit: null });
});
afterAll(() => portal.close());

const rows = ({ body }: Reply) => body.result as Record<string, unknown>[];
const one = ({ body }: Reply) => body.result as Record<string, unknown>;

describe('the envelope', () => {
  it('holds result and time', async () => {
    const { status, body } = await portal.call('crm.deal.get', { id: 1 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: { ID: '1', STAGE_ID: 'EXECUTING', CATEGORY_ID: '0', COMPANY_ID: '2' } });
    expect(body.time).toMatchObject({ operating: 0, date_start: expect.stringMatching(/\+03:00$/) });
  });

  it('says an error by code and sentence', async () => {
    expect(await portal.call('crm.deal.get', { id: 999 })).toEqual({
      status: 400,
      body: { error: '', error_description: 'Not found' },
    });
    expect(await portal.call('crm.deal.list', { filter: 'ID' })).toMatchObject({
      body: { error_description: "Parameter 'filter' must be array." },
    });
    expect(await portal.call('crm.nothing')).toMatchObject({ status: 404, body: { error: 'ERROR_METHOD_NOT_FOUND' } });
  });

  it('refuses a wrong secret, no token, and a method of an application', async () => {
    expect(await portal.fetch('/bitrix24/rest/1/wrong/profile')).toMatchObject({
      status: 403,
      body: { error: 'INVALID_CREDENTIALS' },
    });
    expect(await portal.fetch('/bitrix24/rest/profile')).toMatchObject({
      status: 401,
      body: { error: 'NO_AUTH_FOUND' },
    });
    expect(await portal.call('event.bind', { event: 'ONCRMDEALUPDATE', handler: 'http://127.0.0.1/' })).toMatchObject({
      status: 403,
      body: { error: 'WRONG_AUTH_TYPE' },
    });
  });

  it.each([
    ['any letter case and a suffix', 'WEBHOOK/CRM.Deal.GET.json?ID=1&'],
    ['doubled slashes and strange parameters', 'WEBHOOK//crm.deal.get/?id=1&bx24_sdk_ver=1&__order=x'],
  ])('takes %s', async (_title, path) => {
    expect(one(await portal.fetch(path))).toMatchObject({ ID: '1' });
  });

  it('takes a form with brackets', async () => {
    const answer = await portal.fetch('WEBHOOK/crm.deal.list', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'filter[%3EID]=2&filter[%3C%3DID]=4&select[]=ID&select[]=TITLE&order[ID]=DESC',
    });
    expect(rows(answer).map((row) => row.ID)).toEqual(['4', '3']);
    expect(Object.keys(rows(answer)[0]!).sort()).toEqual(['ID', 'TITLE']);
  });
});

describe('lists', () => {
  it('come by fifty with start, next and total', async () => {
    await portal.press('deals', { copyOf: '1', count: 60 });
    const first = await portal.call('crm.deal.list', { select: ['ID'] });
    expect(first.body).toMatchObject({ total: 70, next: 50 });
    const second = await portal.call('crm.deal.list', { select: ['ID'], start: 50 });
    expect(rows(second)).toHaveLength(20);
    expect(second.body.next).toBeUndefined();
  });

  it('leave the count out for start=-1', async () => {
    const { body } = await portal.call('crm.deal.list', { start: -1, order: { ID: 'ASC' }, filter: { '>ID': '60' } });
    expect(body.total).toBeUndefined();
    expect(body.result).toHaveLength(10);
  });
});

describe('a deal', () => {
  it('gives rows with numbers, requisites by its link, bank and address', async () => {
    const [first] = rows(await portal.call('crm.deal.productrows.get', { id: 1 }));
    expect(first).toMatchObject({
      PRICE: 18300,
      PRICE_EXCLUSIVE: 15000,
      TAX_RATE: 22,
      TAX_INCLUDED: 'Y',
      MEASURE_CODE: 796,
    });
    const link = one(await portal.call('crm.requisite.link.get', { entityTypeId: 2, entityId: 1 }));
    expect(link).toMatchObject({ ENTITY_TYPE_ID: 2, ENTITY_ID: 1, MC_REQUISITE_ID: '1' });
    const requisite = one(await portal.call('crm.requisite.get', { id: link.REQUISITE_ID }));
    expect(requisite).toMatchObject({ RQ_INN: '9601000026', RQ_KPP: '960101001' });
    const filter = { ENTITY_TYPE_ID: 8, ENTITY_ID: link.REQUISITE_ID };
    expect(rows(await portal.call('crm.address.list', { filter }))).toMatchObject([{ TYPE_ID: '6', CITY: 'Москва' }]);
    const banks = await portal.call('crm.requisite.bankdetail.list', { filter: { ENTITY_ID: link.REQUISITE_ID } });
    expect(rows(banks)).toMatchObject([{ RQ_BIK: '044525225' }]);
  });

  it('moves its times when it is written, and MOVED_TIME only with the stage', async () => {
    const before = one(await portal.call('crm.deal.get', { id: 3 }));
    await new Promise((done) => setTimeout(done, 1100));
    const order = { id: 3, fields: { TITLE: 'Иначе', UF_CRM_EDO_NUMBER: '214' } };
    expect((await portal.call('crm.deal.update', order)).body.result).toBe(true);
    const renamed = one(await portal.call('crm.deal.get', { id: 3 }));
    expect(renamed).toMatchObject({ TITLE: 'Иначе', UF_CRM_EDO_NUMBER: '214', MOVED_TIME: before.MOVED_TIME });
    expect(renamed.DATE_MODIFY).not.toBe(before.DATE_MODIFY);
    await portal.call('crm.deal.update', { id: 3, fields: { STAGE_ID: 'WON' } });
    const won = one(await portal.call('crm.deal.get', { id: 3 }));
    expect(won).toMatchObject({ STAGE_ID: 'WON', STAGE_SEMANTIC_ID: 'S', CLOSED: 'Y' });
    expect(won.MOVED_TIME).not.toBe(before.MOVED_TIME);
  });

  it('counts its sum from its rows', async () => {
    const order = {
      id: 5,
      rows: [{ PRODUCT_NAME: 'Стул', PRICE: 1000.5, QUANTITY: 3, TAX_RATE: 22, TAX_INCLUDED: 'Y' }],
    };
    expect((await portal.call('crm.deal.productrows.set', order)).body.result).toBe(true);
    expect(one(await portal.call('crm.deal.get', { id: 5 }))).toMatchObject({ OPPORTUNITY: '3001.50' });
  });

  it('is the same in the universal methods, with names and types of theirs', async () => {
    const { item } = one(await portal.call('crm.item.get', { entityTypeId: 2, id: 1 })) as {
      item: Record<string, unknown>;
    };
    expect(item).toMatchObject({ id: 1, companyId: 2, stageId: 'EXECUTING', assignedById: 1, ufCrmEdoNumber: '' });
    expect(typeof item.opportunity).toBe('number');
    const listed = await portal.call('crm.item.list', {
      entityTypeId: 2,
      filter: { '=stageId': 'NEW' },
      select: ['id'],
    });
    expect(listed.body.result).toEqual({ items: expect.arrayContaining([{ id: 5 }]) });
    expect(await portal.call('crm.item.list', { entityTypeId: 2, filter: { FIELD: 1 } })).toMatchObject({
      body: { error: 'INVALID_ARG_VALUE' },
    });
    await portal.call('crm.item.update', { entityTypeId: 2, id: 2, fields: { stageId: 'UC_DOCFAULT' } });
    expect(one(await portal.call('crm.deal.get', { id: 2 }))).toMatchObject({ STAGE_ID: 'UC_DOCFAULT' });
    const lines = await portal.call('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 1 } });
    expect(one(lines).productRows).toHaveLength(3);
  });

  it('keeps comments and tasks, counted in the state', async () => {
    const fields = { ENTITY_ID: 1, ENTITY_TYPE: 'deal', COMMENT: 'УПД № 1 отправлен' };
    expect((await portal.call('crm.timeline.comment.add', { fields })).body.result).toBe(1);
    await portal.call('crm.timeline.comment.add', { fields });
    const filter = { ENTITY_ID: 1, ENTITY_TYPE: 'deal' };
    expect(rows(await portal.call('crm.timeline.comment.list', { filter }))).toHaveLength(2);
    const task = { TITLE: 'Исправить ИНН', RESPONSIBLE_ID: 1, UF_CRM_TASK: ['D_1'] };
    expect(one(await portal.call('tasks.task.add', { fields: task })).task).toMatchObject({
      id: '1',
      title: task.TITLE,
    });
    expect((await portal.call('task.item.add', [{ ...task, TITLE: 'Позвонить' }])).body.result).toBe(2);
    const listed = await portal.call('tasks.task.list', { filter: { UF_CRM_TASK: 'D_1' }, select: ['ID', 'TITLE'] });
    expect(one(listed).tasks).toHaveLength(2);
    const { body } = await portal.fetch('/sandbox/bitrix24/state');
    expect((body.deals as unknown[])[0]).toMatchObject({
      comments: { 'УПД № 1 отправлен': 2 },
      tasks: { 'Исправить ИНН': 1, Позвонить: 1 },
    });
  });
});

describe('dictionaries', () => {
  it('name stages, pipelines, own fields and people', async () => {
    const stages = rows(await portal.call('crm.status.list', { filter: { ENTITY_ID: 'DEAL_STAGE' } }));
    expect(stages.map((stage) => stage.STATUS_ID)).toEqual([
      'NEW',
      'PREPARATION',
      'EXECUTING',
      'UC_DOCFAULT',
      'WON',
      'LOSE',
    ]);
    expect(one(await portal.call('crm.category.list', { entityTypeId: 2 }))).toMatchObject({ categories: [{ id: 0 }] });
    const own = rows(await portal.call('crm.deal.userfield.list', { filter: { LANG: 'ru' } }));
    expect(own[0]).toMatchObject({ FIELD_NAME: 'UF_CRM_EDO_NUMBER', EDIT_FORM_LABEL: 'Номер УПД' });
    expect(rows(await portal.call('user.get', { ID: 2 }))).toMatchObject([{ LAST_NAME: 'Рощин' }]);
    expect(one(await portal.call('profile'))).toMatchObject({ ID: '1', ADMIN: true });
  });

  it('know the own company by its flag', async () => {
    const own = rows(
      await portal.call('crm.company.list', { filter: { IS_MY_COMPANY: 'Y' }, select: ['ID', 'EMAIL'] }),
    );
    expect(own).toEqual([{ ID: '1', EMAIL: [expect.objectContaining({ VALUE: 'buh@potok-demo.example' })] }]);
  });
});
