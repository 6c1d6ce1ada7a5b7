/** Secrets of one account, kept in memory and renewed one after another, as the worker keeps them in PostgreSQL. */
export class StoredSecrets<S> {
  /** What was stored, oldest first. */
  readonly saved: S[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private stored: S) {}

  /** What `connect` is lent. */
  readonly renewSecrets = (renew: (stored: S, signal: AbortSignal) => Promise<S>): Promise<S> => {
    const renewed = this.queue.then(() => this.renewOnce(renew));
    this.queue = renewed.catch(() => undefined);
    return renewed;
  };

  private async renewOnce(renew: (stored: S, signal: AbortSignal) => Promise<S>): Promise<S> {
    const renewed = await renew(this.stored, AbortSignal.timeout(RENEWAL_MS));
    if (renewed !== this.stored) this.saved.push(renewed);
    this.stored = renewed;
    return renewed;
  }
}

const RENEWAL_MS = 10_000;
