import type { BoxEventWire, EntityWire, MessagePatchWire, MessageWire } from '../wire/message.js';
import { toIndexKey } from '../ids.js';
import type { EntityRecord, EventRecord, MessageRecord } from '../state/state.js';
import type { World } from '../world.js';
import { documentInfo } from './document-info.js';
import { isDocument, isVisible } from './tree.js';

/** Who looks, and of which entities the bytes are wanted. */
export interface View {
  readonly boxId: string;
  readonly hasContent?: (entity: EntityRecord) => boolean;
}

const needsContent = (view: View, entity: EntityRecord): boolean => view.hasContent?.(entity) ?? false;

export const composeEntity = async (
  world: World,
  message: MessageRecord,
  { entity, view }: { entity: EntityRecord; view: View },
): Promise<EntityWire> => {
  const data = needsContent(view, entity) ? { Data: await world.blobs.get(entity.sha256) } : {};
  return {
    EntityType: entity.entityType,
    EntityId: entity.entityId,
    ParentEntityId: entity.parentEntityId ?? '',
    Content: { Size: entity.sizeBytes, ...data },
    RawCreationDate: entity.ticks,
    Labels: entity.labels,
    ...(entity.entityType === 'Signature' ? signaturePart(entity) : attachmentPart(entity)),
    ...(isDocument(entity) ? { DocumentInfo: documentInfo(world, message, { entity, boxId: view.boxId }) } : {}),
  };
};

const signaturePart = (entity: EntityRecord): Partial<EntityWire> => ({
  SignerBoxId: entity.signerBoxId,
  IsApprovementSignature: false,
});

const attachmentPart = (entity: EntityRecord): Partial<EntityWire> => ({
  AttachmentType: entity.attachmentType,
  FileName: `${entity.fileName ?? ''}.xml`,
  NeedRecipientSignature: entity.document?.needRecipientSignature ?? entity.attachmentType === 'RevocationRequest',
  NeedReceipt: entity.needReceipt ?? false,
  IsEncryptedContent: false,
  Version: entity.document?.version ?? '',
  ...(entity.initiatorBoxId === undefined
    ? {}
    : { RevocationRequestInfo: { InitiatorBoxId: entity.initiatorBoxId }, ContentTypeId: 'revocation_request_02' }),
});

const composeEntities = async (
  world: World,
  message: MessageRecord,
  { entities, view }: { entities: readonly EntityRecord[]; view: View },
): Promise<readonly EntityWire[]> =>
  Promise.all(
    entities
      .filter((entity) => isVisible(entity, view.boxId))
      .map((entity) => composeEntity(world, message, { entity, view })),
  );

export const composeMessage = async (
  world: World,
  message: MessageRecord,
  { entities, view }: { entities: readonly EntityRecord[]; view: View },
): Promise<MessageWire> => ({
  MessageId: message.messageId,
  TimestampTicks: message.ticks,
  LastPatchTimestampTicks: message.lastPatchTicks,
  FromBoxId: message.fromBoxId,
  FromTitle: world.getOrganization(message.fromBoxId).shortName,
  ToBoxId: message.toBoxId,
  ToTitle: world.getOrganization(message.toBoxId).shortName,
  Entities: await composeEntities(world, message, { entities, view }),
  IsDraft: false,
  IsDeleted: false,
  IsTest: false,
  IsInternal: false,
  IsProxified: false,
  PacketIsLocked: false,
  LockMode: 'None',
  MessageType: 'Letter',
});

const entitiesOf = (message: MessageRecord, event: EventRecord): readonly EntityRecord[] =>
  message.entities.filter((entity) => event.entityIds.includes(entity.entityId));

export const composePatch = async (
  world: World,
  message: MessageRecord,
  { event, view }: { event: EventRecord; view: View },
): Promise<MessagePatchWire> => ({
  MessageId: message.messageId,
  TimestampTicks: event.ticks,
  Entities: await composeEntities(world, message, { entities: entitiesOf(message, event), view }),
  ForDraft: false,
  MessageIsDeleted: false,
  MessageIsDelivered: event.isDelivered ?? false,
  PatchId: event.eventId,
  ...(event.notDeliveredEventId === undefined ? {} : { NotDeliveredEventId: event.notDeliveredEventId }),
  MessageType: 'Letter',
});

/** An event of a box's feed; content is never in it. */
export const composeEvent = async (world: World, event: EventRecord, view: View): Promise<BoxEventWire> => {
  const message = world.getMessage(view.boxId, event.messageId);
  const place = (world.state.events[view.boxId] ?? []).indexOf(event);
  const head = { EventId: event.eventId, IndexKey: toIndexKey(view.boxId, place) };
  if (event.kind === 'patch') return { ...head, Patch: await composePatch(world, message, { event, view }) };
  return { ...head, Message: await composeMessage(world, message, { entities: entitiesOf(message, event), view }) };
};
