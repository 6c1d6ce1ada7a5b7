import { spokenOf } from '../docflow/confirm.js';
import { patchMessage, type Patch } from '../docflow/patch-message.js';
import { sellerSide } from '../docflow/seller-side.js';
import { factsOf, findEntity, isDocument, needsAnswer, needsReceipt, type DocumentEntity } from '../docflow/tree.js';
import { makeBuyerTitle } from '../files/buyer-title.js';
import { russianDate } from '../files/moments.js';
import { makeNotice, makeReceipt, type MadeFile } from '../files/service-files.js';
import { DiadocError } from '../http/diadoc-error.js';
import type { AnswerKind, MessageRecord, OrganizationRecord } from '../state/state.js';
import type { World } from '../world.js';

export interface AnswerOrder {
  readonly messageId: string;
  readonly entityId: string;
  readonly kind: AnswerKind;
  readonly reason?: string;
}

interface Desk {
  readonly world: World;
  readonly message: MessageRecord;
  readonly document: DocumentEntity;
  readonly buyer: OrganizationRecord;
}

/** The buyer's act as its own web page does it: makes the file, signs it with the buyer's key and sends it. */
export const answerDocument = async (world: World, order: AnswerOrder): Promise<void> =>
  world.change(async () => {
    const desk = openDesk(world, order);
    await giveReceipt(desk);
    await patchMessage({ world, message: desk.message, by: desk.buyer }, await answerOf(desk, order));
  });

/** ИоП of the buyer, when the document wants one and none was given. */
export const receiptDocument = async (world: World, at: { messageId: string; entityId: string }): Promise<void> =>
  world.change(async () => giveReceipt(openDesk(world, at)));

const openDesk = (world: World, { messageId, entityId }: { messageId: string; entityId: string }): Desk => {
  const message = world.state.messages[messageId.toLowerCase()];
  const document = message && findEntity(message, entityId);
  if (!message || !document || !isDocument(document)) throw new DiadocError(404, 'Документ не найден');
  return { world, message, document, buyer: world.getOrganization(message.toBoxId) };
};

const giveReceipt = async (desk: Desk): Promise<void> => {
  const { world, message, document, buyer } = desk;
  if (!needsReceipt(document) || factsOf(message, document).receipt) return;
  const file = makeReceipt(await serviceOrder(desk));
  await patchMessage({ world, message, by: buyer }, { Receipts: [await item(desk, file)] });
};

const serviceOrder = async ({ world, message, document, buyer }: Desk) => ({
  about: await spokenOf(world, message, document),
  by: buyer,
  to: world.getOrganization(message.fromBoxId),
  signer: buyer.signer,
  at: world.now(),
});

const item = async ({ world, document, buyer }: Desk, file: MadeFile) => ({
  ParentEntityId: document.entityId,
  SignedContent: { Content: file.bytes, Signature: await world.notary.sign({ boxId: buyer.boxId }, file.bytes) },
});

const demandReason = (reason: string | undefined): string => {
  const text = reason?.trim() ?? '';
  if (text === '') throw new DiadocError(400, 'Нужна причина');
  return text;
};

const answerOf = async (desk: Desk, order: AnswerOrder): Promise<Patch> => {
  switch (order.kind) {
    case 'sign':
      return title(desk, { code: '1', words: order.reason?.trim() || 'Товары приняты без претензий' });
    case 'discrepancies':
      return title(desk, { code: '2', words: demandReason(order.reason) });
    case 'refuse': {
      const file = makeNotice(await serviceOrder(desk), demandReason(order.reason));
      return { XmlSignatureRejections: [await item(desk, file)] };
    }
    case 'clarify': {
      const file = makeNotice(await serviceOrder(desk), demandReason(order.reason));
      return { CorrectionRequests: [await item(desk, file)] };
    }
  }
};

const title = async (desk: Desk, outcome: { code: string; words: string }): Promise<Patch> => {
  const { world, message, document, buyer } = desk;
  if (!needsAnswer(document)) throw new DiadocError(400, 'Документ с функцией СЧФ не требует ответа получателя');
  const file = makeBuyerTitle({
    ...(await sellerSide(world, message, document)),
    document: document.document,
    buyer,
    signer: buyer.signer,
    outcome,
    acceptedOn: russianDate(world.now()),
    creator: buyer.fullName,
    powers: '1',
    employee: buyer.signer,
    at: world.now(),
  });
  const asksReceipt = world.state.robots[buyer.boxId]?.asksReceipt ?? false;
  return { RecipientTitles: [{ ...(await item(desk, file)), NeedReceipt: asksReceipt }] };
};
