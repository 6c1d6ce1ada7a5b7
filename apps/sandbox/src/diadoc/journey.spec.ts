import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { verifyDetached } from '@potok/signing';

import { demoBuyers, demoSeller } from '../demo.js';
import { Api, read } from './testing/api.js';
import { makeKey, makeUpd, sign } from './testing/seller.js';
import { Stand } from './testing/stand.js';
import { CounteragentList } from './wire/counteragent.js';
import { Document } from './wire/document.js';
import { BoxEventList, Message, MessagePatch, type BoxEventWire } from './wire/message.js';
import { MessagePatchToPostV2, MessageToPost } from './wire/message-to-post.js';
import { OrganizationList } from './wire/organization.js';
import { ReceiptGenerationRequestV2 } from './wire/service.js';

const seller = demoSeller.diadoc;
const [romashka, , vasilek] = demoBuyers;
const key = makeKey(demoSeller);
const SIGNER = Buffer.from('<Signer SignerStatus="1" SignatureType="1"><Position PositionSource="Employee"/></Signer>');

jest.setTimeout(60_000);

let stand: Stand;
let api: Api;
beforeAll(async () => {
  stand = await Stand.open();
  api = await new Api(stand.api).login();
  await stand.robot(romashka!.diadoc.boxId, { sendsReceipts: false });
});
afterAll(() => stand.close());

const messageFor = (
  title: { bytes: Uint8Array },
  over: { signature?: Uint8Array; to?: string; named?: string } = {},
) => ({
  FromBoxId: seller.boxId,
  ToBoxId: over.to ?? romashka!.diadoc.boxId,
  DocumentAttachments: [
    {
      TypeNamedId: 'UniversalTransferDocument',
      Function: over.named ?? 'СЧФДОП',
      Version: 'utd970_05_03_01',
      SignedContent: { Content: title.bytes, Signature: over.signature ?? sign(key, title.bytes) },
    },
  ],
});

const send = (title: { bytes: Uint8Array }, operationId: string = randomUUID()) =>
  api.post(`/V3/PostMessage?operationId=${operationId}`, MessageToPost, messageFor(title));

const sendOne = async (number: string) => {
  const message = await read(await send(makeUpd(romashka!, number)), Message);
  const entity = message.Entities!.find((one) => one.DocumentInfo)!;
  return { messageId: message.MessageId, entityId: entity.EntityId };
};

const eventsAfter = (boxId: string, cursor?: string, by: Api = api) =>
  by.get(
    `/V8/GetNewEvents?boxId=${boxId}${cursor === undefined ? '' : `&afterIndexKey=${encodeURIComponent(cursor)}`}`,
    BoxEventList,
  );
const lastKey = async (boxId: string, by: Api = api): Promise<string | undefined> =>
  (await eventsAfter(boxId, undefined, by)).Events?.at(-1)?.IndexKey;
const typesOf = (event: BoxEventWire): string[] =>
  (event.Patch?.Entities ?? event.Message?.Entities ?? []).map((one) => one.AttachmentType ?? one.EntityType ?? '');
const documentOf = (at: { messageId: string; entityId: string }, boxId: string = seller.boxId, by: Api = api) =>
  by.get(`/V3/GetDocument?boxId=${boxId}&messageId=${at.messageId}&entityId=${at.entityId}`, Document);

describe('the way of a УПД', () => {
  it('knows who we are and who the buyer is', async () => {
    const mine = await api.get('/GetMyOrganizations', OrganizationList);
    expect(mine.Organizations?.map((one) => one.Inn)).toEqual([demoSeller.inn]);
    const found = await api.get(
      `/GetOrganizationsByInnKpp?inn=${romashka!.inn}&kpp=${romashka!.kpp}`,
      OrganizationList,
    );
    expect(found.Organizations?.[0]?.Boxes?.[0]?.BoxIdGuid).toBe(romashka!.diadoc.boxId);
    const partners = await api.get(
      `/V3/GetCounteragents?myBoxId=${seller.boxId}&counteragentStatus=IsMyCounteragent`,
      CounteragentList,
    );
    expect(partners.TotalCount).toBe(3);
  });

  it('goes from sending to both signatures, with confirmations and receipts in between', async () => {
    const start = await lastKey(seller.boxId);
    const title = makeUpd(romashka!, '101');
    const message = await read(await send(title), Message);
    expect(message.Entities?.map((one) => one.AttachmentType ?? one.EntityType)).toEqual([
      'UniversalTransferDocument',
      'Signature',
    ]);
    const entity = message.Entities![0]!;
    expect(entity.FileName).toBe(title.fileName);
    const at = { messageId: message.MessageId, entityId: entity.EntityId };

    const sent = await eventsAfter(seller.boxId, start);
    expect(sent.Events?.map(typesOf)).toEqual([
      ['UniversalTransferDocument', 'Signature'],
      ['InvoiceConfirmation', 'Signature'],
      [],
    ]);
    expect(sent.Events?.[2]?.Patch?.MessageIsDelivered).toBe(true);
    expect(await documentOf(at)).toMatchObject({
      DocumentDirection: 'Outbound',
      ConfirmationMetadata: { ReceiptStatus: 'Finished' },
      RecipientReceiptMetadata: { ReceiptStatus: 'WaitingForReceipt' },
      RecipientResponseStatus: 'WaitingForRecipientSignature',
      UniversalTransferDocumentMetadata: { DocumentStatus: 'OutboundWaitingForInvoiceReceiptAndRecipientSignature' },
    });

    expect(await stand.answer(at, 'sign')).toBe(204);
    const answered = await eventsAfter(seller.boxId, sent.Events!.at(-1)!.IndexKey);
    expect(answered.Events?.map(typesOf)).toEqual([
      ['InvoiceReceipt', 'Signature'],
      ['InvoiceConfirmation', 'Signature'],
      ['UniversalTransferDocumentBuyerTitle', 'Signature'],
      ['InvoiceConfirmation', 'Signature'],
    ]);
    expect(await documentOf(at)).toMatchObject({
      RecipientReceiptMetadata: { ReceiptStatus: 'Finished', ConfirmationMetadata: { ReceiptStatus: 'Finished' } },
      RecipientResponseStatus: 'WithRecipientSignature',
      SenderReceiptMetadata: { ReceiptStatus: 'HaveToCreateReceipt' },
      UniversalTransferDocumentMetadata: { DocumentStatus: 'OutboundWithRecipientSignature' },
    });
  });

  it('shows the other side of the same document to the buyer', async () => {
    const buyerApi = await new Api(stand.api).login(romashka!.email);
    const start = await lastKey(romashka!.diadoc.boxId, buyerApi);
    const at = await sendOne('102');
    const { Events } = await eventsAfter(romashka!.diadoc.boxId, start, buyerApi);
    expect(Events?.map(typesOf)).toEqual([
      ['UniversalTransferDocument', 'Signature'],
      ['InvoiceConfirmation', 'Signature'],
    ]);
    expect(await documentOf(at, romashka!.diadoc.boxId, buyerApi)).toMatchObject({
      DocumentDirection: 'Inbound',
      RecipientReceiptMetadata: { ReceiptStatus: 'HaveToCreateReceipt' },
      UniversalTransferDocumentMetadata: { DocumentStatus: 'InboundWaitingForRecipientSignature' },
    });
    const stranger = await api.call(`/V8/GetNewEvents?boxId=${romashka!.diadoc.boxId}`);
    expect(stranger.status).toBe(403);
  });

  it('gives files whose signatures verify over exactly their bytes', async () => {
    const at = await sendOne('103');
    await stand.answer(at, 'sign');
    const whole = await api.get(
      `/V6/GetMessage?boxId=${seller.boxId}&messageId=${at.messageId}&injectEntityContent=True`,
      Message,
    );
    const signatures = whole.Entities!.filter((one) => one.EntityType === 'Signature');
    const checks = signatures.map((one) => {
      const parent = whole.Entities!.find((other) => other.EntityId === one.ParentEntityId)!;
      const bytes = Uint8Array.from(parent.Content!.Data!);
      return verifyDetached({ bytes, signature: Uint8Array.from(one.Content!.Data!), at: new Date() }).findings;
    });
    expect(checks.length).toBeGreaterThanOrEqual(5);
    expect(checks.flat()).toEqual([]);
  });

  it('takes the receipt that the seller owes, made by the operator and signed by the seller, once', async () => {
    const at = await sendOne('104');
    await stand.answer(at, 'sign');
    const whole = await api.get(`/V6/GetMessage?boxId=${seller.boxId}&messageId=${at.messageId}`, Message);
    const title = whole.Entities!.find((one) => one.AttachmentType === 'UniversalTransferDocumentBuyerTitle')!;
    const made = await api.post(`/V2/GenerateReceiptXml?boxId=${seller.boxId}`, ReceiptGenerationRequestV2, {
      MessageId: at.messageId,
      AttachmentId: title.EntityId,
      SignerContent: SIGNER,
    });
    expect(made.headers.get('content-type')).toBe('application/xml; charset=windows-1251');
    expect(made.headers.get('content-disposition')).toMatch(/filename="DP_IZVPOL_.*\.xml"/);
    const bytes = new Uint8Array(await made.arrayBuffer());
    const patch = {
      BoxId: seller.boxId,
      MessageId: at.messageId,
      Receipts: [{ ParentEntityId: title.EntityId, SignedContent: { Content: bytes, Signature: sign(key, bytes) } }],
    };
    const done = await read(
      await api.post('/V4/PostMessagePatch?operationId=r1', MessagePatchToPostV2, patch),
      MessagePatch,
    );
    expect(done.Entities?.map((one) => one.AttachmentType ?? one.EntityType)).toEqual(['Receipt', 'Signature']);
    expect((await documentOf(at)).SenderReceiptMetadata.ReceiptStatus).toBe('Finished');
    const repeat = await read(
      await api.post('/V4/PostMessagePatch?operationId=R1', MessagePatchToPostV2, patch),
      MessagePatch,
    );
    expect(repeat.PatchId).toBe(done.PatchId);
    expect((await api.post('/V4/PostMessagePatch?operationId=r2', MessagePatchToPostV2, patch)).status).toBe(409);
  });

  it.each([
    { kind: 'refuse', status: 'RecipientSignatureRequestRejected', type: 'XmlSignatureRejection', flags: 0 },
    { kind: 'clarify', status: 'WaitingForRecipientSignature', type: 'InvoiceCorrectionRequest', flags: 1 },
    { kind: 'discrepancies', status: 'WithRecipientSignature', type: 'UniversalTransferDocumentBuyerTitle', flags: 0 },
  ] as const)('carries the answer «$kind» with its reason', async ({ kind, status, type, flags }) => {
    const at = await sendOne(`105-${kind}`);
    expect(await stand.answer(at, kind, '')).toBe(400);
    expect(await stand.answer(at, kind, 'Неверная цена, строка 1')).toBe(204);
    const document = await documentOf(at);
    expect(document.RecipientResponseStatus).toBe(status);
    expect(document.AmendmentRequestMetadata.AmendmentFlags).toBe(flags);
    const whole = await api.get(`/V6/GetMessage?boxId=${seller.boxId}&messageId=${at.messageId}`, Message);
    const entity = whole.Entities!.find((one) => one.AttachmentType === type)!;
    const content = await api.call(
      `/V4/GetEntityContent?boxId=${seller.boxId}&messageId=${at.messageId}&entityId=${entity.EntityId}`,
    );
    const text = new TextDecoder('windows-1251').decode(await content.arrayBuffer());
    expect(text).toContain('Неверная цена, строка 1');
  });

  it('lets the buyer answer once', async () => {
    const at = await sendOne('106');
    expect(await stand.answer(at, 'sign')).toBe(204);
    expect(await stand.answer(at, 'refuse', 'Передумали')).toBe(409);
    const [document] = (await stand.documents()).filter((one) => one.messageId === at.messageId);
    expect(document?.counts).toMatchObject({ titles: 1, rejections: 0, receipts: 1 });
  });

  it('asks nothing but a receipt for a СЧФ', async () => {
    const title = makeUpd(romashka!, '107', 'СЧФ');
    const message = await read(
      await api.post('/V3/PostMessage', MessageToPost, messageFor(title, { named: 'СЧФ' })),
      Message,
    );
    const at = { messageId: message.MessageId, entityId: message.Entities![0]!.EntityId };
    expect((await documentOf(at)).RecipientResponseStatus).toBe('RecipientResponseStatusNotAcceptable');
    expect(await stand.answer(at, 'sign')).toBe(400);
  });
});

describe('sending once', () => {
  it('gives the first message to a repeat, whatever its body and the letter case of the operationId', async () => {
    const first = await read(await send(makeUpd(romashka!, '201'), 'key-201'), Message);
    const again = await read(await send(makeUpd(romashka!, '202'), 'KEY-201'), Message);
    expect(again.MessageId).toBe(first.MessageId);
    const sent = (await stand.documents()).filter((one) => ['201', '202'].includes(one.number));
    expect(sent).toHaveLength(1);
    expect(sent[0]?.sends).toMatchObject([{ operationId: 'key-201', calls: 2 }]);
  });

  it('takes calls with one operationId at the same time as one', async () => {
    const title = makeUpd(romashka!, '203');
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(title, 'key-203')));
    const statuses = answers.map((one) => one.status);
    expect(statuses).toContain(200);
    expect(statuses.every((status) => status === 200 || status === 204)).toBe(true);
    expect(answers.every((one) => one.status === 200 || one.headers.get('retry-after') === '1')).toBe(true);
    expect((await stand.documents()).filter((one) => one.number === '203')).toHaveLength(1);
  });

  it('takes the same body without operationId as one call', async () => {
    const body = messageFor(makeUpd(romashka!, '204'));
    const first = await read(await api.post('/V3/PostMessage?operationId=', MessageToPost, body), Message);
    const again = await read(await api.post('/V3/PostMessage', MessageToPost, body), Message);
    expect(again.MessageId).toBe(first.MessageId);
  });

  it('refuses the same file under another operationId', async () => {
    const title = makeUpd(romashka!, '205');
    expect((await send(title)).status).toBe(200);
    expect((await send(title)).status).toBe(409);
  });

  it('is found sent after the answer was lost', async () => {
    await stand.arm({ kind: 'drop-answer', match: { path: 'PostMessage' } });
    const title = makeUpd(romashka!, '206');
    await expect(send(title, 'key-206')).rejects.toThrow();
    const message = await read(await send(title, 'key-206'), Message);
    const sent = (await stand.documents()).filter((one) => one.number === '206');
    expect(sent.map((one) => one.messageId)).toEqual([message.MessageId]);
  });
});

describe('what is refused', () => {
  const refusal = async (body: ReturnType<typeof messageFor>) => {
    const answer = await api.post(`/V3/PostMessage?operationId=${randomUUID()}`, MessageToPost, body);
    return { status: answer.status, text: await answer.text(), code: answer.headers.get('x-diadoc-errorcode') };
  };

  it('a signature of other bytes', async () => {
    const title = makeUpd(romashka!, '301');
    const other = sign(key, makeUpd(romashka!, '302').bytes);
    const { status, text, code } = await refusal(messageFor(title, { signature: other }));
    expect(status).toBe(400);
    expect(text).toContain('Подпись недействительна');
    expect(code).not.toBeNull();
  });

  it('a signature of another firm', async () => {
    const title = makeUpd(romashka!, '303');
    const { text } = await refusal(messageFor(title, { signature: sign(makeKey(romashka!), title.bytes) }));
    expect(text).toContain(`сертификат выдан ИНН ${romashka!.inn}`);
  });

  it('a receiver who is no partner', async () => {
    const title = makeUpd(vasilek!, '304');
    const { status, text } = await refusal(messageFor(title, { to: vasilek!.diadoc.boxId }));
    expect(status).toBe(409);
    expect(text).toContain('не является вашим контрагентом');
  });

  it('a title of somebody else, of another function, or that the schema refuses', async () => {
    expect((await refusal(messageFor(makeUpd(vasilek!, '305')))).text).toContain('не соответствует участникам');
    expect((await refusal(messageFor(makeUpd(romashka!, '306', 'ДОП')))).text).toContain('Функция в файле');
    const { bytes } = makeUpd(romashka!, '307');
    const spoilt = Buffer.from(
      Buffer.from(bytes).toString('latin1').replace('22%', '19%').replace('"22.00"', '"19.00"'),
      'latin1',
    );
    const changed = Uint8Array.from(spoilt);
    expect((await refusal(messageFor({ bytes: changed }))).text).toContain('не соответствует схеме');
  });

  it('nothing of it stands anywhere', async () => {
    expect((await stand.documents()).filter((one) => one.number.startsWith('30'))).toEqual([]);
  });
});
