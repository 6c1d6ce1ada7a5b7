import type { HookDatabase } from './hook-database.js';

/**
 * Tells the worker that something came in. Many deliveries at once are one NOTIFY, outside the transaction that stores
 * them, because commits that notify go one after another in PostgreSQL. A lost word costs a second: the worker also looks.
 */
export class Teller {
  private waiting = new Set<string>();
  private telling: Promise<void> | undefined;

  constructor(private readonly db: Pick<HookDatabase, 'tell'>) {}

  tell(workspaceId: string): void {
    this.waiting.add(workspaceId);
    this.telling ??= this.flush().finally(() => (this.telling = undefined));
  }

  async settle(): Promise<void> {
    await this.telling;
  }

  private async flush(): Promise<void> {
    while (this.waiting.size > 0) {
      const ids = [...this.waiting];
      this.waiting = new Set();
      await this.db.tell(ids).catch(() => undefined);
    }
  }
}
