import { documentInfo } from '../docflow/document-info.js';
import { attachmentsOf, factsOf, isDocument, signaturesOf, type DocumentEntity } from '../docflow/tree.js';
import type { EntityRecord, MessageRecord } from '../state/state.js';
import type { World } from '../world.js';
import { robotOf } from './robot.js';

/** Everything that tests count and the page shows, oldest first. */
export const summaryOf = (world: World) => ({
  documents: Object.values(world.state.messages).flatMap((message) =>
    message.entities.filter(isDocument).map((entity) => documentSummary(world, message, entity)),
  ),
  boxes: world.state.organizations.map((one) => ({
    boxId: one.boxId,
    shortName: one.shortName,
    inn: one.inn,
    events: world.state.events[one.boxId]?.length ?? 0,
    robot: robotOf(world, one.boxId),
  })),
  relations: world.state.relations,
  operations: Object.values(world.state.operations),
});

const documentSummary = (world: World, message: MessageRecord, entity: DocumentEntity) => {
  const { document } = entity;
  const facts = factsOf(message, entity);
  const info = documentInfo(world, message, { entity, boxId: message.fromBoxId });
  return {
    messageId: message.messageId,
    entityId: entity.entityId,
    from: message.fromBoxId,
    to: message.toBoxId,
    number: document.number,
    date: document.date,
    function: document.function,
    total: document.total,
    fileId: document.fileId,
    sha256: entity.sha256,
    /** Accepted calls of PostMessage with their repeats: one entry, unless the document went out twice. */
    sends: operationsOf(world, message, 'PostMessage'),
    patches: operationsOf(world, message, 'PostMessagePatch'),
    answer: answerOf(facts),
    counts: {
      titles: attachmentsOf(message, entity.entityId, ['UniversalTransferDocumentBuyerTitle']).length,
      rejections: attachmentsOf(message, entity.entityId, ['XmlSignatureRejection']).length,
      clarifications: facts.clarifications.length,
      receipts: facts.receipt ? 1 : 0,
      sellerReceipts: facts.sellerReceipt ? 1 : 0,
      confirmations: message.entities.filter((one) => one.attachmentType === 'InvoiceConfirmation').length,
    },
    roaming: message.roaming ? (message.roaming.isSuccess ? 'sent' : 'failed') : 'none',
    revocation: facts.revocation?.state ?? 'none',
    statuses: {
      recipientResponse: info.RecipientResponseStatus,
      recipientReceipt: info.RecipientReceiptMetadata.ReceiptStatus,
      senderReceipt: info.SenderReceiptMetadata.ReceiptStatus,
      text: info.DocflowStatus.PrimaryStatus.StatusText ?? '',
    },
    files: message.entities.map((one) => fileSummary(message, one)).filter((one) => one !== undefined),
  };
};
export type DocumentSummary = ReturnType<typeof documentSummary>;

const operationsOf = (world: World, { messageId }: MessageRecord, kind: string) =>
  Object.values(world.state.operations)
    .filter((one) => one.messageId === messageId && one.kind === kind)
    .map(({ operationId, calls, firstAt, boxId }) => ({ operationId, calls, firstAt, boxId }));

const answerOf = ({ buyerTitle, rejection, clarifications }: ReturnType<typeof factsOf>) => {
  if (rejection) return { kind: 'refused', reason: rejection.reason ?? '' };
  if (buyerTitle) {
    const kind = buyerTitle.outcomeCode === '1' ? 'signed' : 'discrepancies';
    return { kind, reason: buyerTitle.reason ?? '' };
  }
  const last = clarifications.at(-1);
  return last ? { kind: 'clarification', reason: last.reason ?? '' } : { kind: 'none', reason: '' };
};

const fileSummary = (message: MessageRecord, entity: EntityRecord) =>
  entity.entityType === 'Attachment'
    ? {
        entityId: entity.entityId,
        type: entity.attachmentType ?? 'UnknownAttachmentType',
        fileName: `${entity.fileName ?? ''}.xml`,
        ticks: entity.ticks,
        onlyFor: entity.onlyFor ?? '',
        by: signaturesOf(message, entity.entityId)[0]?.signerBoxId ?? '',
      }
    : undefined;
