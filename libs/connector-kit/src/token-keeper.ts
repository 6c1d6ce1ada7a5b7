/** Secrets of an account that is entered by a token. */
export interface TokenSecrets {
  readonly accessToken?: string;
}

export interface TokenSource<S extends TokenSecrets> {
  readonly secrets: S;
  /** As `connect` is lent it: one at a time over all processes, stored before it answers. */
  readonly renewSecrets: (renew: (stored: S, signal: AbortSignal) => Promise<S>) => Promise<S>;
  /** Secrets with a new token, made out of the stored ones. */
  readonly fetch: (stored: S, signal: AbortSignal) => Promise<S & { readonly accessToken: string }>;
}

interface TokenCall<A> {
  readonly send: (token: string) => Promise<A>;
  readonly isRefused: (answer: A) => boolean;
}

/**
 * One access token for all calls of a client. Promises: calls that find it spent at one moment share one renewal; a
 * call that comes with a token older than the present one is given the present one, also when another process has
 * renewed it; an abort of one call ends neither the renewal nor the waiting of the others, because a rotated refresh
 * token that got lost would cost the account. Throws what `fetch` throws, or the reason of the caller's abort.
 */
export class TokenKeeper<S extends TokenSecrets> {
  private current: string | undefined;
  private made: string | undefined;
  private renewing: Promise<string> | undefined;

  constructor(private readonly source: TokenSource<S>) {
    this.current = source.secrets.accessToken;
  }

  /**
   * Calls with the token, and again with another one when it is refused. A refusal of a token that was made just now is
   * the answer; one that another process had made may be spent as well.
   */
  async call<A>(signal: AbortSignal, { send, isRefused }: TokenCall<A>): Promise<A> {
    let token = this.current ?? (await this.renew(undefined, signal));
    for (let renewals = 0; ; renewals += 1) {
      const answer = await send(token);
      if (!isRefused(answer) || renewals === MOST_RENEWALS || (renewals > 0 && token === this.made)) return answer;
      token = await this.renew(token, signal);
    }
  }

  /** Another token than the one that was refused. */
  private async renew(refused: string | undefined, signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    if (this.current !== undefined && this.current !== refused) return this.current;
    this.renewing ??= this.renewOnce(refused);
    return untilAborted(this.renewing, signal);
  }

  private async renewOnce(refused: string | undefined): Promise<string> {
    try {
      const renewed = await this.source.renewSecrets(async (stored, signal) => {
        if (stored.accessToken !== undefined && stored.accessToken !== refused) return stored;
        const fetched = await this.source.fetch(stored, signal);
        this.made = fetched.accessToken;
        return fetched;
      });
      this.current = renewed.accessToken;
      if (this.current === undefined) throw new Error('renewed secrets hold no access token');
      return this.current;
    } finally {
      this.renewing = undefined;
    }
  }
}

const MOST_RENEWALS = 3;

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
