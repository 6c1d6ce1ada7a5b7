import { CHANNELS } from '@potok/contracts/names';
import type { Log } from '@potok/telemetry';
import pg from 'pg';

type Channel = 'answer' | 'live';
type Hearer = (payload: string) => void;

const RETRY_MS = 1_000;

/**
 * The process's one LISTEN connection. While it is down nothing is heard: whoever waits must also look by itself. It
 * comes back alone.
 */
export class PostgresListener {
  private readonly hearers: Readonly<Record<Channel, Set<Hearer>>> = { answer: new Set(), live: new Set() };
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'potok-listen', keepAlive: true });
    client.on('error', () => this.comeBack(client));
    client.on('end', () => this.comeBack(client));
    client.on('notification', ({ channel, payload = '' }) => {
      const heard = channel === CHANNELS.live ? this.hearers.live : this.hearers.answer;
      for (const hear of heard) hear(payload);
    });
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNELS.answer}; LISTEN ${CHANNELS.live}`);
    } catch {
      this.comeBack(client);
    }
  }

  /** Answers how to stop hearing. */
  hear(channel: Channel, hearer: Hearer): () => void {
    this.hearers[channel].add(hearer);
    return () => this.hearers[channel].delete(hearer);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private comeBack(lost: pg.Client): void {
    if (this.isClosed || this.client !== lost) return;
    this.client = undefined;
    this.log.warn('listen.lost');
    void lost.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.open(), RETRY_MS);
  }
}
