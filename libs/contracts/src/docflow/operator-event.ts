import type { Instant } from '../ids.js';

/**
 * One fact that an operator reports of one document, in our words. `libs/docflow` folds these into the four tracks and
 * knows no operator. `id` is unique for (system, box): repeats and disorder do not matter.
 */
export interface OperatorEvent {
  readonly id: string;
  readonly system: string;
  readonly boxId: string;
  readonly messageId: string;
  /** The seller's title (or the document's first entity) at the operator. */
  readonly documentEntityId: string;
  readonly at: Instant;
  readonly kind: OperatorEventKind;
  readonly facts: OperatorEventFacts;
}

export const OPERATOR_EVENT_KINDS = [
  'sent',
  'confirmed-by-operator',
  'delivered',
  'receipt-required',
  'receipt-finished',
  'accepted',
  'accepted-with-discrepancies',
  'rejected',
  'clarification-requested',
  'annulment-requested',
  'annulment-accepted',
  'annulment-refused',
  'signature-invalid',
  'roaming-failed',
] as const;
export type OperatorEventKind = (typeof OPERATOR_EVENT_KINDS)[number];

export interface OperatorEventFacts {
  /** The other side's words: «неверная цена». */
  readonly reason?: string;
  readonly byUs?: boolean;
  /** The entity that carries the evidence (buyer's title, confirmation, notice). */
  readonly entityId?: string;
  readonly fileName?: string;
  /** КодИтога of the buyer's title. */
  readonly outcomeCode?: string;
}
