/** One field: number, type, and whether it must be there or may repeat. Enums travel as int32. */
export type WireField = readonly [id: number, type: string, rule?: 'required' | 'repeated'];
export type WireMessage = Readonly<Record<string, WireField>>;

/**
 * The messages of the Diadoc API that this connector reads and writes, with the fields that it uses; what else comes is
 * skipped. Numbers and types are those of the published protocol and are compared with it by a test.
 */
export const readMessages = {
  OrganizationList: { Organizations: [1, 'Organization', 'repeated'] },
  Organization: {
    OrgId: [1, 'string', 'required'],
    Inn: [2, 'string', 'required'],
    Kpp: [3, 'string'],
    FullName: [4, 'string', 'required'],
    ShortName: [5, 'string'],
    Boxes: [7, 'Box', 'repeated'],
    FnsParticipantId: [9, 'string'],
    IsActive: [15, 'bool'],
    IsRoaming: [18, 'bool'],
  },
  Box: {
    BoxId: [1, 'string', 'required'],
    Title: [2, 'string', 'required'],
    BoxIdGuid: [6, 'string', 'required'],
  },
  Counteragent: {
    Organization: [2, 'Organization', 'required'],
    CurrentStatus: [3, 'int32'],
  },
  BoxEventList: {
    Events: [1, 'BoxEvent', 'repeated'],
    TotalCount: [2, 'int32'],
    TotalCountType: [3, 'int32', 'required'],
  },
  BoxEvent: {
    EventId: [1, 'string', 'required'],
    Message: [2, 'Message'],
    Patch: [3, 'MessagePatch'],
    IndexKey: [4, 'string'],
  },
  Message: {
    MessageId: [1, 'string', 'required'],
    TimestampTicks: [2, 'sfixed64', 'required'],
    FromBoxId: [4, 'string', 'required'],
    ToBoxId: [6, 'string'],
    Entities: [8, 'Entity', 'repeated'],
    IsDraft: [9, 'bool'],
    IsDeleted: [14, 'bool'],
  },
  MessagePatch: {
    MessageId: [1, 'string', 'required'],
    TimestampTicks: [2, 'sfixed64', 'required'],
    Entities: [3, 'Entity', 'repeated'],
    ForDraft: [4, 'bool'],
    MessageIsDelivered: [11, 'bool'],
    PatchId: [13, 'string', 'required'],
  },
  Entity: {
    EntityType: [1, 'int32'],
    EntityId: [2, 'string', 'required'],
    ParentEntityId: [3, 'string'],
    Content: [4, 'Content'],
    AttachmentType: [5, 'int32'],
    FileName: [6, 'string'],
    SignerBoxId: [8, 'string'],
    DocumentInfo: [11, 'Document'],
    RawCreationDate: [12, 'sfixed64'],
    NeedReceipt: [17, 'bool'],
    IsApprovementSignature: [19, 'bool'],
    RevocationRequestInfo: [30, 'RevocationRequestInfo'],
    UniversalMessageInfo: [36, 'UniversalMessageInfo'],
  },
  Content: { Data: [2, 'bytes'] },
  RevocationRequestInfo: { InitiatorBoxId: [1, 'string', 'required'] },
  UniversalMessageInfo: {
    CodeGroup: [1, 'int32'],
    Events: [2, 'UniversalMessageEvent', 'repeated'],
  },
  UniversalMessageEvent: { StatusCode: [1, 'int32', 'required'], PlainText: [2, 'string'] },
  DocumentList: {
    TotalCount: [1, 'int32', 'required'],
    Documents: [2, 'Document', 'repeated'],
    HasMoreResults: [3, 'bool'],
  },
  Document: {
    IndexKey: [1, 'string'],
    MessageId: [2, 'string', 'required'],
    EntityId: [3, 'string', 'required'],
    CreationTimestampTicks: [4, 'sfixed64', 'required'],
    FileName: [10, 'string'],
    DocumentDate: [11, 'string'],
    DocumentNumber: [12, 'string'],
    CustomDocumentId: [30, 'string'],
    RoamingNotificationStatus: [42, 'int32'],
    SenderSignatureStatus: [49, 'int32'],
    RoamingNotificationStatusDescription: [52, 'string'],
    TypeNamedId: [63, 'string', 'required'],
    Function: [64, 'string', 'required'],
    RecipientReceiptMetadata: [68, 'RecipientReceiptMetadata', 'required'],
    ConfirmationMetadata: [69, 'ConfirmationMetadata', 'required'],
    RecipientResponseStatus: [70, 'int32', 'required'],
    AmendmentRequestMetadata: [71, 'AmendmentRequestMetadata', 'required'],
    SenderReceiptMetadata: [75, 'SenderReceiptMetadata', 'required'],
    Version: [76, 'string', 'required'],
  },
  RecipientReceiptMetadata: {
    ReceiptStatus: [1, 'int32', 'required'],
    ConfirmationMetadata: [2, 'ConfirmationMetadata'],
  },
  SenderReceiptMetadata: { ReceiptStatus: [1, 'int32', 'required'] },
  ConfirmationMetadata: { ReceiptStatus: [1, 'int32', 'required'], DateTimeTicks: [2, 'sfixed64', 'required'] },
  AmendmentRequestMetadata: { AmendmentFlags: [1, 'int32', 'required'], ReceiptStatus: [2, 'int32', 'required'] },
} as const satisfies Record<string, WireMessage>;

export const writtenMessages = {
  MessageToPost: {
    FromBoxId: [1, 'string', 'required'],
    ToBoxId: [2, 'string'],
    DocumentAttachments: [34, 'DocumentAttachment', 'repeated'],
  },
  DocumentAttachment: {
    SignedContent: [1, 'SignedContent', 'required'],
    Comment: [3, 'string'],
    CustomDocumentId: [9, 'string'],
    TypeNamedId: [12, 'string', 'required'],
    Function: [13, 'string'],
    Version: [14, 'string'],
  },
  SignedContent: { Content: [1, 'bytes'], Signature: [2, 'bytes'] },
  MessagePatchToPostV2: {
    BoxId: [1, 'string', 'required'],
    MessageId: [2, 'string', 'required'],
    Receipts: [3, 'ReceiptAttachment', 'repeated'],
  },
  ReceiptAttachment: {
    ParentEntityId: [1, 'string', 'required'],
    SignedContent: [2, 'SignedContent', 'required'],
  },
  ReceiptGenerationRequestV2: {
    MessageId: [1, 'string', 'required'],
    AttachmentId: [2, 'string', 'required'],
    SignerContent: [3, 'bytes', 'required'],
  },
} as const satisfies Record<string, WireMessage>;
