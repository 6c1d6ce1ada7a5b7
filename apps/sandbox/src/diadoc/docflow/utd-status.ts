import type { DocumentWire } from '../wire/document.js';
import { needsAnswer, needsReceipt, type DocumentEntity, type DocumentFacts } from './tree.js';

interface Seen {
  readonly entity: DocumentEntity;
  readonly facts: DocumentFacts;
  readonly isOutbound: boolean;
}
type UtdStatus = NonNullable<NonNullable<DocumentWire['UniversalTransferDocumentMetadata']>['DocumentStatus']>;

/** The old headline status of a УПД. */
export const utdStatusOf = (seen: Seen): UtdStatus => (seen.isOutbound ? outbound(seen) : inbound(seen));

const waitsForReceipt = ({ entity, facts }: Seen): boolean => needsReceipt(entity) && !facts.receipt;

const outbound = (seen: Seen): UtdStatus => {
  const { entity, facts } = seen;
  const waits = waitsForReceipt(seen);
  if (!needsAnswer(entity)) return waits ? 'OutboundWaitingForInvoiceReceipt' : 'OutboundFinished';
  if (facts.rejection) return 'OutboundRecipientSignatureRequestRejected';
  if (facts.buyerTitle) return waits ? 'OutboundWaitingForInvoiceReceipt' : 'OutboundWithRecipientSignature';
  return waits ? 'OutboundWaitingForInvoiceReceiptAndRecipientSignature' : 'OutboundWaitingForRecipientSignature';
};

const inbound = (seen: Seen): UtdStatus => {
  const { entity, facts } = seen;
  if (!needsAnswer(entity)) return waitsForReceipt(seen) ? 'InboundNotFinished' : 'InboundFinished';
  if (facts.rejection) return 'InboundRecipientSignatureRequestRejected';
  return facts.buyerTitle ? 'InboundWithRecipientSignature' : 'InboundWaitingForRecipientSignature';
};

type StatusText = { readonly Severity: string; readonly StatusText: string };
const status = (Severity: string, StatusText: string): StatusText => ({ Severity, StatusText });

/** Words for people, not for logic. */
export const statusTextOf = (seen: Seen): StatusText =>
  revocationText(seen.facts) ?? answerText(seen) ?? waitText(seen);

const revocationText = ({ revocation }: DocumentFacts): StatusText | undefined => {
  if (revocation?.state === 'accepted') return status('Info', 'Аннулирование одобрено');
  return revocation?.state === 'requested' ? status('Warning', 'Ожидается аннулирование') : undefined;
};

const answerText = (seen: Seen): StatusText | undefined => {
  if (seen.facts.rejection) return status('Error', 'Отказано в подписи');
  const isDone = needsAnswer(seen.entity) ? seen.facts.buyerTitle !== undefined : !waitsForReceipt(seen);
  return isDone ? status('Success', 'Документооборот завершен') : undefined;
};

const waitText = ({ entity, facts, isOutbound }: Seen): StatusText => {
  if (facts.clarifications.length > 0) return status('Warning', 'Требуется уточнение');
  if (!needsAnswer(entity)) return status('Info', 'Ожидается извещение о получении');
  return isOutbound ? status('Info', 'Ожидается подпись контрагента') : status('Warning', 'Требуется подпись');
};
