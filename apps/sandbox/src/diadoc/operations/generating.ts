import { spokenOf } from '../docflow/confirm.js';
import { mayReceipt, mayRevoke } from '../docflow/may.js';
import { isDocument, signaturesOf } from '../docflow/tree.js';
import {
  makeNotice,
  makeReceipt,
  makeRevocationOffer,
  type MadeFile,
  type ServiceOrder,
} from '../files/service-files.js';
import { readSigner } from '../files/signer-content.js';
import { DiadocError } from '../http/diadoc-error.js';
import type { Answer, Call, Operation } from '../http/operation.js';
import type { EntityRecord, MessageRecord, OrganizationRecord } from '../state/state.js';
import {
  InvoiceCorrectionRequestGenerationRequestV2,
  ReceiptGenerationRequestV2,
  RevocationCommentInfo,
  SignatureRejectionGenerationRequestV2,
} from '../wire/service.js';
import { locate } from './reading.js';

const XML = 'application/xml; charset=windows-1251';

export const fileAnswer = (file: MadeFile): Answer => ({
  kind: 'bytes',
  bytes: file.bytes,
  contentType: XML,
  fileName: `${file.fileId}.xml`,
});

interface Request {
  readonly MessageId: string;
  readonly AttachmentId: string;
  readonly SignerContent: Uint8Array;
}
interface Made {
  readonly by: OrganizationRecord;
  readonly message: MessageRecord;
  readonly entity: EntityRecord;
  readonly order: ServiceOrder;
}

/** What a service file about an entity says: of whom, to whom, signed by whom. */
const orderOf = async (call: Call, request: Request): Promise<Made> => {
  const { world } = call;
  const by = call.ownBox();
  const at = { boxId: by.boxId, messageId: request.MessageId, entityId: request.AttachmentId };
  const { message, entity } = locate(call, at);
  const [signature] = signaturesOf(message, entity.entityId);
  if (!signature) throw new DiadocError(404, 'У сущности нет подписи');
  const sender = world.findOrganization(signature.signerBoxId ?? '');
  const signer = readSigner(request.SignerContent, by);
  const about = await spokenOf(world, message, entity);
  return { by, message, entity, order: { about, by, to: sender ?? 'operator', signer, at: world.now() } };
};

const demandText = (text: string | undefined, limit: number): string => {
  if (text === undefined || text.trim() === '') throw new DiadocError(400, 'Не указан текст: ErrorMessage');
  if (text.length > limit) throw new DiadocError(400, `Текст длиннее ${limit} знаков`);
  return text;
};

const generateReceipt: Operation = {
  method: 'POST',
  path: '/V2/GenerateReceiptXml',
  handle: async (call) => {
    const { by, message, entity, order } = await orderOf(call, call.read(ReceiptGenerationRequestV2));
    mayReceipt(message, entity, by.boxId);
    return fileAnswer(makeReceipt(order));
  },
};

const generateRejection: Operation = {
  method: 'POST',
  path: '/V2/GenerateSignatureRejectionXml',
  handle: async (call) => {
    const request = call.read(SignatureRejectionGenerationRequestV2);
    const text = demandText(request.ErrorMessage, 5000);
    const { order } = await orderOf(call, request);
    return fileAnswer(makeNotice(order, text));
  },
};

const generateCorrectionRequest: Operation = {
  method: 'POST',
  path: '/V2/GenerateInvoiceCorrectionRequestXml',
  handle: async (call) => {
    const request = call.read(InvoiceCorrectionRequestGenerationRequestV2);
    const text = demandText(request.ErrorMessage, 20_000);
    const { order } = await orderOf(call, request);
    return fileAnswer(makeNotice(order, text));
  },
};

const REVOCATION_FORMS = ['revocation_request_01', 'revocation_request_02'];

/** The signer is the employee: the Signer of the body is not read. */
const generateRevocation: Operation = {
  method: 'POST',
  path: '/V2/GenerateRevocationRequestXml',
  handle: async (call) => {
    const { world, query } = call;
    const form = query.find('contentTypeId') ?? REVOCATION_FORMS[1];
    if (form !== REVOCATION_FORMS[1]) throw new DiadocError(501, 'Песочница составляет только ПОА версии 1.02');
    const by = call.ownBox();
    const at = { boxId: by.boxId, messageId: query.get('messageId'), entityId: query.get('attachmentId') };
    const { message, entity } = locate(call, at);
    if (!isDocument(entity)) throw new DiadocError(404, 'Сущность не является документом');
    mayRevoke(message, entity);
    const to = world.getOrganization(message.fromBoxId === by.boxId ? message.toBoxId : message.fromBoxId);
    const about = await spokenOf(world, message, entity);
    const text = demandText(call.read(RevocationCommentInfo).Comment, 2000);
    return fileAnswer(makeRevocationOffer({ about, by, to, signer: by.signer, at: world.now() }, text));
  },
};

export const generatingOperations: readonly Operation[] = [
  generateReceipt,
  generateRejection,
  generateCorrectionRequest,
  generateRevocation,
];
