import type { HookDatabase, HookEndpoint } from './hook-database.js';

const LIFE_MS = 5_000;
const MAX_ENTRIES = 10_000;

/** Endpoints by token, for five seconds at most: switching one off must act fast. */
export class EndpointCache {
  private readonly known = new Map<
    string,
    { readonly until: number; readonly endpoint: Promise<HookEndpoint | undefined> }
  >();

  constructor(
    private readonly db: Pick<HookDatabase, 'findEndpoint'>,
    private readonly now: () => number = Date.now,
  ) {}

  find(kind: HookEndpoint['kind'], token: string): Promise<HookEndpoint | undefined> {
    const key = `${kind}/${token}`;
    const found = this.known.get(key);
    if (found !== undefined && found.until > this.now()) return found.endpoint;
    if (this.known.size >= MAX_ENTRIES) this.known.clear();
    const endpoint = this.db.findEndpoint(kind, token);
    this.known.set(key, { until: this.now() + LIFE_MS, endpoint });
    // What is absent or could not be asked is asked again at once.
    endpoint.then(
      (row) => row ?? this.known.delete(key),
      () => this.known.delete(key),
    );
    return endpoint;
  }
}
