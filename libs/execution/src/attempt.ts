import type { Fault, PlanStep, StepAttempt } from '@potok/contracts';
import type { StepRecord } from './step-store.js';

/** The record of a step at the start of its next try. */
export const nextAttempt = (
  known: StepRecord | undefined,
  of: {
    readonly step: PlanStep;
    readonly visit: string;
    readonly key: string;
    readonly input: unknown;
    readonly now: Date;
    readonly isFreshStart: boolean;
  },
): Omit<StepRecord, 'seq'> => {
  const attempts = [
    ...(known?.attempts ?? []),
    { number: (known?.attempts.length ?? 0) + 1, startedAt: of.now.toISOString() },
  ].slice(-20);
  return {
    node: of.step.id,
    visit: of.visit,
    status: 'started',
    effect: of.step.effect,
    key: of.key,
    input: of.input,
    attempt: known === undefined || of.isFreshStart ? 1 : known.attempt + 1,
    attempts,
    startedAt: known?.startedAt ?? of.now,
  };
};

/** Closes the last try of a step. */
export const closedAttempts = (attempts: readonly StepAttempt[], now: Date, fault?: Fault): readonly StepAttempt[] => {
  const last = attempts.at(-1);
  if (last === undefined) return attempts;
  return [...attempts.slice(0, -1), { ...last, endedAt: now.toISOString(), ...(fault === undefined ? {} : { fault }) }];
};

/** How many of the last tries ended without a word: the process died in them. */
export const crashesOf = (attempts: readonly StepAttempt[]): number => {
  let count = 0;
  for (let at = attempts.length - 1; at >= 0 && attempts[at]?.endedAt === undefined; at -= 1) count += 1;
  return count;
};
