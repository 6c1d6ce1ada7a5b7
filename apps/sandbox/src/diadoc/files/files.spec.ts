import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { checkTitle, checkXml } from '@potok/documents';

import { demoBuyers, demoSeller } from '../../demo.js';
import { Api, read } from '../testing/api.js';
import { makeKey, makeUpd, sign } from '../testing/seller.js';
import { Stand } from '../testing/stand.js';
import { Message } from '../wire/message.js';
import { MessageToPost } from '../wire/message-to-post.js';
import { element, readXml, textOf, writeWindows1251 } from './xml.js';

const [romashka, luchkov] = demoBuyers;
const seller = demoSeller.diadoc;
const key = makeKey(demoSeller);
const schemas = resolve(process.env['POTOK_REFERENCE'] ?? '../shared/reference', 'data/xsd');
const OFFICIAL: Record<string, string> = {
  DP_PDPOL: 'tech/DP_PDPOL_1_984_00_01_03_01.xsd',
  DP_PDOTPR: 'tech/DP_PDOTPR_1_983_00_01_03_01.xsd',
  DP_IZVPOL: 'tech/DP_IZVPOL_1_982_00_01_03_01.xsd',
  DP_UVUTOCH: 'tech/DP_UVUTOCH_1_985_00_01_03_01.xsd',
  DP_PRANNUL: 'tech/DP_PRANNUL_1_985_00_01_01_02.xsd',
  ON_NSCHFDOPPR: 'upd-5.03/ON_NSCHFDOPPR_1_997_01_05_03_05.xsd',
  ON_NSCHFDOPPOK: 'upd-5.03/ON_NSCHFDOPPOK_1_997_02_05_03_01.xsd',
};

jest.setTimeout(60_000);

let stand: Stand;
let api: Api;
beforeAll(async () => {
  stand = await Stand.open();
  api = await new Api(stand.api).login();
});
afterAll(() => stand.close());

interface Place {
  readonly messageId: string;
  readonly entityId: string;
}
const send = async (buyer: (typeof demoBuyers)[number], number: string): Promise<Place> => {
  const { bytes } = makeUpd(buyer, number);
  const message = await read(
    await api.post('/V3/PostMessage', MessageToPost, {
      FromBoxId: seller.boxId,
      ToBoxId: buyer.diadoc.boxId,
      DocumentAttachments: [
        {
          TypeNamedId: 'UniversalTransferDocument',
          Function: 'СЧФДОП',
          Version: 'utd970_05_03_01',
          SignedContent: { Content: bytes, Signature: sign(key, bytes) },
        },
      ],
    }),
    Message,
  );
  return { messageId: message.MessageId, entityId: message.Entities![0]!.EntityId };
};

const filesOf = async ({ messageId }: Place, boxId: string, by: Api) => {
  const path = `/V6/GetMessage?boxId=${boxId}&messageId=${messageId}&injectEntityContent`;
  const whole = await by.get(path, Message);
  return whole
    .Entities!.filter((one) => one.EntityType === 'Attachment')
    .map((one) => ({ name: one.FileName!, bytes: Uint8Array.from(one.Content!.Data!) }));
};

/** Every kind of file that the sandbox makes, for a company and for an entrepreneur. */
const makeAll = async () => {
  const places: (Place & { login: string; boxId: string })[] = [];
  for (const buyer of [romashka!, luchkov!]) {
    for (const kind of ['sign', 'discrepancies', 'clarify', 'refuse'] as const) {
      const at = await send(buyer, `${kind}-${buyer.key}`);
      await stand.answer(at, kind, 'Цена 100 ₽ & «неверна» <строка 1>');
      places.push({ ...at, login: buyer.email, boxId: buyer.diadoc.boxId });
    }
  }
  const found = new Map<string, Uint8Array>();
  for (const place of places) {
    const buyerApi = await new Api(stand.api).login(place.login);
    const seen = [...(await filesOf(place, seller.boxId, api)), ...(await filesOf(place, place.boxId, buyerApi))];
    for (const { name, bytes } of seen) found.set(name, bytes);
  }
  const [first] = places;
  const path = `/V2/GenerateRevocationRequestXml?boxId=${seller.boxId}&messageId=${first!.messageId}&attachmentId=${first!.entityId}`;
  const offer = await api.call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ Comment: 'Ошибка' }),
  });
  const name = /filename="(.*)"/.exec(offer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return found.set(name, new Uint8Array(await offer.arrayBuffer()));
};

describe('files of the docflow', () => {
  it('carry their name as ИдФайл, in windows-1251, and fit the official schemas', async () => {
    const files = await makeAll();
    const kinds = new Set<string>();
    for (const [name, bytes] of files) {
      const kind = /^[A-Z]+_[A-Z]+/.exec(name)?.[0] ?? name;
      kinds.add(kind);
      expect(`${readXml(bytes)?.attributes['ИдФайл'] ?? ''}.xml`).toBe(name);
      expect(textOf(bytes)).toContain('encoding="windows-1251"');
      const schema = join(schemas, OFFICIAL[kind] ?? 'none');
      if (!existsSync(schema)) continue;
      expect({ name, findings: await checkXml(bytes, readFileSync(schema)) }).toEqual({ name, findings: [] });
    }
    expect([...kinds].toSorted()).toEqual(Object.keys(OFFICIAL).toSorted());
  });

  it('fit our own schemas too', async () => {
    const at = await send(romashka!, 'own');
    await stand.answer(at, 'sign');
    const title = (await filesOf(at, seller.boxId, api)).find(({ name }) => name.startsWith('ON_NSCHFDOPPOK'));
    expect(await checkTitle(title!.bytes, 'upd-buyer')).toEqual([]);
  });

  it('come from the user contract of a buyer and go back into it', async () => {
    const at = await send(luchkov!, 'contract');
    const buyerApi = await new Api(stand.api).login(luchkov!.email);
    const table =
      'documentTypeNamedId=UniversalTransferDocument&documentFunction=СЧФДОП&documentVersion=utd970_05_03_01';
    const box = `boxId=${luchkov!.diadoc.boxId}&${table}&titleIndex=1`;
    const made = await buyerApi.call(`/GenerateTitleXml?${box}&letterId=${at.messageId}&documentId=${at.entityId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml; charset=utf-8' },
      body:
        '<UniversalTransferDocumentBuyerTitle AcceptanceDate="24.11.2026" DocumentCreator="ИП" OperationContent="Принято">' +
        '<ContentOperCode TotalCode="1"/><Employee Position="Кладовщик" LastName="Приёмкин" FirstName="Павел"/>' +
        '<Signers><Signer SignerPowersConfirmationMethod="1"><Fio LastName="Лучков" FirstName="Пётр" MiddleName="Андреевич"/>' +
        '<Position PositionSource="Manual">ИП</Position></Signer></Signers></UniversalTransferDocumentBuyerTitle>',
    });
    expect(made.status).toBe(200);
    const bytes = new Uint8Array(await made.arrayBuffer());
    expect(await checkTitle(bytes, 'upd-buyer')).toEqual([]);
    const parsed = await buyerApi.call(`/ParseTitleXml?${box}`, { method: 'POST', body: bytes });
    const contract = readXml(new Uint8Array(await parsed.arrayBuffer()));
    expect(contract?.attributes).toMatchObject({ AcceptanceDate: '24.11.2026', OperationContent: 'Принято' });
  });
});

describe('xml', () => {
  it('writes what windows-1251 has not as references, and reads it back', () => {
    const bytes = writeWindows1251(element('Файл', { Имя: '₽ & "кавычки" <тег>\n' }, 'строка\u{1F600}'));
    expect(readXml(bytes)).toMatchObject({ attributes: { Имя: '₽ & "кавычки" <тег>\n' }, text: 'строка\u{1F600}' });
  });

  it('reads no file with a DOCTYPE, none that is broken, none that is too deep', () => {
    expect(readXml(Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))).toBeUndefined();
    expect(readXml(Buffer.from('<a><b></a>'))).toBeUndefined();
    expect(readXml(Buffer.from('<a>'.repeat(1000) + '</a>'.repeat(1000)))).toBeUndefined();
  });
});
