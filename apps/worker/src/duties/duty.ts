/** One duty of the worker: begins when told, and ends what it has in hand before it stops. */
export interface Duty {
  readonly name: string;
  start(): void;
  /** Something may be there to do. */
  nudge(): void;
  stop(): Promise<void>;
}

/** Those whom the watch nudges look by themselves only so often: should the watch be stuck, nothing is forgotten. */
export const WATCHED_IDLE_MS = 30_000;

export interface PumpOptions {
  readonly name: string;
  /** How long to sleep when there was nothing to do and nobody nudged. */
  readonly idleMs: number;
  /** Does what is due; answers how much it did. More than nothing: called again at once. */
  readonly work: () => Promise<number>;
  readonly onError: (error: unknown) => void;
}

const ERROR_PAUSE_MS = 1000;

/** A loop that works while there is work, sleeps when there is none, and wakes when nudged. A failure pauses it, never ends it. */
export const pump = (options: PumpOptions): Duty => {
  const state = { isStopped: false };
  let isNudged = false;
  let wake: (() => void) | undefined;
  let done: Promise<void> = Promise.resolve();

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      if (isNudged) {
        resolve();
        return;
      }
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const loop = async () => {
    while (!state.isStopped) {
      isNudged = false;
      const pauseMs = await options.work().then(
        (count) => (count > 0 ? 0 : options.idleMs),
        (error: unknown) => {
          options.onError(error);
          return ERROR_PAUSE_MS;
        },
      );
      if (pauseMs > 0) await sleep(pauseMs);
      wake = undefined;
    }
  };

  return {
    name: options.name,
    start: () => {
      done = loop();
    },
    nudge: () => {
      isNudged = true;
      wake?.();
    },
    stop: async () => {
      state.isStopped = true;
      isNudged = true;
      wake?.();
      await done;
    },
  };
};
