/**
 * One access token for all calls of a client. Promises: calls that find it spent at one moment share one renewal; a
 * call that comes with a token older than the present one is given the present one; an abort of one call ends neither
 * the renewal nor the waiting of the others, because a rotated refresh token that got lost would cost the account.
 */
export class TokenKeeper {
  private renewing: Promise<string> | undefined;

  /** `fetch` makes a new token and stores it before it answers; its signal is a deadline of its own. */
  constructor(
    private current: string | undefined,
    private readonly fetch: (signal: AbortSignal) => Promise<string>,
  ) {}

  /** The present token, made when there is none. Throws what `fetch` throws, or the reason of the caller's abort. */
  async get(signal: AbortSignal): Promise<string> {
    return this.current ?? this.renew(undefined, signal);
  }

  /** Another token than the one that was refused. */
  async renew(refused: string | undefined, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    if (this.current !== undefined && this.current !== refused) return this.current;
    this.renewing ??= this.fetchOnce();
    return untilAborted(this.renewing, signal);
  }

  private async fetchOnce(): Promise<string> {
    try {
      this.current = await this.fetch(AbortSignal.timeout(RENEWAL_MS));
      return this.current;
    } finally {
      this.renewing = undefined;
    }
  }
}

const RENEWAL_MS = 60_000;

const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
