import { DiadocError } from '../http/diadoc-error.js';
import type { DocumentRecord, EntityRecord, EventRecord, MessageRecord, OrganizationRecord } from '../state/state.js';
import type { DocumentAttachmentWire } from '../wire/message-to-post.js';
import type { World } from '../world.js';
import { checkSellerTitle, type CheckedTitle } from './check-title.js';
import { confirm } from './confirm.js';
import { takeSigned, type Signed } from './signed-content.js';
import { addSigned, announce, announceDelivery } from './steps.js';
import { isDocument } from './tree.js';

export interface PostOrder {
  readonly from: OrganizationRecord;
  readonly to: OrganizationRecord;
  readonly attachments: readonly DocumentAttachmentWire[];
}

interface Checked {
  readonly attachment: DocumentAttachmentWire;
  readonly signed: Signed;
  readonly title: CheckedTitle;
}

const MAX_DOCUMENTS = 40;

/**
 * Takes a message: everything is checked first, then it stands in both boxes and the operator confirms it. Returns the
 * event in the sender's box, which is the answer of the call.
 */
export const postMessage = async (
  world: World,
  order: PostOrder,
): Promise<{ readonly message: MessageRecord; readonly event: EventRecord }> => {
  demandPartner(world, order);
  const checked = await checkAll(world, order);
  const ticks = world.nextTicks();
  const message: MessageRecord = {
    messageId: world.newId(),
    fromBoxId: order.from.boxId,
    toBoxId: order.to.boxId,
    ticks,
    lastPatchTicks: ticks,
    entities: [],
    ...(order.to.isRoaming ? { roaming: { isSuccess: true, description: 'Передано оператору получателя' } } : {}),
  };
  for (const one of checked) await addDocument(world, message, one);
  world.state.messages[message.messageId] = message;
  const events = announce(world, message, { kind: 'message', entities: message.entities });
  for (const document of message.entities.filter(isDocument)) await confirm(world, message, document);
  announceDelivery(world, message);
  const event = events.get(order.from.boxId);
  if (!event) throw new Error('the sender sees nothing of its message');
  return { message, event };
};

const demandPartner = (world: World, { from, to }: PostOrder): void => {
  if (world.findRelation(from.boxId, to.boxId)?.status === 'IsMyCounteragent') return;
  throw new DiadocError(409, `Организация ${to.shortName} не является вашим контрагентом: отправьте ей приглашение`);
};

const checkAll = async (world: World, { from, to, attachments }: PostOrder): Promise<readonly Checked[]> => {
  if (attachments.length === 0) throw new DiadocError(400, 'В сообщении нет документов');
  if (attachments.length > MAX_DOCUMENTS) throw new DiadocError(400, 'В сообщении больше 40 документов');
  const checked: Checked[] = [];
  for (const attachment of attachments) {
    if (attachment.IsEncrypted) throw new DiadocError(501, 'Шифрованные документы в песочнице не поддерживаются');
    const signed = await takeSigned(world, from.boxId, { content: attachment.SignedContent });
    const title = await checkSellerTitle(attachment, signed.bytes, { from, to });
    checked.push({ attachment, signed, title });
  }
  demandNew(world, from.boxId, checked);
  return checked;
};

/** A file name may go out once. */
const demandNew = (world: World, boxId: string, checked: readonly Checked[]): void => {
  const sent = new Set(
    Object.values(world.state.messages)
      .filter((message) => message.fromBoxId === boxId)
      .flatMap((message) => message.entities.filter(isDocument).map((entity) => entity.document.fileId.toLowerCase())),
  );
  for (const { title } of checked) {
    const fileId = title.facts.fileId.toLowerCase();
    if (sent.has(fileId)) throw new DiadocError(409, `Документ с ИдФайл ${title.facts.fileId} уже отправлен`);
    sent.add(fileId);
  }
};

const addDocument = async (
  world: World,
  message: MessageRecord,
  checked: Checked,
): Promise<readonly EntityRecord[]> => {
  const { attachment, signed, title } = checked;
  return addSigned(world, message, {
    attachmentType: title.row.attachmentType,
    fileId: title.facts.fileId,
    ...signed,
    signerBoxId: message.fromBoxId,
    needReceipt: attachment.NeedReceipt ?? false,
    document: toDocument(checked),
  });
};

const toDocument = ({ attachment, title }: Checked): DocumentRecord => {
  const { facts } = title;
  return {
    typeNamedId: title.row.name,
    function: title.function,
    version: title.version,
    workflowId: title.workflowId,
    number: facts.number,
    date: facts.date,
    total: facts.total,
    currency: facts.currency,
    fileId: facts.fileId,
    formedDate: facts.formedDate,
    formedTime: facts.formedTime,
    documentName: facts.documentName,
    needRecipientSignature: title.function !== 'СЧФ',
    ...(facts.vat === undefined ? {} : { vat: facts.vat }),
    ...(attachment.Comment === undefined ? {} : { comment: attachment.Comment }),
    ...(attachment.CustomDocumentId === undefined ? {} : { customDocumentId: attachment.CustomDocumentId }),
  };
};
