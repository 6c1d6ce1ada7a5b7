/** What `wire/messages.ts` looks like once decoded: 64-bit numbers as text, repeated fields always lists. */
export interface Organization {
  readonly Inn: string;
  readonly Kpp?: string;
  readonly FullName: string;
  readonly ShortName?: string;
  readonly Boxes: readonly { readonly BoxId: string; readonly Title: string }[];
  readonly FnsParticipantId?: string;
  readonly IsActive?: boolean;
  readonly IsRoaming?: boolean;
}
export interface Counteragent {
  readonly Organization: Organization;
  readonly CurrentStatus?: number;
}
export interface Message {
  readonly MessageId: string;
  readonly TimestampTicks: string;
  readonly FromBoxId: string;
  readonly ToBoxId?: string;
  readonly Entities: readonly Entity[];
  readonly IsDraft?: boolean;
}
export interface MessagePatch {
  readonly MessageId: string;
  readonly TimestampTicks: string;
  readonly Entities: readonly Entity[];
  readonly ForDraft?: boolean;
  readonly MessageIsDelivered?: boolean;
  readonly PatchId: string;
}
export interface BoxEvent {
  readonly EventId: string;
  readonly Message?: Message;
  readonly Patch?: MessagePatch;
  readonly IndexKey?: string;
}
export interface Entity {
  readonly EntityType?: number;
  readonly EntityId: string;
  readonly ParentEntityId?: string;
  readonly Content?: { readonly Data?: Uint8Array };
  readonly AttachmentType?: number;
  readonly FileName?: string;
  readonly SignerBoxId?: string;
  readonly DocumentInfo?: Document;
  readonly NeedReceipt?: boolean;
  readonly IsApprovementSignature?: boolean;
  readonly RevocationRequestInfo?: { readonly InitiatorBoxId: string };
  readonly UniversalMessageInfo?: {
    readonly CodeGroup?: number;
    readonly Events: readonly { readonly StatusCode: number; readonly PlainText?: string }[];
  };
}
interface Receipt {
  readonly ReceiptStatus: number;
}
export interface Document {
  readonly IndexKey?: string;
  readonly MessageId: string;
  readonly EntityId: string;
  readonly CreationTimestampTicks: string;
  /** `24.11.2026`. */
  readonly DocumentDate?: string;
  readonly DocumentNumber?: string;
  readonly CustomDocumentId?: string;
  readonly RoamingNotificationStatus?: number;
  readonly RoamingNotificationStatusDescription?: string;
  readonly SenderSignatureStatus?: number;
  readonly RecipientReceiptMetadata: Receipt & { readonly ConfirmationMetadata?: Receipt };
  readonly ConfirmationMetadata: Receipt;
  readonly RecipientResponseStatus: number;
  readonly AmendmentRequestMetadata: Receipt;
  readonly SenderReceiptMetadata: Receipt;
}
export interface Decoded {
  readonly OrganizationList: { readonly Organizations: readonly Organization[] };
  readonly Counteragent: Counteragent;
  readonly BoxEventList: { readonly Events: readonly BoxEvent[] };
  readonly Message: Message;
  readonly Document: Document;
  readonly DocumentList: { readonly Documents: readonly Document[]; readonly HasMoreResults?: boolean };
}

export interface SignedContent {
  readonly Content: Uint8Array;
  readonly Signature: Uint8Array;
}
export interface Encoded {
  readonly MessageToPost: {
    readonly FromBoxId: string;
    readonly ToBoxId: string;
    readonly DocumentAttachments: readonly {
      readonly SignedContent: SignedContent;
      readonly Comment?: string;
      readonly CustomDocumentId?: string;
      readonly TypeNamedId: string;
      readonly Function: string;
      readonly Version: string;
    }[];
  };
  readonly MessagePatchToPostV2: {
    readonly BoxId: string;
    readonly MessageId: string;
    readonly Receipts: readonly { readonly ParentEntityId: string; readonly SignedContent: SignedContent }[];
  };
  readonly ReceiptGenerationRequestV2: {
    readonly MessageId: string;
    readonly AttachmentId: string;
    readonly SignerContent: Uint8Array;
  };
}
