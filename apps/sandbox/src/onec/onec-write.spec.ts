import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { aLine, aSale, type BaseDesk, openBase, type Reply } from './testing/base-desk.js';

let base: BaseDesk;
beforeAll(async () => {
  base = await openBase();
});
afterAll(() => base.close());

const SALES = 'Document_РеализацияТоваровУслуг';
const create = async (over: Record<string, unknown> = {}) => {
  const { status, body } = await base.call('POST', SALES, { body: aSale(over) });
  expect(status).toBe(201);
  return { key: body.Ref_Key as string, address: `${SALES}(guid'${body.Ref_Key as string}')`, body };
};
interface State {
  readonly documents: readonly { readonly refKey: string }[];
  readonly byComment: Readonly<Record<string, number>>;
}
const sentence = ({ body }: Reply) => (body['odata.error'] as { message: { value: string } }).message.value;
const state = async () => (await fetch(`${base.sandbox.url}/sandbox/onec/state`)).json() as Promise<State>;

describe('writing', () => {
  it('gives a new object its address, number, version and lines', async () => {
    const answer = await base.call('POST', SALES, { body: { ...aSale(), 'odata.type': 'x', Неизвестное: 1 } });
    expect(answer.status).toBe(201);
    expect(decodeURI(answer.headers.get('location') ?? '')).toBe(
      `${base.url}${SALES}(guid'${answer.body.Ref_Key as string}')`,
    );
    expect(answer.body).toMatchObject({
      Number: expect.stringMatching(/^0000-\d{6}$/),
      Posted: false,
      КратностьВзаиморасчетов: '1',
    });
    expect(answer.body.DataVersion).toMatch(/^AAAA.*=$/);
    expect(answer.body.Услуги).toMatchObject([
      { Ref_Key: answer.body.Ref_Key, LineNumber: '1', Субконто_Type: 'StandardODATA.Undefined' },
    ]);
  });

  it('takes the key of a client, once', async () => {
    const Ref_Key = '5d1f3c52-8d5e-4c0f-9c55-2f1f0a5f0001';
    expect((await create({ Ref_Key })).key).toBe(Ref_Key);
    expect(await base.call('POST', SALES, { body: aSale({ Ref_Key }) })).toMatchObject({
      status: 400,
      body: { 'odata.error': { code: '15' } },
    });
  });

  it('keeps a number unique within its year', async () => {
    await create({ Number: '214' });
    expect(sentence(await base.call('POST', SALES, { body: aSale({ Number: '214' }) }))).toBe(
      'Номер "214" не уникален.',
    );
  });

  it('changes what is given and a table part as a whole', async () => {
    const { address } = await create();
    const patch = { Комментарий: 'Поток', Услуги: [aLine({ Цена: 1 }), aLine({ Цена: 2 })] };
    const { status, body } = await base.call('PATCH', address, { body: patch });
    expect(status).toBe(200);
    expect(body).toMatchObject({ Комментарий: 'Поток', СуммаДокумента: 1220 });
    expect(body.Услуги).toMatchObject([
      { LineNumber: '1', Цена: 1 },
      { LineNumber: '2', Цена: 2 },
    ]);
    const put = await base.call('PUT', address, {
      body: {
        Date: '2026-11-24T12:00:00',
        'Организация@odata.bind': `Catalog_Организации(guid'${aSale().Организация_Key as string}')`,
      },
    });
    expect(put.body).toMatchObject({ Комментарий: '', СуммаДокумента: 0, Организация_Key: aSale().Организация_Key });
  });

  it('refuses a version that is past', async () => {
    const { address, body } = await create();
    const change = (version: string) =>
      base.call('PATCH', address, { body: { Комментарий: 'x' }, headers: { 'if-match': version } });
    expect((await change(body.DataVersion as string)).status).toBe(200);
    expect((await change(`"${body.DataVersion as string}"`)).status).toBe(412);
  });

  it.each([
    [{ Date: '24.11.2026' }, '4'],
    [{ Контрагент_Key: 'нет' }, '4'],
    [{ Услуги: [aLine({ СтавкаНДС: 'НДС19' })] }, '4'],
    [{ СуммаДокумента: 'много' }, '4'],
    [{ Услуги: {} }, '4'],
  ])('refuses %j', async (over, code) => {
    expect((await base.call('POST', SALES, { body: aSale(over) })).body).toMatchObject({ 'odata.error': { code } });
  });

  it('knows no rows beside their document, and deletes for good', async () => {
    expect((await base.call('POST', `${SALES}_Услуги`, { body: {} })).body).toMatchObject({
      'odata.error': { code: '13' },
    });
    const { address } = await create();
    expect((await base.call('DELETE', address)).status).toBe(204);
    expect((await base.call('GET', address)).status).toBe(404);
  });

  it('fills catalogues', async () => {
    const body = {
      Description: 'АО «Василёк»',
      ИНН: '9601000033',
      КонтактнаяИнформация: [{ Тип: 'Адрес', Представление: 'Москва' }],
    };
    expect((await base.call('POST', 'Catalog_Контрагенты', { body })).body).toMatchObject({
      Code: '00-000002',
      ИНН: '9601000033',
    });
  });
});

describe('posting', () => {
  it.each(['/Post', '/Post()', '/Post?PostingModeOperational=false', '/Post()?PostingModeOperational=false'])(
    'is done by %s and taken back by Unpost',
    async (action) => {
      const { address } = await create();
      expect((await base.call('POST', address + action)).status).toBe(200);
      expect((await base.call('GET', address)).body.Posted).toBe(true);
      expect((await base.call('POST', `${address}/Unpost`)).status).toBe(200);
      expect((await base.call('GET', address)).body.Posted).toBe(false);
    },
  );

  it.each([
    [
      'an empty account',
      { Услуги: [aLine({ СчетДоходов_Key: '00000000-0000-0000-0000-000000000000' })] },
      'не заполнено поле "Счет доходов"',
    ],
    ['no account of НДС', { Услуги: [aLine({ СчетУчетаНДСПоРеализации_Key: null })] }, 'Счет учета НДС по реализации'],
    ['a sum that does not fit', { Услуги: [aLine({ Сумма: 1300 })] }, 'сумма не соответствует цене и количеству'],
    ['a tax that does not fit', { Услуги: [aLine({ СуммаНДС: 268.4 })] }, 'сумма НДС не соответствует ставке'],
    ['a total that does not fit', { СуммаДокумента: 1 }, 'Сумма документа не соответствует'],
    ['no lines', { Услуги: [], СуммаДокумента: 0 }, 'Не введено ни одной строки'],
    ['no contract', { ДоговорКонтрагента_Key: null }, 'Поле "Договор" не заполнено'],
    [
      'a reference to nowhere',
      { Контрагент_Key: '11111111-1111-4111-8111-111111111111' },
      'Поле "Контрагент" не заполнено',
    ],
  ])('is refused for %s', async (_title, over, words) => {
    const { address } = await create(over);
    const answer = await base.call('POST', `${address}/Post`);
    expect(answer).toMatchObject({ status: 500, body: { 'odata.error': { code: '-1' } } });
    expect(sentence(answer)).toContain(words);
    expect((await base.call('GET', address)).body.Posted).toBe(false);
  });

  it('takes tax on top, none at all, and goods with a store', async () => {
    const onTop = { СуммаВключаетНДС: false, СуммаДокумента: 1488.4, Услуги: [aLine({ СуммаНДС: 268.4 })] };
    const without = {
      СуммаДокумента: 1220,
      Услуги: [aLine({ СтавкаНДС: 'БезНДС', СуммаНДС: 0, СчетУчетаНДСПоРеализации_Key: null })],
    };
    for (const over of [onTop, without])
      expect((await base.call('POST', `${(await create(over)).address}/Post`)).status).toBe(200);
    const { address } = await create({ Товары: [aLine()], Услуги: [] });
    expect(sentence(await base.call('POST', `${address}/Post`))).toContain('Поле "Склад" не заполнено.');
  });

  it('is refused for a marked document, and a posted one is not marked', async () => {
    const { address } = await create();
    await base.call('POST', `${address}/Post`);
    const marked = await base.call('PATCH', address, { body: { DeletionMark: true } });
    expect(sentence(marked)).toContain('у проведенного документа');
    await base.call('POST', `${address}/Unpost`);
    expect((await base.call('PATCH', address, { body: { DeletionMark: true } })).status).toBe(200);
    expect(sentence(await base.call('POST', `${address}/Post`))).toContain('помечен на удаление');
  });

  it('is refused in a closed period, writing too, unless data is loaded', async () => {
    const old = aSale({ Date: '2020-03-01T00:00:00' });
    expect(sentence(await base.call('POST', SALES, { body: old }))).toContain('дата запрета');
    const loaded = await base.call('POST', SALES, { body: old, headers: { '1C_OData-DataLoadMode': 'true' } });
    expect(loaded.status).toBe(201);
    expect((await base.call('POST', `${SALES}(guid'${loaded.body.Ref_Key as string}')/Post`)).status).toBe(500);
  });

  it('is counted for tests', async () => {
    const { key, address } = await create({ Комментарий: 'Поток 42' });
    await base.call('POST', `${address}/Post`);
    await base.call('POST', `${address}/Post`);
    await base.call('POST', `${address}/Unpost`);
    const { documents, byComment } = await state();
    expect(byComment['Поток 42']).toBe(1);
    expect(documents.find((one) => one.refKey === key)).toMatchObject({
      created: 1,
      posted: 2,
      unposted: 1,
      refused: 0,
    });
  });

  it('may happen although the answer is 500', async () => {
    const { address } = await create();
    base.sandbox.faults.arm({ system: 'onec', kind: 'accept-then-fail', match: { path: '/Post' }, times: 1 });
    expect(await base.call('POST', `${address}/Post`)).toMatchObject({
      status: 500,
      body: { 'odata.error': { code: '-1' } },
    });
    expect((await base.call('GET', address)).body.Posted).toBe(true);
  });
});

it('keeps its state over a restart', async () => {
  const before = await openBase();
  const { body } = await before.call('POST', SALES, { body: aSale() });
  await before.sandbox.close();
  const after = await openBase(before.folder);
  expect((await after.call('GET', `${SALES}(guid'${body.Ref_Key as string}')`)).status).toBe(200);
  await after.close();
});

it('closes a period from a script', async () => {
  const close = (day: string) =>
    fetch(`${base.sandbox.url}/sandbox/onec/closed-period`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ day }),
    });
  expect((await close('вчера')).status).toBe(400);
  expect(await (await close('2026-11-30')).json()).toEqual({ closedThrough: '2026-11-30T23:59:59' });
  expect(sentence(await base.call('POST', SALES, { body: aSale() }))).toContain('30.11.2026');
});
