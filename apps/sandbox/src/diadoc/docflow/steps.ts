import type { AttachmentTypeWord } from '../wire/enums.js';
import type { DocumentRecord, EntityRecord, EventRecord, MessageRecord } from '../state/state.js';
import type { World } from '../world.js';
import { isVisible } from './tree.js';

/** A signed file that becomes an attachment and its signature. */
export interface SignedAttachment {
  readonly parentEntityId?: string;
  readonly attachmentType: AttachmentTypeWord;
  readonly fileId: string;
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly signerBoxId: string;
  readonly labels?: readonly string[];
  readonly needReceipt?: boolean;
  readonly onlyFor?: string;
  readonly initiatorBoxId?: string;
  readonly document?: DocumentRecord;
  readonly outcomeCode?: string;
  readonly reason?: string;
}

/** Puts the file and its signature into the tree; the events are made by `announce`. */
export const addSigned = async (
  world: World,
  message: MessageRecord,
  { bytes, signature, signerBoxId, fileId, ...about }: SignedAttachment,
): Promise<readonly EntityRecord[]> => {
  const attachment: EntityRecord = {
    ...about,
    entityId: world.newId(),
    entityType: 'Attachment',
    fileName: fileId,
    sha256: await world.blobs.put(bytes),
    sizeBytes: bytes.length,
    ticks: world.nextTicks(),
    labels: about.labels ?? [],
  };
  message.entities.push(attachment);
  const visibility = about.onlyFor ? { onlyFor: about.onlyFor } : {};
  const by = { parentEntityId: attachment.entityId, signature, signerBoxId, ...visibility };
  return [attachment, await addSignature(world, message, by)];
};

export const addSignature = async (
  world: World,
  message: MessageRecord,
  order: { parentEntityId: string; signature: Uint8Array; signerBoxId: string; onlyFor?: string },
): Promise<EntityRecord> => {
  const { signature, ...about } = order;
  const entity: EntityRecord = {
    ...about,
    entityId: world.newId(),
    entityType: 'Signature',
    sha256: await world.blobs.put(signature),
    sizeBytes: signature.length,
    ticks: world.nextTicks(),
    labels: [],
  };
  message.entities.push(entity);
  return entity;
};

/** One event in the box of every side that sees something of it. Returns the events by box. */
export const announce = (
  world: World,
  message: MessageRecord,
  { kind, entities }: { kind: EventRecord['kind']; entities: readonly EntityRecord[] },
): ReadonlyMap<string, EventRecord> => {
  const ticks = world.nextTicks();
  message.lastPatchTicks = ticks;
  const made = new Map<string, EventRecord>();
  for (const boxId of [message.fromBoxId, message.toBoxId]) {
    const seen = entities.filter((entity) => isVisible(entity, boxId)).map((entity) => entity.entityId);
    if (seen.length > 0) made.set(boxId, addEvent(world, boxId, { kind, entityIds: seen, ticks, message }));
  }
  return made;
};

/** Tells the sender that the other side has the message. */
export const announceDelivery = (world: World, message: MessageRecord): void => {
  const ticks = world.nextTicks();
  message.deliveredTicks = ticks;
  addEvent(world, message.fromBoxId, { kind: 'patch', entityIds: [], ticks, message, isDelivered: true });
};

/** Tells the sender that the other operator could not hand the message over. */
export const announceFailure = (world: World, message: MessageRecord, notice: EntityRecord): void => {
  const sent = world.state.events[message.fromBoxId]?.find((event) => event.messageId === message.messageId);
  const about = { kind: 'patch', entityIds: [notice.entityId], notDeliveredEventId: sent?.eventId ?? '' } as const;
  const ticks = world.nextTicks();
  message.lastPatchTicks = ticks;
  addEvent(world, message.fromBoxId, { ...about, ticks, message });
};

type EventOrder = Omit<EventRecord, 'eventId' | 'messageId'> & { readonly message: MessageRecord };

const addEvent = (world: World, boxId: string, { message, ...about }: EventOrder): EventRecord => {
  const event: EventRecord = { ...about, eventId: world.newId(), messageId: message.messageId };
  (world.state.events[boxId] ??= []).push(event);
  return event;
};
