import type { RunContextRow } from '@potok/persistence/engine';

/** Longer than a start takes when nothing is wrong; then the rows are read. */
const KEPT_MS = 10_000;
/** A slot of the admission is held no longer by a run whose first segment does not begin: Temporal may have given it to another worker. */
const HELD_MS = 10_000;

/**
 * Runs that this worker has admitted and whose first segment is about to begin: what it would read is at hand, and nobody
 * else can have written to the run. A segment that begins on another worker reads the rows; whoever writes first has the fence.
 */
export class FreshRuns {
  private readonly runs = new Map<string, { readonly row: RunContextRow; readonly forget: NodeJS.Timeout }>();
  private readonly awaited = new Map<string, () => void>();

  add(runId: string, row: RunContextRow): void {
    const forget = setTimeout(() => this.runs.delete(runId), KEPT_MS);
    forget.unref();
    this.runs.set(runId, { row, forget });
  }

  /** Once. */
  take(runId: string): RunContextRow | undefined {
    const found = this.runs.get(runId);
    this.runs.delete(runId);
    clearTimeout(found?.forget);
    return found?.row;
  }

  /** The first segment has written for the first time, or has come to its end: another run may be begun. */
  begun(runId: string): void {
    this.awaited.get(runId)?.();
  }

  /**
   * Resolves when the first segment has begun, or after ten seconds. Who admits waits for it, so that no more is begun at
   * once than can be worked on, and what is beyond that stays in the inbox, in its order. What a run then waits for outside
   * holds nobody.
   */
  untilBegun(runId: string): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.awaited.delete(runId);
        resolve();
      };
      const timer = setTimeout(done, HELD_MS);
      this.awaited.set(runId, done);
    });
  }
}
