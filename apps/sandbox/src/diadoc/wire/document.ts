import * as E from './enums.js';
import { list, message, opt, req, type Wire } from './fields.js';

export const DocumentId = message('DocumentId', { MessageId: req.string(1), EntityId: req.string(2) });
export const MetadataItem = message('MetadataItem', { Key: req.string(1), Value: req.string(2) });
export const CustomDataItem = message('CustomDataItem', { Key: req.string(1), Value: opt.string(2) });
export const Content = message('Content', { Size: req.sfixed32(1), Data: opt.bytes(2) });

export const ConfirmationMetadata = message('ConfirmationMetadata', {
  ReceiptStatus: req.word(E.GeneralReceiptStatus, 1),
  DateTimeTicks: req.sfixed64(2),
});
export const RecipientReceiptMetadata = message('RecipientReceiptMetadata', {
  ReceiptStatus: req.word(E.GeneralReceiptStatus, 1),
  ConfirmationMetadata: opt.of(ConfirmationMetadata, 2),
});
export const SenderReceiptMetadata = message('SenderReceiptMetadata', {
  ReceiptStatus: req.word(E.GeneralReceiptStatus, 1),
});
export const AmendmentRequestMetadata = message('AmendmentRequestMetadata', {
  AmendmentFlags: req.int32(1),
  ReceiptStatus: req.word(E.GeneralReceiptStatus, 2),
});
export const UniversalTransferDocumentMetadata = message('UniversalTransferDocumentMetadata', {
  DocumentStatus: opt.word(E.UniversalTransferDocumentStatus, 1),
  Total: req.string(2),
  Vat: opt.string(3),
  Grounds: opt.string(4),
  DocumentFunction: req.string(5),
  Currency: req.int32(6),
  ConfirmationDateTimeTicks: opt.sfixed64(8),
  InvoiceAmendmentFlags: opt.int32(9),
});
export const DocflowStatusModelV3 = message('DocflowStatusModelV3', {
  Severity: opt.string(1),
  StatusText: opt.string(2),
});
export const DocflowStatusV3 = message('DocflowStatusV3', {
  PrimaryStatus: req.of(DocflowStatusModelV3, 1),
  SecondaryStatus: opt.of(DocflowStatusModelV3, 2),
});

export const Document = message('Document', {
  IndexKey: opt.string(1),
  MessageId: req.string(2),
  EntityId: req.string(3),
  CreationTimestampTicks: req.sfixed64(4),
  CounteragentBoxId: opt.string(5),
  DocumentType: opt.word(E.DocumentType, 6),
  InitialDocumentIds: list.of(DocumentId, 7),
  SubordinateDocumentIds: list.of(DocumentId, 8),
  Content: opt.of(Content, 9),
  FileName: opt.string(10),
  DocumentDate: opt.string(11),
  DocumentNumber: opt.string(12),
  IsDeleted: opt.bool(24),
  DepartmentId: opt.string(25),
  IsTest: opt.bool(26),
  CustomDocumentId: opt.string(30),
  RevocationStatus: opt.word(E.RevocationStatus, 32),
  SendTimestampTicks: opt.sfixed64(33),
  DeliveryTimestampTicks: opt.sfixed64(34),
  RoamingNotificationStatus: opt.word(E.RoamingNotificationStatus, 42),
  CustomData: list.of(CustomDataItem, 44),
  DocumentDirection: opt.word(E.DocumentDirection, 46),
  LastModificationTimestampTicks: opt.sfixed64(47),
  SenderSignatureStatus: opt.word(E.SenderSignatureStatus, 49),
  IsRead: opt.bool(51),
  RoamingNotificationStatusDescription: opt.string(52),
  UniversalTransferDocumentMetadata: opt.of(UniversalTransferDocumentMetadata, 56),
  TypeNamedId: req.string(63),
  Function: req.string(64),
  WorkflowId: req.int32(65),
  Title: req.string(66),
  Metadata: list.of(MetadataItem, 67),
  RecipientReceiptMetadata: req.of(RecipientReceiptMetadata, 68),
  ConfirmationMetadata: req.of(ConfirmationMetadata, 69),
  RecipientResponseStatus: req.word(E.RecipientResponseStatus, 70),
  AmendmentRequestMetadata: req.of(AmendmentRequestMetadata, 71),
  LockMode: req.word(E.LockMode, 74),
  SenderReceiptMetadata: req.of(SenderReceiptMetadata, 75),
  Version: req.string(76),
  DocflowStatus: req.of(DocflowStatusV3, 80),
});
export type DocumentWire = Wire<typeof Document>;
export const DocumentList = message('DocumentList', {
  TotalCount: req.int32(1),
  Documents: list.of(Document, 2),
  HasMoreResults: opt.bool(3),
});
