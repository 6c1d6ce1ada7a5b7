import { readServiceFile, type ServiceFacts, type ServiceKind } from '../files/title-facts.js';
import { DiadocError } from '../http/diadoc-error.js';
import type { EntityRecord, EventRecord, MessageRecord, OrganizationRecord } from '../state/state.js';
import type { AttachmentTypeWord } from '../wire/enums.js';
import type { PatchWire, SignedContentWire } from '../wire/message-to-post.js';
import type { World } from '../world.js';
import { checkBuyerTitle } from './check-title.js';
import { confirm } from './confirm.js';
import { mayAcceptRevocation, mayAnswer, mayReceipt, mayReject, mayRevoke } from './may.js';
import { demandSignature, takeSigned } from './signed-content.js';
import { addSignature, addSigned, announce, type SignedAttachment } from './steps.js';
import { findEntity, isDocument, otherBox, type DocumentEntity } from './tree.js';

/** The parts of both versions of the call. */
export type Patch = Omit<PatchWire, 'BoxId' | 'MessageId'>;

interface Acting {
  readonly world: World;
  readonly message: MessageRecord;
  readonly by: OrganizationRecord;
}
interface Item {
  readonly ParentEntityId: string;
  readonly SignedContent: SignedContentWire;
  readonly Labels?: readonly string[] | undefined;
}

/** Checks the whole patch, then puts it into the tree: one event in either box, and the operator's confirmations after it. */
export const patchMessage = async (acting: Acting, patch: Patch): Promise<EventRecord> => {
  const { world, message, by } = acting;
  demandOneAnswer(patch);
  const attachments = [
    ...(await all(patch.Receipts, (item) => receipt(acting, item))),
    ...(await all(patch.CorrectionRequests, (item) => clarification(acting, item))),
    ...(await all(patch.RecipientTitles, (item) => buyerTitle(acting, item))),
    ...(await all(patch.XmlSignatureRejections, (item) => rejection(acting, item))),
    ...(await all(patch.RevocationRequests, (item) => revocation(acting, item))),
  ];
  const signatures = await all(patch.Signatures, (item) => acceptance(acting, item));
  if (attachments.length + signatures.length === 0) {
    throw new DiadocError(400, 'В запросе нет ни одного действия, которое поддерживает песочница');
  }
  const added: EntityRecord[] = [];
  for (const one of attachments) added.push(...(await addSigned(world, message, one)));
  for (const one of signatures) added.push(await addSignature(world, message, one));
  const event = announce(world, message, { kind: 'patch', entities: added }).get(by.boxId);
  if (!event) throw new Error('the author sees nothing of its patch');
  for (const entity of added.filter(isConfirmed(message))) await confirm(world, message, entity);
  return event;
};

const demandOneAnswer = (patch: Patch): void => {
  const answered = [...(patch.RecipientTitles ?? []), ...(patch.XmlSignatureRejections ?? [])];
  const parents = new Set(answered.map((item) => item.ParentEntityId.toLowerCase()));
  if (parents.size < answered.length) throw new DiadocError(400, 'На один документ в запросе два ответа');
};

const all = async <T, R>(items: readonly T[] | undefined, act: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const done: R[] = [];
  for (const item of items ?? []) done.push(await act(item));
  return done;
};

/** The answers to an offer to annul go without confirmations. */
const isConfirmed =
  (message: MessageRecord) =>
  ({ entityType, parentEntityId }: EntityRecord): boolean =>
    entityType === 'Attachment' &&
    (parentEntityId === undefined || findEntity(message, parentEntityId)?.attachmentType !== 'RevocationRequest');

const parentOf = ({ message }: Acting, item: { ParentEntityId: string }): EntityRecord => {
  const found = findEntity(message, item.ParentEntityId);
  if (!found) throw new DiadocError(404, `Сущность ${item.ParentEntityId} не найдена в сообщении`);
  return found;
};

const documentParent = (acting: Acting, item: Item): DocumentEntity => {
  const parent = parentOf(acting, item);
  if (!isDocument(parent)) throw new DiadocError(404, `Сущность ${parent.entityId} не является документом`);
  return parent;
};

const take = async ({ world, by }: Acting, item: Item) =>
  takeSigned(world, by.boxId, { entityId: item.ParentEntityId.toLowerCase(), content: item.SignedContent });

interface Shape {
  readonly kind: ServiceKind;
  readonly type: AttachmentTypeWord;
}

const serviceFile = async (acting: Acting, item: Item, { kind, type }: Shape): Promise<SignedAttachment> => {
  const parent = parentOf(acting, item);
  const signed = await take(acting, item);
  const facts = demandService(signed.bytes, kind, parent);
  return {
    ...signed,
    attachmentType: type,
    parentEntityId: parent.entityId,
    fileId: facts.fileId,
    signerBoxId: acting.by.boxId,
    labels: item.Labels ?? [],
    ...(facts.text === undefined ? {} : { reason: facts.text }),
  };
};

const demandService = (bytes: Uint8Array, kind: ServiceKind, parent: EntityRecord): ServiceFacts => {
  const facts = readServiceFile(bytes);
  if (facts?.kind !== kind) throw new DiadocError(400, 'Содержимое не является служебным документом нужного вида');
  if (facts.aboutFileId !== parent.fileName) {
    throw new DiadocError(
      400,
      `Служебный документ ссылается на файл ${facts.aboutFileId}, ожидается ${parent.fileName ?? ''}`,
    );
  }
  return facts;
};

const receipt = async (acting: Acting, item: Item): Promise<SignedAttachment> => {
  const parent = parentOf(acting, item);
  mayReceipt(acting.message, parent, acting.by.boxId);
  // A receipt of a confirmation goes to the operator: the other side never sees it.
  const isInvoice = isDocument(parent) && parent.document.function !== 'ДОП';
  const made = await serviceFile(acting, item, { kind: 'receipt', type: isInvoice ? 'InvoiceReceipt' : 'Receipt' });
  return parent.onlyFor === undefined ? made : { ...made, onlyFor: parent.onlyFor };
};

const clarification = async (acting: Acting, item: Item): Promise<SignedAttachment> => {
  mayReject(acting.message, documentParent(acting, item), acting.by.boxId);
  return serviceFile(acting, item, { kind: 'notice', type: 'InvoiceCorrectionRequest' });
};

const rejection = async (acting: Acting, item: Item): Promise<SignedAttachment> => {
  const parent = parentOf(acting, item);
  const isOfRevocation = parent.attachmentType === 'RevocationRequest';
  if (isOfRevocation) mayAcceptRevocation(acting.message, parent, acting.by.boxId);
  else mayAnswer(acting.message, documentParent(acting, item), acting.by.boxId);
  return serviceFile(acting, item, { kind: 'notice', type: 'XmlSignatureRejection' });
};

const revocation = async (acting: Acting, item: Item): Promise<SignedAttachment> => {
  mayRevoke(acting.message, documentParent(acting, item));
  const made = await serviceFile(acting, item, { kind: 'revocation', type: 'RevocationRequest' });
  return { ...made, initiatorBoxId: acting.by.boxId };
};

const buyerTitle = async (acting: Acting, item: Item & { NeedReceipt: boolean }): Promise<SignedAttachment> => {
  const { world, message, by } = acting;
  const document = documentParent(acting, item);
  mayAnswer(message, document, by.boxId);
  const signed = await take(acting, item);
  const seller = world.getOrganization(otherBox(message, by.boxId));
  const facts = await checkBuyerTitle(document, signed.bytes, { buyer: by, seller });
  return {
    ...signed,
    attachmentType: 'UniversalTransferDocumentBuyerTitle',
    parentEntityId: document.entityId,
    fileId: facts.fileId,
    signerBoxId: by.boxId,
    labels: item.Labels ?? [],
    needReceipt: item.NeedReceipt,
    outcomeCode: facts.outcomeCode,
    ...(facts.words === undefined ? {} : { reason: facts.words }),
  };
};

/** A bare signature is the yes to an offer to annul; УПД themselves are answered by a title. */
const acceptance = async (acting: Acting, item: { ParentEntityId: string; Signature?: Uint8Array | undefined }) => {
  const { world, message, by } = acting;
  const parent = parentOf(acting, item);
  if (parent.attachmentType !== 'RevocationRequest') {
    throw new DiadocError(400, 'На этот документ отвечают титулом покупателя, а не подписью');
  }
  mayAcceptRevocation(message, parent, by.boxId);
  const bytes = await world.blobs.get(parent.sha256);
  await demandSignature(world, { boxId: by.boxId, bytes, signature: item.Signature, entityId: parent.entityId });
  return { parentEntityId: parent.entityId, signature: item.Signature ?? Buffer.alloc(0), signerBoxId: by.boxId };
};
