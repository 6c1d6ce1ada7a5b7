import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { demoBuyers, demoSeller } from '../../demo.js';
import { makeReceipt } from '../files/service-files.js';
import { seedState } from '../state/seed.js';
import { Api, read } from '../testing/api.js';
import { makeKey, makeUpd, sign } from '../testing/seller.js';
import { Stand } from '../testing/stand.js';
import { Document } from '../wire/document.js';
import { Message } from '../wire/message.js';
import { MessagePatchToPostV2, MessageToPost } from '../wire/message-to-post.js';
import { ReceiptGenerationRequestV2 } from '../wire/service.js';

jest.setTimeout(60_000);

const [romashka] = demoBuyers;
const seller = demoSeller.diadoc;
const key = makeKey(demoSeller);

let stand: Stand;
let api: Api;
beforeAll(async () => {
  stand = await Stand.open();
  api = await new Api(stand.api).login();
  await stand.robot(romashka!.diadoc.boxId, { sendsReceipts: false });
});
afterAll(() => stand.close());

const send = async (number: string, order: { named: 'СЧФ' | 'ДОП' | 'СЧФДОП'; workflowId: number }) => {
  const { bytes } = makeUpd(romashka!, number, order.named);
  const answer = await api.post(`/V3/PostMessage?operationId=${randomUUID()}`, MessageToPost, {
    FromBoxId: seller.boxId,
    ToBoxId: romashka!.diadoc.boxId,
    DocumentAttachments: [
      {
        TypeNamedId: 'UniversalTransferDocument',
        Function: order.named,
        Version: 'utd970_05_03_01',
        WorkflowId: order.workflowId,
        SignedContent: { Content: bytes, Signature: sign(key, bytes) },
      },
    ],
  });
  const message = await read(answer, Message);
  return { messageId: message.MessageId, entityId: message.Entities![0]!.EntityId };
};
const typesOf = async (messageId: string) => {
  const whole = await api.get(`/V6/GetMessage?boxId=${seller.boxId}&messageId=${messageId}`, Message);
  return whole.Entities!.flatMap((one) => one.AttachmentType ?? []);
};

describe('workflows', () => {
  it.each([
    [18, ['InvoiceReceipt', 'InvoiceConfirmation', 'UniversalTransferDocumentBuyerTitle', 'InvoiceConfirmation']],
    [16, ['InvoiceReceipt', 'InvoiceConfirmation', 'UniversalTransferDocumentBuyerTitle']],
  ])('%i: confirms what its table says', async (workflowId, expected) => {
    const at = await send(`w${workflowId}`, { named: 'СЧФДОП', workflowId });
    await stand.answer(at, 'sign');
    expect(await typesOf(at.messageId)).toEqual(['UniversalTransferDocument', 'InvoiceConfirmation', ...expected]);
  });

  it('3: goes without confirmations and without a receipt', async () => {
    const at = await send('w3', { named: 'ДОП', workflowId: 3 });
    await stand.answer(at, 'sign');
    expect(await typesOf(at.messageId)).toEqual(['UniversalTransferDocument', 'UniversalTransferDocumentBuyerTitle']);
  });

  it('10: the seller owes a receipt of the confirmation, which the buyer never sees', async () => {
    const at = await send('w10', { named: 'СЧФ', workflowId: 10 });
    const status = async () => {
      const path = `/V3/GetDocument?boxId=${seller.boxId}&messageId=${at.messageId}&entityId=${at.entityId}`;
      return (await api.get(path, Document)).ConfirmationMetadata.ReceiptStatus;
    };
    expect(await status()).toBe('HaveToCreateReceipt');
    const whole = await api.get(`/V6/GetMessage?boxId=${seller.boxId}&messageId=${at.messageId}`, Message);
    const confirmation = whole.Entities!.find((one) => one.AttachmentType === 'InvoiceConfirmation')!;
    const made = await api.post(`/V2/GenerateReceiptXml?boxId=${seller.boxId}`, ReceiptGenerationRequestV2, {
      MessageId: at.messageId,
      AttachmentId: confirmation.EntityId,
      SignerContent: Buffer.from('<Signer/>'),
    });
    const bytes = new Uint8Array(await made.arrayBuffer());
    const item = {
      ParentEntityId: confirmation.EntityId,
      SignedContent: { Content: bytes, Signature: sign(key, bytes) },
    };
    const patch = { BoxId: seller.boxId, MessageId: at.messageId, Receipts: [item] };
    expect((await api.post('/V4/PostMessagePatch', MessagePatchToPostV2, patch)).status).toBe(200);
    expect(await status()).toBe('Finished');
    const buyerApi = await new Api(stand.api).login(romashka!.email);
    const seen = await buyerApi.get(
      `/V6/GetMessage?boxId=${romashka!.diadoc.boxId}&messageId=${at.messageId}`,
      Message,
    );
    expect(seen.Entities!.map((one) => one.AttachmentType)).not.toContain('Receipt');
  });

  it('takes no receipt that the workflow does not know', async () => {
    const at = await send('w18-no', { named: 'СЧФДОП', workflowId: 18 });
    const whole = await api.get(`/V6/GetMessage?boxId=${seller.boxId}&messageId=${at.messageId}`, Message);
    const confirmation = whole.Entities!.find((one) => one.AttachmentType === 'InvoiceConfirmation')!;
    const made = await api.post(`/V2/GenerateReceiptXml?boxId=${seller.boxId}`, ReceiptGenerationRequestV2, {
      MessageId: at.messageId,
      AttachmentId: confirmation.EntityId,
      SignerContent: Buffer.from('<Signer/>'),
    });
    expect(made.status).toBe(409);
  });

  it('refuses a workflow that the function does not have', async () => {
    await expect(send('w17', { named: 'СЧФДОП', workflowId: 17 })).rejects.toThrow(/400/);
  });

  it('takes no service file about another file', async () => {
    const [first, second] = [
      await send('a1', { named: 'СЧФДОП', workflowId: 18 }),
      await send('a2', { named: 'СЧФДОП', workflowId: 18 }),
    ];
    const buyerApi = await new Api(stand.api).login(romashka!.email);
    const [sellerOrganization, buyer] = seedState(new Date()).organizations;
    const wrong = makeReceipt({
      about: { fileId: 'ON_NSCHFDOPPR_other', signatures: [Buffer.from('x')] },
      by: buyer!,
      to: sellerOrganization!,
      signer: buyer!.signer,
      at: new Date(),
    });
    const bytes = new Uint8Array(wrong.bytes);
    const item = {
      ParentEntityId: second.entityId,
      SignedContent: { Content: bytes, Signature: sign(makeKey(romashka!), bytes) },
    };
    const patch = { BoxId: romashka!.diadoc.boxId, MessageId: second.messageId, Receipts: [item] };
    const refused = await buyerApi.post('/V4/PostMessagePatch', MessagePatchToPostV2, patch);
    expect(await refused.text()).toContain('ссылается на файл');
    const stray = { ...patch, MessageId: first.messageId };
    expect((await buyerApi.post('/V4/PostMessagePatch', MessagePatchToPostV2, stray)).status).toBe(404);
  });

  it('counts invalid signatures under one entity and stops at the fourth', async () => {
    const at = await send('inv', { named: 'СЧФДОП', workflowId: 18 });
    const buyerApi = await new Api(stand.api).login(romashka!.email);
    const tryOnce = async (number: number) => {
      const SignedContent = { Content: Buffer.from(`<a n="${number}"/>`), Signature: Buffer.from('nonsense') };
      const Receipts = [{ ParentEntityId: at.entityId, SignedContent }];
      const patch = { BoxId: romashka!.diadoc.boxId, MessageId: at.messageId, Receipts };
      return (await buyerApi.post('/V4/PostMessagePatch', MessagePatchToPostV2, patch)).status;
    };
    expect([await tryOnce(1), await tryOnce(2), await tryOnce(3), await tryOnce(4)]).toEqual([400, 400, 400, 409]);
  });
});
