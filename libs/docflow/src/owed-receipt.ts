import type { OperatorEvent } from '@potok/contracts';

/** A receipt (извещение о получении) that the exchange format demands of us. The same for every repeat of the event. */
export interface OwedReceipt {
  readonly boxId: string;
  readonly messageId: string;
  /** What is to be confirmed: a title, an operator's confirmation, a notice. */
  readonly entityId: string;
}

/** The receipt that we owe after this event, if any. */
export const owedReceipt = ({
  kind,
  boxId,
  messageId,
  documentEntityId,
  facts,
}: OperatorEvent): OwedReceipt | undefined =>
  kind === 'receipt-required' && facts.byUs !== false
    ? { boxId, messageId, entityId: facts.entityId ?? documentEntityId }
    : undefined;
