/** Smaller ones are cheaper to read again than to remember. A list of 1,000 lines alike takes 3 KB packed, and 14 ms to read. */
const WORTH_KEEPING_BYTES = 1024;
/** By their size on the database's disk, which is packed: as values they are about twenty times as big. */
const CAP_BYTES = 6 * 1024 * 1024;

interface Kept {
  readonly values: Map<string, unknown>;
  bytes: number;
}

/**
 * Big values of runs that never change once written: what started the run, outputs of steps that are done. Every item of a
 * for-each needs the list that it is taken from; without this each would read it anew. Those used longest ago go first.
 */
export class KeptValues {
  private readonly runs = new Map<string, Kept>();
  private bytes = 0;

  constructor(private readonly capBytes = CAP_BYTES) {}

  /** Places whose values are here now. Ask once, and take what was named from the map: another run may push it out. */
  of(runId: string): ReadonlyMap<string, unknown> {
    const run = this.runs.get(runId);
    if (run === undefined) return new Map();
    this.runs.delete(runId);
    this.runs.set(runId, run);
    return new Map(run.values);
  }

  keep(runId: string, place: string, { value, bytes }: { readonly value: unknown; readonly bytes: number }): void {
    if (bytes < WORTH_KEEPING_BYTES || bytes > this.capBytes) return;
    const run = this.runs.get(runId) ?? { values: new Map<string, unknown>(), bytes: 0 };
    if (run.values.has(place)) return;
    this.runs.delete(runId);
    this.runs.set(runId, run);
    run.values.set(place, value);
    run.bytes += bytes;
    this.bytes += bytes;
    for (const [oldest, { bytes: freed }] of this.runs) {
      if (this.bytes <= this.capBytes) return;
      this.runs.delete(oldest);
      this.bytes -= freed;
    }
  }
}
