import { isSameBox } from './box-id.js';
import { isBuyerTitle, isReceipt, type Place } from './message-tree.js';
import { ATTACHMENT, ENTITY, HAVE_TO_CREATE_RECEIPT } from './wire/codes.js';
import type { Document, Message } from './wire/shapes.js';

/**
 * Whether the exchange demands a receipt (ИоП) of us for this entity: it asks for one itself, or the document's status
 * says that one has to be created for what this entity is. Nothing of our own and nothing that has our receipt already.
 */
export const owesReceipt = (
  place: Place,
  { boxId, message }: { readonly boxId: string; readonly message: Message },
): boolean => {
  const { entity } = place;
  const isOurs = place.authorBoxes.some((box) => isSameBox(box, boxId));
  if (entity.EntityType !== ENTITY.attachment || isOurs || hasReceipt(entity.EntityId, message)) return false;
  return entity.NeedReceipt === true || isDemanded(place);
};

const isDemanded = ({ entity, parent, document }: Place): boolean => {
  const info = document.DocumentInfo;
  if (info === undefined || parent === undefined) return false;
  const isOfDocument = parent.EntityId === document.EntityId;
  if (entity.AttachmentType === ATTACHMENT.confirmation)
    return isDue(isOfDocument ? info.ConfirmationMetadata : confirmationOfReceipt(info, isReceipt(parent)));
  if (!isOfDocument) return false;
  if (entity.AttachmentType === ATTACHMENT.correctionRequest) return isDue(info.AmendmentRequestMetadata);
  return isBuyerTitle(entity) && isDue(info.SenderReceiptMetadata);
};

const confirmationOfReceipt = (info: Document, isOfReceipt: boolean) =>
  isOfReceipt ? info.RecipientReceiptMetadata.ConfirmationMetadata : undefined;
const isDue = (status: { readonly ReceiptStatus: number } | undefined): boolean =>
  status?.ReceiptStatus === HAVE_TO_CREATE_RECEIPT;

const hasReceipt = (entityId: string, message: Message): boolean =>
  message.Entities.some((one) => one.ParentEntityId === entityId && isReceipt(one));
