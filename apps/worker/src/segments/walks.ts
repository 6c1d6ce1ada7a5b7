interface Walk<Result> {
  readonly result: Promise<Result>;
  readonly abort: (reason: unknown) => void;
}

/**
 * The segments that this process walks, by launch. A first try that takes long leaves its walk here; the activity that
 * follows it joins, so that nothing which is under way is begun again. On another worker it begins anew, under the next fence.
 */
export class Walks<Result> {
  private readonly going = new Map<string, Walk<Result>>();

  /** Joins the walk of this launch, or begins it. The walk is aborted with whoever waits for it. */
  async walk(launch: string, begin: (signal: AbortSignal) => Promise<Result>, signal: AbortSignal): Promise<Result> {
    const { result, abort } = this.going.get(launch) ?? this.begin(launch, begin);
    const stop = () => {
      abort(signal.reason);
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    return result.finally(() => {
      signal.removeEventListener('abort', stop);
    });
  }

  /** Ends what nobody came back for. */
  async stop(): Promise<void> {
    const left = [...this.going.values()];
    for (const { abort } of left) abort(new Error('WORKER_STOPS'));
    await Promise.allSettled(left.map(({ result }) => result));
  }

  private begin(launch: string, begin: (signal: AbortSignal) => Promise<Result>): Walk<Result> {
    const controller = new AbortController();
    const result = begin(controller.signal).finally(() => this.going.delete(launch));
    // Whoever joins hears of it; when nobody does, the rows tell what happened.
    result.catch(() => undefined);
    const walk = {
      result,
      abort: (reason: unknown) => {
        controller.abort(reason);
      },
    };
    this.going.set(launch, walk);
    return walk;
  }
}
