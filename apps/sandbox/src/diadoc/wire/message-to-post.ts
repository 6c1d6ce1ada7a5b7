import { CustomDataItem, DocumentId, MetadataItem } from './document.js';
import * as E from './enums.js';
import { list, message, opt, req, type Wire } from './fields.js';

export const SignedContent = message('SignedContent', {
  Content: opt.bytes(1),
  Signature: opt.bytes(2),
  NameOnShelf: opt.string(4),
  SignWithTestSignature: opt.bool(5),
  SignatureNameOnShelf: opt.string(6),
});
export type SignedContentWire = Wire<typeof SignedContent>;

export const DocumentAttachment = message('DocumentAttachment', {
  SignedContent: req.of(SignedContent, 1),
  Comment: opt.string(3),
  NeedRecipientSignature: opt.bool(4),
  InitialDocumentIds: list.of(DocumentId, 5),
  SubordinateDocumentIds: list.of(DocumentId, 6),
  CustomDocumentId: opt.string(9),
  NeedReceipt: opt.bool(10),
  CustomData: list.of(CustomDataItem, 11),
  TypeNamedId: req.string(12),
  Function: opt.string(13),
  Version: opt.string(14),
  Metadata: list.of(MetadataItem, 15),
  WorkflowId: opt.int32(16),
  IsEncrypted: opt.bool(17),
  EditingSettingId: opt.string(18),
});
export type DocumentAttachmentWire = Wire<typeof DocumentAttachment>;

export const MessageToPost = message('MessageToPost', {
  FromBoxId: req.string(1),
  ToBoxId: opt.string(2),
  ToDepartmentId: opt.string(12),
  IsDraft: opt.bool(13),
  IsInternal: opt.bool(16),
  FromDepartmentId: opt.string(17),
  DelaySend: opt.bool(18),
  ProxyBoxId: opt.string(26),
  LockPacket: opt.bool(32),
  DocumentAttachments: list.of(DocumentAttachment, 34),
  LockMode: opt.word(E.LockMode, 35),
});
export type MessageToPostWire = Wire<typeof MessageToPost>;

const attached = { ParentEntityId: req.string(1), SignedContent: req.of(SignedContent, 2) };
export const ReceiptAttachment = message('ReceiptAttachment', { ...attached, Labels: list.string(4) });
export const CorrectionRequestAttachment = message('CorrectionRequestAttachment', {
  ...attached,
  Labels: list.string(4),
});
export const RecipientTitleAttachment = message('RecipientTitleAttachment', {
  ...attached,
  Labels: list.string(4),
  NeedReceipt: req.bool(5),
  TitleIndex: opt.int32(6),
});
export const RevocationRequestAttachment = message('RevocationRequestAttachment', {
  ...attached,
  Labels: list.string(3),
});
export const XmlSignatureRejectionAttachment = message('XmlSignatureRejectionAttachment', {
  ...attached,
  Labels: list.string(3),
});
export const DocumentSignature = message('DocumentSignature', {
  ParentEntityId: req.string(1),
  Signature: opt.bytes(2),
  SignWithTestSignature: opt.bool(4),
  IsApprovementSignature: opt.bool(5),
  SignatureNameOnShelf: opt.string(6),
  Labels: list.string(8),
});

/** PostMessagePatch V4. */
export const MessagePatchToPostV2 = message('MessagePatchToPostV2', {
  BoxId: req.string(1),
  MessageId: req.string(2),
  Receipts: list.of(ReceiptAttachment, 3),
  CorrectionRequests: list.of(CorrectionRequestAttachment, 4),
  Signatures: list.of(DocumentSignature, 5),
  RevocationRequests: list.of(RevocationRequestAttachment, 11),
  XmlSignatureRejections: list.of(XmlSignatureRejectionAttachment, 12),
  RecipientTitles: list.of(RecipientTitleAttachment, 18),
});
export type PatchWire = Wire<typeof MessagePatchToPostV2>;

/** PostMessagePatch V3, which most clients still send. */
export const MessagePatchToPost = message('MessagePatchToPost', {
  BoxId: req.string(1),
  MessageId: req.string(2),
  Receipts: list.of(ReceiptAttachment, 3),
  CorrectionRequests: list.of(CorrectionRequestAttachment, 4),
  Signatures: list.of(DocumentSignature, 5),
  RevocationRequests: list.of(RevocationRequestAttachment, 14),
  XmlSignatureRejections: list.of(XmlSignatureRejectionAttachment, 15),
  UniversalTransferDocumentBuyerTitles: list.of(RecipientTitleAttachment, 20),
  RecipientTitles: list.of(RecipientTitleAttachment, 22),
});
