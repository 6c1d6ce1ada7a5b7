import { setTimeout as sleepFor } from 'node:timers/promises';

/** Holds calls back so that an outside system's limit is kept. `take` ends when the next call may go, or throws on abort. */
export interface Limiter {
  take(signal: AbortSignal): Promise<void>;
}

export interface BucketOptions {
  readonly perSecond: number;
  /** Calls that may go at once after a quiet time. */
  readonly burst: number;
  readonly nowMs?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const sleepReally = async (ms: number, signal: AbortSignal): Promise<void> => {
  await sleepFor(ms, undefined, { signal });
};

/** A token bucket of this process alone, for tests, checks and tools; the worker leases its buckets from PostgreSQL. */
export const localBucket = (options: BucketOptions): Limiter => {
  const { perSecond, burst, nowMs = () => performance.now(), sleep = sleepReally } = options;
  const stepMs = 1000 / perSecond;
  let busyUntilMs = Number.NEGATIVE_INFINITY;
  return {
    async take(signal) {
      signal.throwIfAborted();
      const now = nowMs();
      busyUntilMs = Math.max(busyUntilMs, now) + stepMs;
      const waitMs = busyUntilMs - burst * stepMs - now;
      if (waitMs > 0) await sleep(waitMs, signal);
    },
  };
};
