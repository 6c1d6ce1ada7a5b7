import type { RelayRepository } from '@potok/persistence/engine';

const PAUSE_MS = 100;

/**
 * Tells browsers that a run has changed, at most once in a tenth of a second for all that has changed meanwhile. The word may
 * be lost with the process; what it tells of is written.
 */
export class LiveTeller {
  private waiting = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly relay: Pick<RelayRepository, 'tellLive'>) {}

  runChanged(workspaceId: string, runId: string): void {
    this.waiting.set(runId, JSON.stringify({ workspaceId, kind: 'run', id: runId, runId }));
    this.timer ??= setTimeout(() => void this.flush(), PAUSE_MS);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const facts = [...this.waiting.values()];
    this.waiting = new Map();
    if (facts.length > 0) await this.relay.tellLive(facts).catch(() => undefined);
  }
}
