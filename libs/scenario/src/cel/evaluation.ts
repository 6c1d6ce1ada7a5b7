import { ExpressionError } from '../expression-error.js';

/** About half a second of one core: an expression that wants more is refused, not waited for. */
const BUDGET = 3_000_000;
/** Longest text that an expression may make or handle. */
export const TEXT_LIMIT = 1_000_000;

/** What functions of the field may know beside their arguments, and how much work is left to them. */
export interface Evaluation {
  readonly now: Date;
  readonly timeZone: string;
  left: number;
  /** Thrown again and again where a quantifier swallows it: one error, because making them costs more than the work. */
  spent?: ExpressionError;
}

export const freshEvaluation = (now: Date, timeZone: string): Evaluation => ({ now, timeZone, left: BUDGET });

// cel-js hands a function nothing but its arguments, and evaluation is synchronous: so the current one stands here.
let current: Evaluation | undefined;

export const during = <T>(evaluation: Evaluation, act: () => T): T => {
  const before = current;
  current = evaluation;
  try {
    return act();
  } finally {
    current = before;
  }
};

export const currentEvaluation = (): Evaluation => {
  if (current === undefined) throw new ExpressionError('EXPRESSION_FAILED', { problem: 'no evaluation is going on' });
  return current;
};

/** Takes work off the budget; throws `EXPRESSION_TOO_HEAVY` when nothing is left, and ever after. */
export const charge = (units: number): void => {
  const evaluation = currentEvaluation();
  evaluation.left -= units;
  if (evaluation.left >= 0) return;
  evaluation.spent ??= new ExpressionError('EXPRESSION_TOO_HEAVY');
  throw evaluation.spent;
};

export const capped = (text: string): string => {
  if (text.length > TEXT_LIMIT) throw new ExpressionError('TEXT_TOO_LONG', { limit: TEXT_LIMIT });
  return text;
};
