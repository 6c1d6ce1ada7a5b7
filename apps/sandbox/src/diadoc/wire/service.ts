import * as E from './enums.js';
import { list, message, opt, req } from './fields.js';

export const ReceiptGenerationRequestV2 = message('ReceiptGenerationRequestV2', {
  MessageId: req.string(1),
  AttachmentId: req.string(2),
  SignerContent: req.bytes(3),
});
export const SignatureRejectionGenerationRequestV2 = message('SignatureRejectionGenerationRequestV2', {
  ErrorMessage: opt.string(1),
  MessageId: req.string(2),
  AttachmentId: req.string(3),
  SignerContent: req.bytes(4),
});
export const InvoiceCorrectionRequestGenerationRequestV2 = message('InvoiceCorrectionRequestGenerationRequestV2', {
  ErrorMessage: req.string(1),
  MessageId: req.string(2),
  AttachmentId: req.string(3),
  SignerContent: req.bytes(4),
});

/** Invoicing.RevocationRequestInfo, without the old form of a signer. */
export const RevocationCommentInfo = message('RevocationCommentInfo', { Comment: opt.string(1) });

const DocumentTitleV2 = message('DocumentTitleV2', {
  Index: req.int32(7),
  IsFormal: req.bool(1),
  XsdUrl: opt.string(2),
  UserDataXsdUrl: opt.string(5),
  SignerInfo: req.of(
    message('SignerInfoV2', {
      SignerType: req.int32(1),
      ExtendedDocumentTitleType: req.int32(2),
      SignerUserDataXsdUrl: opt.string(3),
    }),
    6,
  ),
});
const DocumentVersionV2 = message('DocumentVersionV2', {
  Version: req.string(1),
  SupportsContentPatching: req.bool(2),
  SupportsEncrypting: req.bool(3),
  Titles: list.of(DocumentTitleV2, 4),
  IsActual: req.bool(5),
  Workflows: list.of(message('DocumentWorkflowV2', { Id: req.int32(1), IsDefault: req.bool(2) }), 6),
  SupportsPredefinedRecipientTitle: req.bool(7),
  SupportsAmendmentRequest: req.bool(8),
  RejectionType: opt.word(E.SupportedRejectionType, 9),
});
const DocumentFunctionV2 = message('DocumentFunctionV2', {
  Name: req.string(1),
  Versions: list.of(DocumentVersionV2, 2),
});
export const DocumentTypeDescriptionV3 = message('DocumentTypeDescriptionV3', {
  Name: req.string(1),
  Title: req.string(2),
  SupportedDocflows: list.int32(3),
  RequiresFnsRegistration: req.bool(4),
  Functions: list.of(DocumentFunctionV2, 9),
  UniversalMessagesStartDate: req.string(10),
});
export const GetDocumentTypesResponseV3 = message('GetDocumentTypesResponseV3', {
  DocumentTypes: list.of(DocumentTypeDescriptionV3, 1),
});
