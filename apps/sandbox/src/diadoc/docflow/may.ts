import { DiadocError } from '../http/diadoc-error.js';
import type { EntityRecord, MessageRecord } from '../state/state.js';
import type { AttachmentTypeWord } from '../wire/enums.js';
import {
  attachmentsOf,
  documentOf,
  factsOf,
  isDocument,
  needsAnswer,
  RECEIPTS,
  signaturesOf,
  type DocumentEntity,
} from './tree.js';
import { rulesOf } from './workflow-rules.js';

/** Who may do what now. Each throws 403, 409 or 400 with the reason; silence is a yes. */
const conflict = (text: string): never => {
  throw new DiadocError(409, text);
};

const demandRecipient = (message: MessageRecord, boxId: string): void => {
  if (message.toBoxId !== boxId) throw new DiadocError(403, 'Это действие доступно только получателю документа');
};

const demandLiving = (message: MessageRecord, document: DocumentEntity): void => {
  if (factsOf(message, document).revocation?.state === 'accepted') conflict('Документ аннулирован');
};

/** Title or refusal: once, by the recipient. */
export const mayAnswer = (message: MessageRecord, document: DocumentEntity, boxId: string): void => {
  demandRecipient(message, boxId);
  demandLiving(message, document);
  if (!needsAnswer(document)) throw new DiadocError(400, 'Документ с функцией СЧФ не требует ответа получателя');
  const facts = factsOf(message, document);
  if (facts.buyerTitle) conflict('Документ уже подписан получателем');
  if (facts.rejection) conflict('Получатель уже отказал в подписи документа');
};

/** Notice of clarification: by the recipient, also after others. */
export const mayReject = (message: MessageRecord, document: DocumentEntity, boxId: string): void => {
  demandRecipient(message, boxId);
  demandLiving(message, document);
};

/** Whether the workflow knows a receipt for this file at all. */
const isReceipted = (message: MessageRecord, parent: EntityRecord, boxId: string): boolean => {
  const rules = rulesOf(documentOf(message, parent)?.document.workflowId ?? 0);
  const isForReceipt: Partial<Record<AttachmentTypeWord, boolean>> = {
    InvoiceConfirmation: rules.hasReceiptsOfConfirmations && parent.onlyFor === boxId,
    InvoiceCorrectionRequest: rules.hasReceiptsOfConfirmations,
    UniversalTransferDocumentBuyerTitle: parent.needReceipt === true,
  };
  return isDocument(parent) || (isForReceipt[parent.attachmentType ?? 'UnknownAttachmentType'] ?? false);
};

/** One receipt from the side that did not send the file. */
export const mayReceipt = (message: MessageRecord, parent: EntityRecord, boxId: string): void => {
  const isOwn = signaturesOf(message, parent.entityId).some((one) => one.signerBoxId === boxId);
  if (isOwn) conflict('Извещение о получении собственного документа невозможно');
  if (!isReceipted(message, parent, boxId)) conflict('Для этой сущности извещение о получении не предусмотрено');
  const given = attachmentsOf(message, parent.entityId, RECEIPTS);
  if (given.length > 0) conflict('Извещение о получении уже отправлено');
};

/** An offer to annul: by either side, while none is open and the document stands. */
export const mayRevoke = (message: MessageRecord, document: DocumentEntity): void => {
  demandLiving(message, document);
  const facts = factsOf(message, document);
  if (facts.rejection) conflict('В подписи документа отказано: аннулирование невозможно');
  if (facts.revocation?.state === 'requested') conflict('Предложение об аннулировании уже отправлено');
};

/** The yes or no to an offer: by the other side, once. */
export const mayAcceptRevocation = (message: MessageRecord, request: EntityRecord, boxId: string): void => {
  if (request.initiatorBoxId === boxId) conflict('На своё предложение об аннулировании отвечает другая сторона');
  const isRejected = attachmentsOf(message, request.entityId, ['XmlSignatureRejection']).length > 0;
  const isSigned = signaturesOf(message, request.entityId).some((one) => one.signerBoxId === boxId);
  if (isRejected || isSigned) conflict('На предложение об аннулировании уже ответили');
};
