import type { Instant } from '../ids.js';

export const DELIVERY = [
  'draft',
  'validated',
  'signing',
  'signed',
  'sent',
  'confirmed',
  'delivered',
  'failed',
] as const;
export const ANSWER = [
  'none',
  'accepted',
  'accepted-with-discrepancies',
  'rejected',
  'clarification-requested',
] as const;
export const ANNULMENT = ['none', 'requested-by-us', 'requested-by-them', 'annulled', 'refused'] as const;
export const CORRECTION = ['none', 'corrected'] as const;
export type Delivery = (typeof DELIVERY)[number];
export type Answer = (typeof ANSWER)[number];
export type Annulment = (typeof ANNULMENT)[number];
export type Correction = (typeof CORRECTION)[number];

/** Where a document stands, over all operators. The headline is derived, never stored as the truth. */
export interface DocflowState {
  readonly delivery: Delivery;
  readonly answer: Answer;
  readonly annulment: Annulment;
  readonly correction: Correction;
  readonly isExported: boolean;
  readonly isPaid: boolean;
  readonly isArchived: boolean;
  /** Why it was rejected, returned for clarification, or failed. */
  readonly reason?: string;
  readonly answeredAt?: Instant;
  /** When the annulment track last moved: requests may be refused and repeated, and news comes in any order. */
  readonly annulmentAt?: Instant;
}

/** The one word that a list shows. */
export const HEADLINES = [
  'draft',
  'waiting-for-our-signature',
  'signed',
  'sent',
  'waiting-for-buyer',
  'accepted',
  'accepted-with-discrepancies',
  'rejected',
  'clarification-requested',
  'annulment-requested',
  'annulled',
  'corrected',
  'exported',
  'failed',
] as const;
export type Headline = (typeof HEADLINES)[number];

export const freshDocflow: DocflowState = {
  delivery: 'draft',
  answer: 'none',
  annulment: 'none',
  correction: 'none',
  isExported: false,
  isPaid: false,
  isArchived: false,
};
