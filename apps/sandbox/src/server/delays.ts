/** Acts to be done later: robots, deliveries of events. A failed one is logged. */
export class Delays {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly log: (event: string, facts?: Record<string, unknown>) => void) {}

  add(ms: number, act: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.run(act);
    }, ms);
    this.timers.add(timer);
  }

  /** Forgets what has not begun and waits for what has. */
  async close(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    await Promise.all(this.running);
  }

  private run(act: () => Promise<void>): void {
    const done = act()
      .catch((error: unknown) => this.log('later.failed', { error: String(error) }))
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }
}
