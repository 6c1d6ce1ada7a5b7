import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { aLine, aSale, type BaseDesk, openBase, type Reply } from './testing/base-desk.js';

let base: BaseDesk;
beforeAll(async () => {
  base = await openBase();
  await base.call('POST', 'Document_РеализацияТоваровУслуг', { body: aSale({ Number: '0000-000101' }) });
  const second = aSale({
    Number: '0000-000102',
    Date: '2026-11-25T09:00:00',
    Услуги: [aLine({ Цена: 50, Количество: 1 })],
  });
  await base.call('POST', 'Document_РеализацияТоваровУслуг', { body: second });
});
afterAll(() => base.close());

const SALES = 'Document_РеализацияТоваровУслуг';
const items = ({ body }: Reply) => body.value as Record<string, unknown>[];
const filtered = (set: string, filter: string) => base.call('GET', `${set}?$filter=${encodeURIComponent(filter)}`);

describe('who may read', () => {
  it('is asked for a name and a password', async () => {
    const answer = await fetch(base.url);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Basic');
  });
});

describe('the description', () => {
  it('names sets, types, references and actions', async () => {
    const xml = await base.text('$metadata');
    expect(xml).toContain('<Schema Namespace="StandardODATA"');
    expect(xml).toContain('<EntityContainer Name="EnterpriseV8" m:IsDefaultEntityContainer="true">');
    expect(xml).toContain('<Property Name="ИНН" Type="Edm.String"');
    expect(xml).toContain('Type="Collection(StandardODATA.Document_РеализацияТоваровУслуг_Товары_RowType)"');
    expect(xml).toContain('<FunctionImport Name="Unpost"');
    expect(await base.text('')).toContain('<collection href="Catalog_Контрагенты">');
    expect((await base.call('GET', '')).body.value).toContainEqual({ name: SALES, url: SALES });
  });
});

describe('a list', () => {
  it('is JSON of one of three kinds, or Atom when nobody asks', async () => {
    const minimal = await base.call('GET', `${SALES}?$top=1&$inlinecount=allpages`);
    expect(minimal.headers.get('content-type')).toContain('odata=minimalmetadata');
    expect(minimal.body).toMatchObject({
      'odata.metadata': expect.stringContaining(`$metadata#${SALES}`),
      'odata.count': '2',
    });
    expect(items(minimal)[0]).toHaveProperty('Контрагент@navigationLinkUrl');
    const none = await base.call('GET', `${SALES}?$format=application/json;odata=nometadata`);
    expect(Object.keys(none.body)).toEqual(['value']);
    const atom = await base.text('Catalog_Валюты');
    expect(atom).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(atom).toContain('<d:Code>643</d:Code>');
  });

  it.each([
    ['Catalog_Контрагенты', "ИНН eq '9601000026' and КПП eq '960101001'", 1],
    ['Catalog_Контрагенты', "startswith(Description, 'ооо') eq true", 1],
    ['Catalog_Контрагенты', "substringof('Лютик', НаименованиеПолное)", 0],
    ['Catalog_ДоговорыКонтрагентов', "Owner/ИНН eq '9601000026' and Дата eq datetime'2026-02-02T00:00:00'", 1],
    ['ChartOfAccounts_Хозрасчетный', "Code eq '90.01.1' or Code eq '62.01'", 2],
    ['Catalog_КлассификаторЕдиницИзмерения', "Code eq '796'", 1],
    ['Catalog_БанковскиеСчета', "isof(Owner, 'Catalog_Организации')", 1],
    ['Catalog_БанковскиеСчета', "cast(Owner, 'Catalog_Организации')/ИНН eq '9601000019'", 1],
    [SALES, 'not Posted', 2],
    [SALES, "Date gt datetime'2026-11-24T23:59:59'", 1],
    [SALES, 'year(Date) eq 2026 and СуммаДокумента add 1 gt 1220', 2],
    [SALES, 'Услуги/any(d: d/Цена lt 100)', 1],
    [SALES, 'Услуги/all(d: d/Цена gt 1)', 2],
    [`${SALES}_Услуги`, 'Цена eq 610', 1],
    ['InformationRegister_СчетаУчетаНоменклатуры', "СчетУчета/Code eq '41.01'", 1],
  ])('%s ?$filter=%s gives %i', async (set, filter, count) => {
    expect(items(await filtered(set, filter))).toHaveLength(count);
  });

  it('orders, skips, counts, selects and expands', async () => {
    const ordered = await base.call(
      'GET',
      `${SALES}?%24orderby=Date%20desc&$select=Number,%20Услуги/Цена,Контрагент____Presentation`,
    );
    expect(items(ordered)).toEqual([
      expect.objectContaining({
        Number: '0000-000102',
        Услуги: [{ Цена: 50 }],
        Контрагент____Presentation: 'ООО «Ромашка»',
      }),
      expect.objectContaining({ Number: '0000-000101' }),
    ]);
    expect(await base.text(`${SALES}/$count?$filter=СуммаДокумента%20gt%200`)).toBe('2');
    const [expanded] = items(await base.call('GET', `${SALES}?$top=1&$expand=Контрагент,Склад`));
    expect(expanded).toMatchObject({ Контрагент: { ИНН: '9601000026' }, Склад: null });
  });
});

describe('an address', () => {
  it('leads to an object, through its references, and to a property', async () => {
    const [{ Ref_Key: key }] = items(await base.call('GET', SALES)) as [{ Ref_Key: string }];
    expect((await base.call('GET', `${SALES}(guid'${key}')`)).body).toMatchObject({
      Ref_Key: key,
      Number: '0000-000101',
    });
    expect((await base.call('GET', `${SALES}(Ref_Key=guid'${key}')/Контрагент/ИНН`)).body).toMatchObject({
      value: '9601000026',
    });
    expect((await base.call('GET', `${SALES}_Услуги(Ref_Key=guid'${key}',LineNumber=1)`)).body).toMatchObject({
      Цена: 610,
    });
    expect(await base.call('GET', `${SALES}(guid'${key}')?$expand=Контрагент`)).toMatchObject({
      status: 501,
      body: { 'odata.error': { code: '0' } },
    });
  });

  it.each([
    ['Catalog_Нет', 404, '8'],
    [`${SALES}(guid'00000000-0000-0000-0000-000000000001')`, 404, '9'],
    [`${SALES}?$filter=Поля%20eq%201`, 404, '10'],
    [`${SALES}?$filter=Number%20eq%201`, 400, '14'],
    [`${SALES}?$filter=tolower(Number)%20eq%20'1'`, 501, '21'],
    [`${SALES}?$top=много`, 400, '14'],
    [`${SALES}?$filter=Number+eq+'1'`, 404, '10'],
  ])('%s is refused', async (path, status, code) => {
    const answer = await base.call('GET', path);
    expect(answer).toMatchObject({ status, body: { 'odata.error': { code, message: { lang: 'ru' } } } });
  });

  it('is refused in Atom when Atom was asked for', async () => {
    expect(await base.text('Catalog_Нет')).toContain('<m:code>8</m:code>');
    expect(await base.text(`${SALES}?$format=csv`)).toContain('<m:code>3</m:code>');
  });
});
