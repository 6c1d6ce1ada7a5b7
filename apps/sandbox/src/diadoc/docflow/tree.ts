import type { AttachmentTypeWord } from '../wire/enums.js';
import type { DocumentRecord, EntityRecord, MessageRecord } from '../state/state.js';

/** Questions to the tree of entities of one message. */
export type DocumentEntity = EntityRecord & { readonly document: DocumentRecord };

export const isDocument = (entity: EntityRecord): entity is DocumentEntity => entity.document !== undefined;

export const findEntity = (message: MessageRecord, entityId: string): EntityRecord | undefined =>
  message.entities.find((entity) => entity.entityId === entityId.toLowerCase());

export const childrenOf = (message: MessageRecord, parentId: string): readonly EntityRecord[] =>
  message.entities.filter((entity) => entity.parentEntityId === parentId);

export const attachmentsOf = (
  message: MessageRecord,
  parentId: string,
  types: readonly AttachmentTypeWord[],
): readonly EntityRecord[] =>
  childrenOf(message, parentId).filter(
    ({ attachmentType }) => attachmentType !== undefined && types.includes(attachmentType),
  );

export const signaturesOf = (message: MessageRecord, parentId: string): readonly EntityRecord[] =>
  childrenOf(message, parentId).filter((entity) => entity.entityType === 'Signature');

export const isVisible = (entity: EntityRecord, boxId: string): boolean =>
  entity.onlyFor === undefined || entity.onlyFor === boxId;

export const otherBox = (message: MessageRecord, boxId: string): string =>
  message.fromBoxId === boxId ? message.toBoxId : message.fromBoxId;

export const RECEIPTS: readonly AttachmentTypeWord[] = ['InvoiceReceipt', 'Receipt'];

/** The document that an entity belongs to, up the tree. */
export const documentOf = (message: MessageRecord, entity: EntityRecord): DocumentEntity | undefined => {
  let at: EntityRecord | undefined = entity;
  while (at && !isDocument(at)) at = at.parentEntityId ? findEntity(message, at.parentEntityId) : undefined;
  return at;
};

/** What happened to a document, read off the tree. */
export interface DocumentFacts {
  readonly receipt?: EntityRecord;
  readonly buyerTitle?: EntityRecord;
  readonly rejection?: EntityRecord;
  readonly clarifications: readonly EntityRecord[];
  readonly sellerReceipt?: EntityRecord;
  readonly revocation?: { readonly request: EntityRecord; readonly state: 'requested' | 'accepted' | 'rejected' };
}

export const factsOf = (message: MessageRecord, document: DocumentEntity): DocumentFacts => {
  const id = document.entityId;
  const receipt = attachmentsOf(message, id, RECEIPTS)[0];
  const buyerTitle = attachmentsOf(message, id, ['UniversalTransferDocumentBuyerTitle'])[0];
  const rejection = attachmentsOf(message, id, ['XmlSignatureRejection'])[0];
  const sellerReceipt = buyerTitle && attachmentsOf(message, buyerTitle.entityId, RECEIPTS)[0];
  const revocation = revocationOf(message, id);
  return {
    clarifications: attachmentsOf(message, id, ['InvoiceCorrectionRequest']),
    ...(receipt ? { receipt } : {}),
    ...(buyerTitle ? { buyerTitle } : {}),
    ...(rejection ? { rejection } : {}),
    ...(sellerReceipt ? { sellerReceipt } : {}),
    ...(revocation ? { revocation } : {}),
  };
};

const revocationOf = (message: MessageRecord, documentId: string): DocumentFacts['revocation'] => {
  const request = attachmentsOf(message, documentId, ['RevocationRequest']).at(-1);
  if (!request) return undefined;
  if (attachmentsOf(message, request.entityId, ['XmlSignatureRejection']).length > 0) {
    return { request, state: 'rejected' };
  }
  const isAccepted = signaturesOf(message, request.entityId).some((one) => one.signerBoxId !== request.initiatorBoxId);
  return { request, state: isAccepted ? 'accepted' : 'requested' };
};

/** By the regulation a счёт-фактура must be receipted; a ДОП only when the sender asks. */
export const needsReceipt = (document: DocumentEntity): boolean =>
  document.document.function !== 'ДОП' || document.needReceipt === true;
/** A СЧФ has no buyer's title. */
export const needsAnswer = (document: DocumentEntity): boolean => document.document.function !== 'СЧФ';
