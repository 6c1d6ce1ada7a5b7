/** Acts to be done later: robots, deliveries of events. Cancelled at close; a failed one is logged. */
export class Delays {
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(private readonly log: (event: string, facts?: Record<string, unknown>) => void) {}

  add(ms: number, act: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act().catch((error: unknown) => this.log('later.failed', { error: String(error) }));
    }, ms);
    this.timers.add(timer);
  }

  cancel(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
