import type {
  Annulment,
  Answer,
  Delivery,
  DocflowState,
  Instant,
  OperatorEvent,
  OperatorEventKind,
} from '@potok/contracts';
import { claimOf, outranks } from './answer-claim.js';

/**
 * The document's state after one more fact. Facts may come in any order and any number of times: whatever the order, the
 * same facts give the same state. A late «sent» lowers nothing; the first final answer holds; an annulment stays.
 */
export const foldEvent = (state: DocflowState, event: OperatorEvent): DocflowState => folds[event.kind](state, event);

type Fold = (state: DocflowState, event: OperatorEvent) => DocflowState;

// Delivered beats failed: a document that was received, perhaps at the second try, has not failed.
const DELIVERY_ORDER: readonly Delivery[] = [
  'draft',
  'validated',
  'signing',
  'signed',
  'sent',
  'confirmed',
  'failed',
  'delivered',
];

/** Moves the delivery track forward, never back. Also for our own steps: validated, signing, signed. */
export const raiseDelivery = (state: DocflowState, delivery: Delivery): DocflowState => {
  if (DELIVERY_ORDER.indexOf(delivery) <= DELIVERY_ORDER.indexOf(state.delivery)) return state;
  const raised = { ...state, delivery };
  return state.delivery === 'failed' ? withoutReason(raised) : raised;
};

/** The document was replaced by a new one: исправление or корректировка. */
export const markCorrected = (state: DocflowState): DocflowState => ({ ...state, correction: 'corrected' });

/** Who answers has received it, whatever the operator has told so far. */
const foldAnswer = (
  state: DocflowState,
  given: Exclude<Answer, 'none'>,
  { at, facts }: OperatorEvent,
): DocflowState => {
  const next = { answer: given, at: momentOf(at), reason: facts.reason };
  const delivered = raiseDelivery(state, 'delivered');
  if (!outranks(next, claimOf(state))) return delivered;
  return {
    ...withoutReason(delivered),
    answer: given,
    answeredAt: next.at,
    ...(facts.reason === undefined ? {} : { reason: facts.reason }),
  };
};

const ANNULMENT_ORDER: readonly Annulment[] = ['none', 'requested-by-us', 'requested-by-them', 'refused', 'annulled'];

/** Annulled is the end; before it the latest word counts, because a refused request may be repeated. */
const foldAnnulment = (state: DocflowState, reached: Annulment, at: Instant): DocflowState => {
  const next = [reached === 'annulled' ? 1 : 0, Date.parse(at), ANNULMENT_ORDER.indexOf(reached)];
  const held = [
    state.annulment === 'annulled' ? 1 : 0,
    state.annulmentAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(state.annulmentAt),
    ANNULMENT_ORDER.indexOf(state.annulment),
  ];
  return isGreater(next, held) ? { ...state, annulment: reached, annulmentAt: momentOf(at) } : state;
};

const isGreater = (a: readonly number[], b: readonly number[]): boolean => {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place !== -1 && (a[place] ?? 0) > (b[place] ?? 0);
};

/** Of several reasons the smaller text stays: any rule will do that does not depend on the order of news. */
const foldFailure = (state: DocflowState, reason: string | undefined): DocflowState => {
  const failed = raiseDelivery(state, 'failed');
  if (failed.delivery !== 'failed' || reason === undefined) return failed;
  return failed.reason !== undefined && failed.reason <= reason ? failed : { ...failed, reason };
};

const withoutReason = (state: DocflowState): DocflowState => {
  const rest: { -readonly [K in keyof DocflowState]: DocflowState[K] } = { ...state };
  delete rest.reason;
  return rest;
};

/** One moment, one spelling: operators write it with and without fractions of a second. */
const momentOf = (at: Instant): Instant => new Date(at).toISOString();

const delivery =
  (reached: Delivery): Fold =>
  (state) =>
    raiseDelivery(state, reached);
const answer =
  (given: Exclude<Answer, 'none'>): Fold =>
  (state, event) =>
    foldAnswer(state, given, event);
const annulment =
  (reached: Annulment): Fold =>
  (state, event) =>
    foldAnnulment(state, reached, event.at);
const failure: Fold = (state, event) => foldFailure(state, event.facts.reason);
const unchanged: Fold = (state) => state;

const folds: Readonly<Record<OperatorEventKind, Fold>> = {
  sent: delivery('sent'),
  'confirmed-by-operator': delivery('confirmed'),
  delivered: delivery('delivered'),
  accepted: answer('accepted'),
  'accepted-with-discrepancies': answer('accepted-with-discrepancies'),
  rejected: answer('rejected'),
  'clarification-requested': answer('clarification-requested'),
  'annulment-requested': (state, event) =>
    foldAnnulment(state, event.facts.byUs === true ? 'requested-by-us' : 'requested-by-them', event.at),
  'annulment-accepted': annulment('annulled'),
  'annulment-refused': annulment('refused'),
  // The other side's bad signature is no answer, and says nothing of our document.
  'signature-invalid': (state, event) => (event.facts.byUs === false ? state : failure(state, event)),
  'roaming-failed': failure,
  // Receipts are duties beside the document: `owedReceipt`.
  'receipt-required': unchanged,
  'receipt-finished': unchanged,
};
