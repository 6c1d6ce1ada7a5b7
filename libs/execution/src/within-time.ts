import { NodeFault } from '@potok/contracts';

/**
 * Does the work while the signal and the time allow. Past either it throws STEP_TIMEOUT (unavailable), also for work that
 * ignores its signal: such must not hold the run for ever. Whoever cares which of the two it was asks the signal.
 */
export const withinTime = async <T>(
  signal: AbortSignal,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const both = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  // Listens before the work does: what the work makes of an abort comes second.
  const late = whenAborted(both, timeoutMs);
  return Promise.race([late, work(both)]);
};

const whenAborted = (signal: AbortSignal, timeoutMs: number): Promise<never> =>
  new Promise((_, fail) => {
    const stop = () => {
      fail(new NodeFault('unavailable', 'STEP_TIMEOUT', { facts: { timeoutMs } }));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
