import type { OperatorEvent, OperatorEventFacts, OperatorEventKind } from '@potok/contracts';
import { isSameBox } from './box-id.js';
import {
  ATTACHMENT,
  ENTITY,
  MESSAGE_GROUP,
  RECIPIENT_SIGNATURE_INVALID,
  ROAMING_ERROR,
  SENDER_SIGNATURE_INVALID,
} from './wire/codes.js';
import type { Entity, Message } from './wire/shapes.js';
import { instantOfTicks } from './ticks.js';
import { owesReceipt } from './owes-receipt.js';
import { ancestryOf, isBuyerTitle, isReceipt, type Place } from './message-tree.js';
import type { XmlFacts } from './xml-facts.js';

/** One news of a box: what is new in a message of ours, the message as it stands now, and what its service files say. */
export interface News {
  readonly boxId: string;
  readonly id: string;
  readonly ticks: string;
  readonly entities: readonly Entity[];
  readonly isDelivered: boolean;
  readonly message: Message;
  readonly facts: ReadonlyMap<string, XmlFacts>;
}
interface Fact {
  readonly kind: OperatorEventKind;
  readonly facts?: OperatorEventFacts;
}

export const SYSTEM = 'diadoc';

/**
 * Turns news of a message that we sent into events of its documents. Pure: the same news gives the same events with
 * the same ids, so a repeated or disordered reading changes nothing.
 */
export const asOperatorEvents = (news: News): readonly OperatorEvent[] => {
  const fromEntities = news.entities.flatMap((entity) => {
    const place = ancestryOf(entity, news.message);
    return place === undefined
      ? []
      : factsOf(place, news).map((fact) => asEvent(news, place, { of: entity.EntityId, fact }));
  });
  return [...fromEntities, ...(news.isDelivered ? deliveries(news) : [])];
};

const asEvent = (
  news: News,
  place: Place,
  { of, fact }: { readonly of: string; readonly fact: Fact },
): OperatorEvent => ({
  id: `${of}:${fact.kind}`,
  system: SYSTEM,
  boxId: news.boxId,
  messageId: news.message.MessageId,
  documentEntityId: place.document.EntityId,
  at: instantOfTicks(news.ticks),
  kind: fact.kind,
  facts: fact.facts ?? {},
});

const deliveries = (news: News): readonly OperatorEvent[] =>
  news.message.Entities.flatMap((entity) => {
    const place = ancestryOf(entity, news.message);
    const isDocument = place !== undefined && place.parent === undefined;
    return isDocument
      ? [asEvent(news, place, { of: `${news.id}/${entity.EntityId}`, fact: { kind: 'delivered' } })]
      : [];
  });

const factsOf = (place: Place, news: News): readonly Fact[] => {
  if (place.parent === undefined) return ofDocument(place.entity);
  if (place.entity.EntityType === ENTITY.signature) return ofSignature(place, news);
  return [...ofAttachment(place, news), ...ofReceipt(place, news)];
};

const ofDocument = ({ DocumentInfo }: Entity): readonly Fact[] =>
  DocumentInfo?.SenderSignatureStatus === SENDER_SIGNATURE_INVALID
    ? [{ kind: 'sent' }, { kind: 'signature-invalid', facts: { byUs: true } }]
    : [{ kind: 'sent' }];

/** A second signature under a document that takes no title is the answer; under a proposal of annulment, consent. */
const ofSignature = ({ entity, parent, document }: Place, news: News): readonly Fact[] => {
  const { EntityId: entityId, SignerBoxId: signer } = entity;
  if (entity.IsApprovementSignature === true || signer === undefined || parent === undefined) return [];
  const isOurs = isSameBox(signer, news.boxId);
  if (parent.AttachmentType === ATTACHMENT.revocationRequest)
    return isSameBox(signer, parent.RevocationRequestInfo?.InitiatorBoxId)
      ? []
      : [{ kind: 'annulment-accepted', facts: { entityId, byUs: isOurs } }];
  if (parent.EntityId !== document.EntityId || isOurs) return [];
  return [{ kind: isBuyerSignatureInvalid(document) ? 'signature-invalid' : 'accepted', facts: { entityId } }];
};

const ofAttachment = (place: Place, news: News): readonly Fact[] => {
  const { entity, parent, document } = place;
  const facts = evidenceOf(entity, news);
  if (parent?.AttachmentType === ATTACHMENT.revocationRequest && isRejection(entity))
    return [{ kind: 'annulment-refused', facts }];
  if (parent?.EntityId !== document.EntityId) return [];
  if (isBuyerTitle(entity)) return [ofBuyerTitle(place, facts)];
  if (isRejection(entity)) return [{ kind: 'rejected', facts }];
  return ofNotice(place, facts, news.boxId);
};

const ofBuyerTitle = ({ document }: Place, facts: OperatorEventFacts): Fact => {
  if (isBuyerSignatureInvalid(document)) return { kind: 'signature-invalid', facts };
  if (facts.outcomeCode === '2') return { kind: 'accepted-with-discrepancies', facts };
  return { kind: facts.outcomeCode === '3' ? 'rejected' : 'accepted', facts };
};

const NOTICES: Readonly<Record<number, OperatorEventKind>> = {
  [ATTACHMENT.confirmation]: 'confirmed-by-operator',
  [ATTACHMENT.invoiceReceipt]: 'delivered',
  [ATTACHMENT.receipt]: 'delivered',
  [ATTACHMENT.correctionRequest]: 'clarification-requested',
  [ATTACHMENT.deliveryFailure]: 'roaming-failed',
};
const ofNotice = ({ entity, document }: Place, facts: OperatorEventFacts, boxId: string): readonly Fact[] => {
  const type = entity.AttachmentType;
  if (type === ATTACHMENT.revocationRequest) {
    const byUs = isSameBox(entity.RevocationRequestInfo?.InitiatorBoxId, boxId);
    return [{ kind: 'annulment-requested', facts: { ...facts, byUs } }];
  }
  if (type === ATTACHMENT.roamingNotification) return ofRoaming(document, facts);
  if (type === ATTACHMENT.universalMessage) return ofUniversalMessage(entity, facts);
  const kind = type === undefined ? undefined : NOTICES[type];
  return kind === undefined ? [] : [{ kind, facts }];
};

const ofRoaming = ({ DocumentInfo: info }: Entity, facts: OperatorEventFacts): readonly Fact[] => {
  if (info?.RoamingNotificationStatus !== ROAMING_ERROR) return [];
  const reason = info.RoamingNotificationStatusDescription;
  return [{ kind: 'roaming-failed', facts: reason === undefined ? facts : { ...facts, reason } }];
};

const UNIVERSAL: Readonly<Record<number, OperatorEventKind>> = {
  [MESSAGE_GROUP.receipt]: 'delivered',
  [MESSAGE_GROUP.amendmentRequest]: 'clarification-requested',
  [MESSAGE_GROUP.rejection]: 'rejected',
};
const ofUniversalMessage = (entity: Entity, facts: OperatorEventFacts): readonly Fact[] => {
  const kind = UNIVERSAL[entity.UniversalMessageInfo?.CodeGroup ?? 0];
  const reason = entity.UniversalMessageInfo?.Events.map((event) => event.PlainText ?? '')
    .join('\n')
    .trim();
  if (kind === undefined) return [];
  return [{ kind, facts: reason === undefined || reason === '' ? facts : { ...facts, reason } }];
};

/** A receipt that we owe for what came, or one of ours that is now there. */
const ofReceipt = (place: Place, news: News): readonly Fact[] => {
  const { entity, parent } = place;
  if (isReceipt(entity) && parent !== undefined && place.authorBoxes.some((box) => isSameBox(box, news.boxId)))
    return [{ kind: 'receipt-finished', facts: { entityId: parent.EntityId, byUs: true } }];
  if (!owesReceipt(place, news)) return [];
  return [{ kind: 'receipt-required', facts: evidenceOf(entity, news) }];
};

const evidenceOf = (entity: Entity, news: News): OperatorEventFacts => ({
  entityId: entity.EntityId,
  ...(entity.FileName === undefined ? {} : { fileName: entity.FileName }),
  ...news.facts.get(entity.EntityId),
});

const isRejection = ({ AttachmentType: type }: Entity): boolean =>
  type === ATTACHMENT.xmlSignatureRejection || type === ATTACHMENT.signatureRequestRejection;
const isBuyerSignatureInvalid = ({ DocumentInfo }: Entity): boolean =>
  DocumentInfo?.RecipientResponseStatus === RECIPIENT_SIGNATURE_INVALID;
