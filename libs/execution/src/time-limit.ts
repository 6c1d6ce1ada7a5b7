import { NodeFault } from '@potok/contracts';

/** Longer than that no timer can be set. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export interface TimeLimit {
  /** Ends with the outer signal, or when the time is up. */
  readonly signal: AbortSignal;
  /** Rejects with STEP_TIMEOUT then: work that ignores its signal must not hold a run for ever. */
  readonly over: Promise<never>;
  /** Whoever sets a limit clears it: neither a timer nor a listener outlives the work, as those of AbortSignal.timeout would. */
  readonly clear: () => void;
}

export const timeLimit = (outer: AbortSignal, timeoutMs: number): TimeLimit => {
  const controller = new AbortController();
  const stop = () => {
    controller.abort(outer.reason);
  };
  const over = new Promise<never>((_, fail) => {
    controller.signal.addEventListener(
      'abort',
      () => {
        fail(new NodeFault('unavailable', 'STEP_TIMEOUT', { facts: { timeoutMs } }));
      },
      { once: true },
    );
  });
  over.catch(() => undefined);
  const timer = setTimeout(
    () => {
      controller.abort(new DOMException('The time of the step is up', 'TimeoutError'));
    },
    Math.min(timeoutMs, MAX_TIMER_MS),
  );
  if (outer.aborted) stop();
  else outer.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    over,
    clear: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
    },
  };
};
