/**
 * What a reconciliation can find. The first word says where the gap is; api renders a sentence for each.
 */
export const GAP_CODES = [
  'EVENT_LOST',
  'EVENT_KEPT',
  'DOCUMENT_AT_OPERATOR_UNKNOWN',
  'DOCUMENT_SENDING_UNRECORDED',
  'DOCUMENT_NOT_AT_OPERATOR',
  'DOCUMENT_SENT_TWICE',
  'DOCUMENT_WITHOUT_RUN',
  'POSTING_TWICE',
  'POSTING_ABSENT',
  'POSTING_UNRECORDED',
  'POSTING_NOT_UNDONE',
  'POSTING_UNKNOWN',
  'ORDER_STUCK',
  'START_LOST',
  'DELIVERY_STUCK',
  'WAIT_WITHOUT_RUN',
  'NEWS_NOT_TAKEN',
  'RUN_LOST',
] as const;
export type GapCode = (typeof GAP_CODES)[number];

/** `mended`: put right; `parked`: stands where a person decides; `open`: found, and nothing was done about it. */
export const GAP_STATES = ['mended', 'parked', 'open'] as const;
export type GapState = (typeof GAP_STATES)[number];

/** What is compared with what. */
export const COMPARISONS = [
  'outbox',
  'inbox',
  'waits',
  'runs',
  'documents',
  'operator-events',
  'operator-box',
  'accounting-steps',
  'accounting-books',
] as const;
export type ComparisonKind = (typeof COMPARISONS)[number];

/** One line of a report. `not-offered`: the system gives no such list, so nothing was compared; `failed`: it could not be asked. */
export interface Comparison {
  readonly what: ComparisonKind;
  readonly state: 'done' | 'not-offered' | 'failed';
  /** How many of ours or of theirs were looked at. */
  readonly compared: number;
  readonly connectionId?: string;
  /** The box, the account. */
  readonly subject?: string;
  readonly fault?: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> };
}
