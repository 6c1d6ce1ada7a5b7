import type { Fault, RetryPolicy } from '@potok/contracts';

/** When a fault is tried again, in milliseconds from now; undefined when the policy is spent or the fault is no passing one. */
export const retryDelayMs = (fault: Fault, policy: RetryPolicy, attempt: number): number | undefined => {
  if (fault.kind !== 'unavailable') return undefined;
  if (policy.maxAttempts !== 0 && attempt >= policy.maxAttempts) return undefined;
  const backOff =
    Math.min(policy.firstDelaySec * policy.factor ** Math.min(attempt - 1, 60), policy.maxDelaySec) * 1000;
  return Math.round(Math.max(backOff, fault.retryAfterMs ?? 0));
};

/** Thrown out of a walk: everything is written, try the segment again after this time. */
export class TryLater extends Error {
  readonly code = 'TRY_LATER';
  constructor(
    readonly delayMs: number,
    readonly fault: Fault,
  ) {
    super(`${fault.code} in ${delayMs} ms`);
  }
}

/** A step that has taken its process with it this often is not tried again by itself. */
export const CRASH_CAP = 20;
