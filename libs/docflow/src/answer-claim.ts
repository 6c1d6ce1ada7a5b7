import { ANSWER, type Answer, type DocflowState, type Instant } from '@potok/contracts';

/** What somebody says the answer is, and when it was given. */
export interface AnswerClaim {
  readonly answer: Answer;
  readonly at: Instant | undefined;
  readonly reason: string | undefined;
}

export const claimOf = ({ answer, answeredAt, reason }: DocflowState): AnswerClaim => ({
  answer,
  at: answeredAt,
  reason,
});

/**
 * Which of two claims holds. A final answer beats a request for clarification; of final answers the first holds, for it
 * cannot be taken back; of requests the last. Equal moments are settled by kind, then by words: never by order of news.
 */
export const outranks = (next: AnswerClaim, held: AnswerClaim): boolean => {
  const [a, b] = [finality(next), finality(held)];
  if (a !== b) return a > b;
  const later = momentOf(next) - momentOf(held);
  if (later !== 0) return a === FINAL ? later < 0 : later > 0;
  const kind = ANSWER.indexOf(next.answer) - ANSWER.indexOf(held.answer);
  return kind === 0 ? (next.reason ?? '') > (held.reason ?? '') : kind > 0;
};

const FINAL = 2;

const finality = ({ answer }: AnswerClaim): number => {
  switch (answer) {
    case 'none':
      return 0;
    case 'clarification-requested':
      return 1;
    case 'accepted':
    case 'accepted-with-discrepancies':
    case 'rejected':
      return FINAL;
  }
};

const momentOf = ({ at }: AnswerClaim): number => (at === undefined ? 0 : Date.parse(at));
