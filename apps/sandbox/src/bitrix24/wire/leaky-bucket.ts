export interface BucketLimit {
  /** How many requests a second run out of the bucket. */
  readonly perSecond: number;
  /** At how many it overflows. */
  readonly burst: number;
}

/** https://apidocs.bitrix24.ru/limits.html: every tariff but Enterprise. */
export const USUAL_LIMIT: BucketLimit = { perSecond: 2, burst: 50 };

/** One bucket per caller's address. */
export class LeakyBucket {
  private readonly levels = new Map<string, { readonly level: number; readonly at: number }>();

  /** Pours one request in; false when it overflows. */
  pour(caller: string, limit: BucketLimit, nowMs: number): boolean {
    const before = this.levels.get(caller) ?? { level: 0, at: nowMs };
    // The clock may be put back, by a test or a person: nothing runs out then, and nothing comes in.
    const elapsedMs = Math.max(0, nowMs - before.at);
    const left = Math.max(0, before.level - (elapsedMs / 1000) * limit.perSecond);
    const fits = left + 1 <= limit.burst;
    this.levels.set(caller, { level: fits ? left + 1 : left, at: nowMs });
    return fits;
  }
}
