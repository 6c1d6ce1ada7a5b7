import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ANNULMENT,
  ANSWER,
  DELIVERY,
  freshDocflow,
  HEADLINES,
  OPERATOR_EVENT_KINDS,
  type DocflowState,
  type OperatorEvent,
  type OperatorEventFacts,
  type OperatorEventKind,
} from '@potok/contracts';
import { foldEvent, markCorrected, raiseDelivery } from './fold-event.js';
import { headlineOf } from './headline.js';
import { owedReceipt } from './owed-receipt.js';
import { answerOf } from './wait-outcome.js';

const minute = (n: number) => new Date(Date.UTC(2026, 5, 1, 12, n)).toISOString();
const event = (kind: OperatorEventKind, n = 0, facts: OperatorEventFacts = {}): OperatorEvent => ({
  id: `${kind}-${n}`,
  system: 'diadoc',
  boxId: 'box',
  messageId: 'message',
  documentEntityId: 'title',
  at: minute(n),
  kind,
  facts,
});
const fold = (events: readonly OperatorEvent[], from: DocflowState = freshDocflow) => events.reduce(foldEvent, from);
const after = (...kinds: OperatorEventKind[]) => fold(kinds.map((kind, n) => event(kind, n)));

const anyEvent = fc
  .record({
    kind: fc.constantFrom(...OPERATOR_EVENT_KINDS),
    n: fc.integer({ min: 0, max: 4 }),
    reason: fc.option(fc.constantFrom('неверная цена', 'нет ИНН', 'дубль'), { nil: undefined }),
    byUs: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ kind, n, reason, byUs }) =>
    event(kind, n, { ...(reason === undefined ? {} : { reason }), ...(byUs === undefined ? {} : { byUs }) }),
  );

/** Sequences as an operator tells them: delivery first, then questions and one answer, then perhaps annulments. */
const legalSequence = fc
  .record({
    delivery: fc.subarray<OperatorEventKind>(['sent', 'confirmed-by-operator', 'receipt-required', 'delivered']),
    questions: fc.array(fc.constant<OperatorEventKind>('clarification-requested'), { maxLength: 2 }),
    answer: fc.option(fc.constantFrom<OperatorEventKind>('accepted', 'accepted-with-discrepancies', 'rejected')),
    refusals: fc.integer({ min: 0, max: 2 }),
    end: fc.subarray<OperatorEventKind>(['annulment-requested', 'annulment-accepted']),
  })
  .map(({ delivery, questions, answer, refusals, end }) => [
    ...delivery,
    ...questions,
    ...(answer === null ? [] : [answer]),
    ...Array.from({ length: refusals }).flatMap((): OperatorEventKind[] => [
      'annulment-requested',
      'annulment-refused',
    ]),
    ...end,
  ])
  .map((kinds) => kinds.map((kind, n) => event(kind, n, { reason: `${kind} ${n}`, byUs: n % 2 === 0 })));

/** The same facts, shuffled, each at least once and some again. */
const disordered = (events: readonly OperatorEvent[]) =>
  fc
    .tuple(fc.shuffledSubarray([...events], { minLength: events.length }), fc.subarray([...events]))
    .chain(([once, again]) => fc.shuffledSubarray([...once, ...again], { minLength: once.length + again.length }));

describe('disorder and repeats', () => {
  it('change nothing of a legal story', () => {
    fc.assert(
      fc.property(
        legalSequence.chain((events) => fc.tuple(fc.constant(events), disordered(events))),
        ([events, news]) => {
          expect(fold(news)).toEqual(fold(events));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('change nothing of any set of facts, legal or not', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 8 }).chain((events) => fc.tuple(fc.constant(events), disordered(events))),
        ([events, news]) => {
          expect(fold(news)).toEqual(fold(events));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('leave the state within its words, with a headline for each', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
        const state = fold(events);
        expect(DELIVERY).toContain(state.delivery);
        expect(ANSWER).toContain(state.answer);
        expect(ANNULMENT).toContain(state.annulment);
        expect(HEADLINES).toContain(headlineOf(state));
      }),
    );
  });
});

describe('delivery', () => {
  it('is not lowered by a late word', () => {
    expect(after('delivered', 'confirmed-by-operator', 'sent').delivery).toBe('delivered');
    expect(raiseDelivery(after('sent'), 'signed').delivery).toBe('sent');
  });
  it('is complete when an answer came first', () => {
    expect(after('accepted').delivery).toBe('delivered');
  });
  it('fails with a reason, and has not failed when the document arrived after all', () => {
    const failed = fold([event('sent'), event('roaming-failed', 1, { reason: 'оператор недоступен' })]);
    expect(failed).toMatchObject({ delivery: 'failed', reason: 'оператор недоступен' });
    expect(headlineOf(failed)).toBe('failed');
    expect(foldEvent(failed, event('delivered', 2))).toEqual(after('sent', 'delivered'));
  });
  it('fails by our bad signature, not by theirs', () => {
    expect(fold([event('signature-invalid', 0, { byUs: true })]).delivery).toBe('failed');
    expect(fold([event('signature-invalid', 0, { byUs: false })])).toEqual(freshDocflow);
  });
});

describe('the answer', () => {
  it('keeps its words and its moment', () => {
    expect(fold([event('rejected', 3, { reason: 'неверная цена' })])).toMatchObject({
      answer: 'rejected',
      reason: 'неверная цена',
      answeredAt: minute(3),
    });
  });
  it('replaces a request for clarification, never the other way', () => {
    const asked = event('clarification-requested', 5, { reason: 'нет договора' });
    expect(fold([event('accepted', 1), asked])).not.toHaveProperty('reason');
    expect(fold([asked, event('accepted', 1)]).answer).toBe('accepted');
  });
  it('is one whichever way its moment is spelled', () => {
    const [long, short] = [event('accepted'), { ...event('accepted'), at: minute(0).replace('.000', '') }];
    expect(fold([long, short])).toEqual(fold([short, long]));
  });
  it('is the first final one', () => {
    expect(fold([event('rejected', 7), event('accepted', 2)]).answer).toBe('accepted');
  });
  it('ends a wait by the port of its name', () => {
    expect(answerOf(after('sent', 'delivered'))).toBeUndefined();
    expect(answerOf(after('accepted'))).toBe('accepted');
    expect(answerOf(after('accepted-with-discrepancies'))).toBe('discrepancies');
    expect(answerOf(after('rejected'))).toBe('rejected');
    expect(answerOf(after('clarification-requested'))).toBe('clarification');
    expect(answerOf(after('accepted', 'annulment-requested', 'annulment-accepted'))).toBe('annulled');
  });
});

describe('annulment', () => {
  it('may be refused, asked for again, and then holds for ever', () => {
    const asked = after('annulment-requested', 'annulment-refused', 'annulment-requested');
    expect(asked.annulment).toBe('requested-by-them');
    const done = foldEvent(asked, event('annulment-accepted', 3));
    expect(foldEvent(done, event('annulment-refused', 9)).annulment).toBe('annulled');
  });
  it('knows who asked', () => {
    expect(fold([event('annulment-requested', 0, { byUs: true })]).annulment).toBe('requested-by-us');
  });
});

it('shows the track that matters most', () => {
  const exported = (state: DocflowState): DocflowState => ({ ...state, isExported: true });
  expect(headlineOf(freshDocflow)).toBe('draft');
  expect(headlineOf(raiseDelivery(freshDocflow, 'signing'))).toBe('waiting-for-our-signature');
  expect(headlineOf(raiseDelivery(freshDocflow, 'signed'))).toBe('signed');
  expect(headlineOf(after('sent', 'confirmed-by-operator'))).toBe('sent');
  expect(headlineOf(after('delivered'))).toBe('waiting-for-buyer');
  expect(headlineOf(exported(after('accepted')))).toBe('exported');
  expect(headlineOf(exported(after('rejected')))).toBe('rejected');
  expect(headlineOf(after('accepted', 'annulment-requested'))).toBe('annulment-requested');
  expect(headlineOf(after('accepted', 'annulment-requested', 'annulment-refused'))).toBe('accepted');
  expect(headlineOf(markCorrected(exported(after('accepted'))))).toBe('corrected');
  expect(headlineOf(markCorrected(after('annulment-accepted')))).toBe('annulled');
});

it('names the receipt that we owe, and none for what they owe', () => {
  expect(owedReceipt(event('receipt-required', 0, { entityId: 'confirmation' }))).toEqual({
    boxId: 'box',
    messageId: 'message',
    entityId: 'confirmation',
  });
  expect(owedReceipt(event('receipt-required'))?.entityId).toBe('title');
  expect(owedReceipt(event('receipt-required', 0, { byUs: false }))).toBeUndefined();
  expect(owedReceipt(event('delivered'))).toBeUndefined();
});
