import { enumOf, type WordOf } from './fields.js';

export const LockMode = enumOf('LockMode', { Unknown: 0, None: 1, Send: 2, Full: 3 });
export const TotalCountType = enumOf('TotalCountType', { UnknownCountType: 0, Equal: 1, GreaterThanOrEqual: 2 });
export const MessageType = enumOf('MessageType', { Unknown: 0, Letter: 1, Draft: 2, Template: 3 });
export const EntityType = enumOf('EntityType', { UnknownEntityType: 0, Attachment: 1, Signature: 2 });
export const DocumentDirection = enumOf('DocumentDirection', {
  UnknownDocumentDirection: 0,
  Inbound: 1,
  Outbound: 2,
  Internal: 3,
});

/** Only the kinds that the УПД path meets. */
export const AttachmentType = enumOf('AttachmentType', {
  UnknownAttachmentType: -1,
  Nonformalized: 0,
  Invoice: 1,
  InvoiceReceipt: 2,
  InvoiceConfirmation: 3,
  InvoiceCorrectionRequest: 4,
  DeliveryFailureNotification: 6,
  InvoiceRevision: 13,
  Receipt: 27,
  XmlSignatureRejection: 28,
  RevocationRequest: 29,
  RoamingNotification: 39,
  UniversalTransferDocument: 41,
  UniversalTransferDocumentBuyerTitle: 42,
  UniversalTransferDocumentRevision: 45,
  Title: 68,
});
export type AttachmentTypeWord = WordOf<typeof AttachmentType>;

export const DocumentType = enumOf('DocumentType', {
  UnknownDocumentType: -1,
  Nonformalized: 0,
  Invoice: 1,
  InvoiceRevision: 13,
  UniversalTransferDocument: 41,
  UniversalTransferDocumentRevision: 45,
});
export const RevocationStatus = enumOf('RevocationStatus', {
  UnknownRevocationStatus: 0,
  RevocationStatusNone: 1,
  RevocationIsRequestedByMe: 2,
  RequestsMyRevocation: 3,
  RevocationAccepted: 4,
  RevocationRejected: 5,
});
export const RoamingNotificationStatus = enumOf('RoamingNotificationStatus', {
  UnknownRoamingNotificationStatus: 0,
  RoamingNotificationStatusNone: 1,
  RoamingNotificationStatusSuccess: 2,
  RoamingNotificationStatusError: 3,
});
export const SenderSignatureStatus = enumOf('SenderSignatureStatus', {
  UnknownSenderSignatureStatus: 0,
  WaitingForSenderSignature: 1,
  SenderSignatureUnchecked: 2,
  SenderSignatureCheckedAndValid: 3,
  SenderSignatureCheckedAndInvalid: 4,
});
export const GeneralReceiptStatus = enumOf('GeneralReceiptStatus', {
  GeneralReceiptStatusUnknown: 0,
  GeneralReceiptStatusNotAcceptable: 1,
  HaveToCreateReceipt: 2,
  WaitingForReceipt: 3,
  Finished: 4,
});
export const RecipientResponseStatus = enumOf('RecipientResponseStatus', {
  RecipientResponseStatusUnknown: 0,
  RecipientResponseStatusNotAcceptable: 1,
  WaitingForRecipientSignature: 2,
  WithRecipientSignature: 3,
  RecipientSignatureRequestRejected: 4,
  InvalidRecipientSignature: 5,
  WithRecipientPartiallySignature: 6,
});
export const UniversalTransferDocumentStatus = enumOf('UniversalTransferDocumentStatus', {
  UnknownDocumentStatus: 0,
  OutboundWaitingForSenderSignature: 1,
  OutboundWaitingForInvoiceReceiptAndRecipientSignature: 2,
  OutboundWaitingForInvoiceReceipt: 3,
  OutboundWaitingForRecipientSignature: 4,
  OutboundWithRecipientSignature: 5,
  OutboundRecipientSignatureRequestRejected: 6,
  OutboundInvalidSenderSignature: 7,
  OutboundNotFinished: 8,
  OutboundFinished: 9,
  InboundWaitingForRecipientSignature: 16,
  InboundWithRecipientSignature: 17,
  InboundRecipientSignatureRequestRejected: 18,
  InboundInvalidRecipientSignature: 19,
  InboundNotFinished: 20,
  InboundFinished: 21,
});
export const CounteragentStatus = enumOf('CounteragentStatus', {
  UnknownCounteragentStatus: 0,
  IsMyCounteragent: 1,
  InvitesMe: 2,
  IsInvitedByMe: 3,
  RejectsMe: 5,
  IsRejectedByMe: 6,
  NotInCounteragentList: 7,
});
export type CounteragentStatusWord = WordOf<typeof CounteragentStatus>;
export const CounteragentEventType = enumOf('CounteragentEventType', {
  UnknownCounteragentEventType: 0,
  IInvitedCounteragent: 1,
  CounteragentInvitedMe: 2,
  CounteragentAcceptedInvitation: 3,
  IAcceptedInvitation: 4,
  IWithdrewInvitation: 5,
  CounteragentWithdrewInvitation: 6,
  IRejectedInvitation: 7,
  CounteragentRejectedInvitation: 8,
  IBrokeUpWithCounteragent: 9,
  CounteragentBrokeUpWithMe: 10,
  IForgotCounteragent: 11,
  CounteragentForgotMe: 12,
  IMadeCounteragent: 13,
  CounteragentMadeMe: 14,
});
export type CounteragentEventWord = WordOf<typeof CounteragentEventType>;
export const Sociability = enumOf('Sociability', { AllOrganizations: 0, CounteragentsOnly: 1 });
export const OrganizationType = enumOf('OrganizationType', {
  UnknownOrganizationType: 0,
  Individual: 1,
  Juridical: 2,
  PhysicalPerson: 3,
});
export const ReadyForEpdStatus = enumOf('ReadyForEpdStatus', {
  UnknownEpdStatus: 0,
  UndefinedEpdStatus: 1,
  Ready: 2,
  NotReady: 3,
});
export const OrganizationInvoiceFormatVersion = enumOf('OrganizationInvoiceFormatVersion', { v5_01: 1, v5_02: 2 });
export const SupportedRejectionType = enumOf('SupportedRejectionType', {
  UnknownSupportedRejectionType: -1,
  None: 0,
  TypeSpecificRejection: 1,
  UniversalMessage: 2,
});
