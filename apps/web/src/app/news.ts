import type { LiveEvent } from '@potok/contracts';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** News comes in bursts, a segment's steps at once: one reading for all of them. */
const GATHER_MS = 250;
/** What has just been read is not read again sooner, however much news comes. */
const PAUSE_MS = 1000;

type Words = readonly string[];

/** Lists of all runs, and what belongs to this run alone: news of another run does not touch it. */
const ofRun = (runId: string | undefined): readonly Words[] =>
  ['run', 'step', 'calls'].map((word) => (runId === undefined ? [word] : [word, runId]));

/** What a piece of news makes old: first words of the cache's keys after the workspace. */
export const staleOf = ({ kind, id, runId }: LiveEvent): readonly Words[] => {
  switch (kind) {
    case 'run':
      return [['runs'], ['waits'], ['scenarios'], ...ofRun(runId ?? id)];
    case 'step':
      return [['waits'], ...ofRun(runId)];
    case 'document':
      return [['documents'], ['document', id], runId === undefined ? ['run'] : ['run', runId]];
    case 'delivery':
      return [['deliveries'], ['delivery', id]];
    case 'scenario':
      return [['scenarios'], ...['scenario', 'versions', 'presence'].map((word) => [word, id])];
  }
};

/** Reads again what news made old: gathered, never while it is being read, and not more often than once in a pause. */
export class News {
  private readonly old = new Map<string, QueryKey>();
  private readonly readAt = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: QueryClient,
    private readonly workspaceId: string,
  ) {}

  take(event: LiveEvent): void {
    for (const words of staleOf(event)) this.old.set(words.join('/'), [this.workspaceId, ...words]);
    this.wait();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.old.clear();
  }

  private wait(): void {
    this.timer ??= setTimeout(() => this.read(), GATHER_MS);
  }

  private read(): void {
    this.timer = undefined;
    const now = Date.now();
    for (const [name, queryKey] of this.old) {
      const isFresh = now - (this.readAt.get(name) ?? -Infinity) < PAUSE_MS;
      if (isFresh || this.client.isFetching({ queryKey }) > 0) continue;
      this.old.delete(name);
      this.readAt.set(name, now);
      void this.client.invalidateQueries({ queryKey });
    }
    if (this.old.size > 0) this.wait();
  }
}
