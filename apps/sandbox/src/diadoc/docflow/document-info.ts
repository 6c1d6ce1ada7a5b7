import type { DocumentWire } from '../wire/document.js';
import type { EntityRecord, MessageRecord } from '../state/state.js';
import type { World } from '../world.js';
import {
  attachmentsOf,
  factsOf,
  needsAnswer,
  needsReceipt,
  otherBox,
  RECEIPTS,
  type DocumentEntity,
  type DocumentFacts,
} from './tree.js';
import { statusTextOf, utdStatusOf } from './utd-status.js';
import { rulesOf } from './workflow-rules.js';

type ReceiptStatus = DocumentWire['SenderReceiptMetadata']['ReceiptStatus'];
const NO_TICKS = '0';

/** A document as one side sees it, with all statuses derived from the tree. */
export const documentInfo = (
  world: World,
  message: MessageRecord,
  { entity, boxId }: { entity: DocumentEntity; boxId: string },
): DocumentWire => {
  const { document } = entity;
  const facts = factsOf(message, entity);
  const isOutbound = message.fromBoxId === boxId;
  const metadata = [
    { Key: 'DocumentNumber', Value: document.number },
    { Key: 'DocumentDate', Value: document.date },
    { Key: 'TotalSum', Value: document.total },
    ...(document.vat === undefined ? [] : [{ Key: 'TotalVat', Value: document.vat }]),
    { Key: 'CurrencyCode', Value: document.currency },
    { Key: 'FileName', Value: `${document.fileId}.xml` },
  ];
  return {
    MessageId: message.messageId,
    EntityId: entity.entityId,
    CreationTimestampTicks: entity.ticks,
    CounteragentBoxId: otherBox(message, boxId),
    DocumentType: documentTypeOf(document.typeNamedId),
    Content: { Size: entity.sizeBytes },
    FileName: `${document.fileId}.xml`,
    DocumentDate: document.date,
    DocumentNumber: document.number,
    IsDeleted: false,
    IsTest: false,
    SendTimestampTicks: message.ticks,
    ...(message.deliveredTicks === undefined ? {} : { DeliveryTimestampTicks: message.deliveredTicks }),
    ...(document.customDocumentId === undefined ? {} : { CustomDocumentId: document.customDocumentId }),
    DocumentDirection: isOutbound ? 'Outbound' : 'Inbound',
    LastModificationTimestampTicks: message.lastPatchTicks,
    SenderSignatureStatus: 'SenderSignatureCheckedAndValid',
    IsRead: false,
    UniversalTransferDocumentMetadata: {
      DocumentStatus: utdStatusOf({ entity, facts, isOutbound }),
      Total: document.total,
      ...(document.vat === undefined ? {} : { Vat: document.vat }),
      DocumentFunction: document.function,
      Currency: Number(document.currency),
      ConfirmationDateTimeTicks: findConfirmation(message, entity.entityId, boxId)?.ticks ?? NO_TICKS,
      InvoiceAmendmentFlags: amendmentFlags(facts),
    },
    TypeNamedId: document.typeNamedId,
    Function: document.function,
    WorkflowId: document.workflowId,
    Title: titleOf(world, message, entity),
    Metadata: metadata,
    ...sideStatuses(message, { entity, facts, boxId }),
    LockMode: 'None',
    Version: document.version,
    DocflowStatus: { PrimaryStatus: statusTextOf({ entity, facts, isOutbound }) },
  };
};

interface Seen {
  readonly entity: DocumentEntity;
  readonly facts: DocumentFacts;
  readonly boxId: string;
}

const sideStatuses = (message: MessageRecord, seen: Seen) => {
  const { entity, facts, boxId } = seen;
  return {
    RevocationStatus: revocationStatus(facts, boxId),
    ...roamingStatus(message),
    RecipientReceiptMetadata: recipientReceipt(message, seen),
    ConfirmationMetadata: confirmation(message, entity, seen),
    RecipientResponseStatus: responseStatus(entity, facts),
    AmendmentRequestMetadata: amendment(message, facts, boxId),
    SenderReceiptMetadata: { ReceiptStatus: senderReceipt(facts, message.fromBoxId === boxId) },
  } as const;
};

const documentTypeOf = (typeNamedId: string): NonNullable<DocumentWire['DocumentType']> => {
  switch (typeNamedId) {
    case 'UniversalTransferDocument':
    case 'UniversalTransferDocumentRevision':
    case 'Invoice':
    case 'InvoiceRevision':
      return typeNamedId;
    default:
      return 'UnknownDocumentType';
  }
};

const titleOf = (world: World, message: MessageRecord, { document }: DocumentEntity): string => {
  const name = document.typeNamedId.startsWith('Invoice') ? 'Счет-фактура' : `УПД (${document.function})`;
  return `${name} № ${document.number} от ${document.date}, ${world.getOrganization(message.fromBoxId).shortName}`;
};

const findConfirmation = (message: MessageRecord, parentId: string, boxId: string): EntityRecord | undefined =>
  attachmentsOf(message, parentId, ['InvoiceConfirmation']).find((one) => one.onlyFor === boxId);

/** The operator's confirmation of a file to this side, and our receipt of it where the workflow wants one. */
const confirmation = (
  message: MessageRecord,
  parent: EntityRecord,
  { entity, boxId }: Pick<Seen, 'entity' | 'boxId'>,
): DocumentWire['ConfirmationMetadata'] => {
  const { workflowId } = entity.document;
  const found = findConfirmation(message, parent.entityId, boxId);
  if (!found) return { ReceiptStatus: 'GeneralReceiptStatusNotAcceptable', DateTimeTicks: NO_TICKS };
  const isDue =
    rulesOf(workflowId).hasReceiptsOfConfirmations && attachmentsOf(message, found.entityId, RECEIPTS).length === 0;
  return { ReceiptStatus: isDue ? 'HaveToCreateReceipt' : 'Finished', DateTimeTicks: found.ticks };
};

const recipientReceipt = (
  message: MessageRecord,
  { entity, facts, boxId }: Seen,
): DocumentWire['RecipientReceiptMetadata'] => {
  if (facts.receipt) {
    return { ReceiptStatus: 'Finished', ConfirmationMetadata: confirmation(message, facts.receipt, { entity, boxId }) };
  }
  const none = { ReceiptStatus: 'GeneralReceiptStatusNotAcceptable', DateTimeTicks: NO_TICKS } as const;
  if (!needsReceipt(entity)) return { ReceiptStatus: 'GeneralReceiptStatusNotAcceptable', ConfirmationMetadata: none };
  return {
    ReceiptStatus: message.fromBoxId === boxId ? 'WaitingForReceipt' : 'HaveToCreateReceipt',
    ConfirmationMetadata: none,
  };
};

/** The seller owes a receipt of the buyer's title only when the buyer asked for it. */
const senderReceipt = ({ buyerTitle, sellerReceipt }: DocumentFacts, isOutbound: boolean): ReceiptStatus => {
  if (!buyerTitle?.needReceipt) return 'GeneralReceiptStatusNotAcceptable';
  if (sellerReceipt) return 'Finished';
  return isOutbound ? 'HaveToCreateReceipt' : 'WaitingForReceipt';
};

const responseStatus = (entity: DocumentEntity, facts: DocumentFacts): DocumentWire['RecipientResponseStatus'] => {
  if (!needsAnswer(entity)) return 'RecipientResponseStatusNotAcceptable';
  if (facts.rejection) return 'RecipientSignatureRequestRejected';
  return facts.buyerTitle ? 'WithRecipientSignature' : 'WaitingForRecipientSignature';
};

/** Meaning of the bits is not published; any other than 0 says that a clarification was asked for. */
const amendmentFlags = ({ clarifications }: DocumentFacts): number => (clarifications.length > 0 ? 1 : 0);

const amendment = (
  message: MessageRecord,
  facts: DocumentFacts,
  boxId: string,
): DocumentWire['AmendmentRequestMetadata'] => {
  const last = facts.clarifications.at(-1);
  const isReceipted =
    last &&
    attachmentsOf(message, last.entityId, [...RECEIPTS, 'InvoiceConfirmation']).some(
      (one) => one.onlyFor === undefined || one.onlyFor === boxId,
    );
  return {
    AmendmentFlags: amendmentFlags(facts),
    ReceiptStatus: isReceipted ? 'Finished' : 'GeneralReceiptStatusNotAcceptable',
  };
};

const revocationStatus = (
  { revocation }: DocumentFacts,
  boxId: string,
): NonNullable<DocumentWire['RevocationStatus']> => {
  if (!revocation) return 'RevocationStatusNone';
  if (revocation.state === 'accepted') return 'RevocationAccepted';
  if (revocation.state === 'rejected') return 'RevocationRejected';
  return revocation.request.initiatorBoxId === boxId ? 'RevocationIsRequestedByMe' : 'RequestsMyRevocation';
};

const roamingStatus = ({ roaming }: MessageRecord) => {
  if (!roaming) return { RoamingNotificationStatus: 'RoamingNotificationStatusNone' } as const;
  const status = roaming.isSuccess ? 'RoamingNotificationStatusSuccess' : 'RoamingNotificationStatusError';
  return { RoamingNotificationStatus: status, RoamingNotificationStatusDescription: roaming.description } as const;
};
