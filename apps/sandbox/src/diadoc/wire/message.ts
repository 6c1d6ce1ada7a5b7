import * as E from './enums.js';
import { Content, Document } from './document.js';
import { list, message, opt, req, type Wire } from './fields.js';

export const EntityRevocationInfo = message('RevocationRequestInfo', { InitiatorBoxId: req.string(1) });

export const Entity = message('Entity', {
  EntityType: opt.word(E.EntityType, 1),
  EntityId: req.string(2),
  ParentEntityId: opt.string(3),
  Content: opt.of(Content, 4),
  AttachmentType: opt.word(E.AttachmentType, 5),
  FileName: opt.string(6),
  NeedRecipientSignature: opt.bool(7),
  SignerBoxId: opt.string(8),
  NotDeliveredEventId: opt.string(10),
  DocumentInfo: opt.of(Document, 11),
  RawCreationDate: opt.sfixed64(12),
  SignerDepartmentId: opt.string(14),
  NeedReceipt: opt.bool(17),
  IsApprovementSignature: opt.bool(19),
  IsEncryptedContent: opt.bool(20),
  Labels: list.string(25),
  Version: opt.string(26),
  RevocationRequestInfo: opt.of(EntityRevocationInfo, 30),
  ContentTypeId: opt.string(31),
});
export type EntityWire = Wire<typeof Entity>;

export const Message = message('Message', {
  MessageId: req.string(1),
  TimestampTicks: req.sfixed64(2),
  LastPatchTimestampTicks: req.sfixed64(3),
  FromBoxId: req.string(4),
  FromTitle: req.string(5),
  ToBoxId: opt.string(6),
  ToTitle: opt.string(7),
  Entities: list.of(Entity, 8),
  IsDraft: opt.bool(9),
  IsDeleted: opt.bool(14),
  IsTest: opt.bool(15),
  IsInternal: opt.bool(16),
  IsProxified: opt.bool(17),
  PacketIsLocked: opt.bool(20),
  LockMode: req.word(E.LockMode, 21),
  MessageType: req.word(E.MessageType, 22),
});
export type MessageWire = Wire<typeof Message>;

export const MessagePatch = message('MessagePatch', {
  MessageId: req.string(1),
  TimestampTicks: req.sfixed64(2),
  Entities: list.of(Entity, 3),
  ForDraft: opt.bool(4),
  MessageIsDeleted: opt.bool(8),
  MessageIsDelivered: opt.bool(11),
  DeliveredPatchId: opt.string(12),
  PatchId: req.string(13),
  NotDeliveredEventId: opt.string(14),
  MessageType: req.word(E.MessageType, 15),
});
export type MessagePatchWire = Wire<typeof MessagePatch>;

export const BoxEvent = message('BoxEvent', {
  EventId: req.string(1),
  Message: opt.of(Message, 2),
  Patch: opt.of(MessagePatch, 3),
  IndexKey: opt.string(4),
});
export type BoxEventWire = Wire<typeof BoxEvent>;
export const BoxEventList = message('BoxEventList', {
  Events: list.of(BoxEvent, 1),
  TotalCount: opt.int32(2),
  TotalCountType: req.word(E.TotalCountType, 3),
});
