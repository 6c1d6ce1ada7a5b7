import { CHANNELS } from '@potok/contracts/names';
import pg from 'pg';
import { NIGHT_AFTER } from './reconcile-night.js';
import { RetentionRepository } from './retention.repository.js';

/** What the relay role may see: routing columns of all workspaces, never a body. */
export class RelayRepository {
  private readonly pool: pg.Pool;
  /** What is old, by the same connections. */
  readonly retention: RetentionRepository;

  constructor(url: string) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: 6,
      application_name: 'potok-relay',
      connectionTimeoutMillis: 10_000,
    });
    // For idle connections that break, and for those in use: without listeners they would end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.retention = new RetentionRepository(this.pool);
  }

  /**
   * Inbox rows that are due, taken for `leaseMs`: another worker sees them again only after that, so that a dead one
   * loses nothing. Workspaces take turns, each with its oldest first: a busy one holds back nobody but itself.
   * Whose turn comes first is drawn by lot, or the one with the oldest row would have every turn of a worker with one hand free.
   */
  async claimInbox(
    kind: InboxKind,
    limit: number,
    leaseMs: number,
  ): Promise<{ id: string; workspace_id: string; source: string }[]> {
    const { rows } = await this.pool.query<{ id: string; workspace_id: string; source: string }>({
      name: `claim-inbox-${kind}`,
      text: CLAIM_INBOX(kind),
      values: [limit, leaseMs / 1000],
    });
    return rows;
  }

  /** In which queues something is due that nobody has in hand, all in one look. Schedules and waits go by the engine's clock. */
  async listDue(now: Date): Promise<DueQueue[]> {
    const { rows } = await this.pool.query<{ queue: DueQueue }>({ name: 'list-due', text: LIST_DUE, values: [now] });
    return rows.map(({ queue }) => queue);
  }

  async claimOutbox(limit: number, leaseMs: number): Promise<OutboxRow[]> {
    const { rows } = await this.pool.query<OutboxRow>({
      name: 'claim-outbox',
      text: `UPDATE outbox SET next_try_at = now() + make_interval(secs => $2), attempts = attempts + 1
             WHERE id IN (SELECT id FROM outbox WHERE ${DUE.outbox} ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
             RETURNING id, workspace_id, run_id, kind, wake, attempts`,
      values: [limit, leaseMs / 1000],
    });
    return rows.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
  }

  async deleteOutbox(ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await this.pool.query({
        name: 'delete-outbox',
        text: 'DELETE FROM outbox WHERE id = ANY($1::bigint[])',
        values: [ids],
      });
  }

  /** Tells browsers, through the API, what has changed. Outside the writes: commits that notify go one after another. */
  async tellLive(facts: readonly string[]): Promise<void> {
    await this.pool.query({
      name: 'tell-live',
      text: `SELECT pg_notify('${CHANNELS.live}', fact) FROM unnest($1::text[]) AS fact`,
      values: [facts],
    });
  }

  async postponeOutbox(id: string, delayMs: number): Promise<void> {
    await this.pool.query({
      name: 'postpone-outbox',
      text: 'UPDATE outbox SET next_try_at = now() + make_interval(secs => $2) WHERE id = $1',
      values: [id, delayMs / 1000],
    });
  }

  /** Oldest first; `inHand` are left out. */
  async listNewRequests(
    limit: number,
    inHand: readonly string[] = [],
  ): Promise<{ id: string; workspace_id: string }[]> {
    const { rows } = await this.pool.query<{ id: string; workspace_id: string }>({
      name: 'new-requests',
      text: `SELECT id, workspace_id FROM request
             WHERE ${DUE.requests} AND id <> ALL ($2::uuid[]) ORDER BY created_at LIMIT $1`,
      values: [limit, inHand],
    });
    return rows;
  }

  async listDueSchedules(now: Date, limit: number): Promise<{ id: string; workspace_id: string }[]> {
    const { rows } = await this.pool.query<{ id: string; workspace_id: string }>({
      name: 'due-schedules',
      text: `SELECT id, workspace_id FROM schedule WHERE ${DUE.schedules} ORDER BY next_at LIMIT $2`,
      values: [now, limit],
    });
    return rows;
  }

  /** Leases cursors that are due: one poller per box, however many workers there are. The fence tells a late one that it is late. */
  async claimCursors(
    holder: string,
    limit: number,
    leaseMs: number,
  ): Promise<{ id: string; workspace_id: string; kind: string; fence: string }[]> {
    const { rows } = await this.pool.query<{ id: string; workspace_id: string; kind: string; fence: string }>({
      name: 'claim-cursors',
      text: `UPDATE cursor SET lease_holder = $1, lease_until = now() + make_interval(secs => $3), fence = fence + 1
             WHERE id IN (SELECT id FROM cursor WHERE ${DUE.pollers}
                          ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED)
             RETURNING id, workspace_id, kind, fence`,
      values: [holder, limit, leaseMs / 1000],
    });
    return rows;
  }

  /** Gives every workspace its row, then leases one whose reconciliation is due; the fence tells a late worker that it is late. */
  async claimReconciliation(
    holder: string,
    now: Date,
    leaseMs: number,
  ): Promise<{ workspace_id: string; fence: string } | undefined> {
    await this.pool.query({
      name: 'schedule-reconciliations',
      text: `INSERT INTO reconciliation_due (workspace_id, next_at) SELECT w.id, ${NIGHT_AFTER('$1::timestamptz', 'w.id')} FROM workspace w
             WHERE NOT EXISTS (SELECT FROM reconciliation_due d WHERE d.workspace_id = w.id) ON CONFLICT DO NOTHING`,
      values: [now],
    });
    const { rows } = await this.pool.query<{ workspace_id: string; fence: string }>({
      name: 'claim-reconciliation',
      text: `UPDATE reconciliation_due SET lease_holder = $1, lease_until = now() + make_interval(secs => $3), fence = fence + 1
             WHERE workspace_id IN (SELECT workspace_id FROM reconciliation_due WHERE next_at <= $2 AND (lease_until IS NULL OR lease_until < now())
                                    ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
             RETURNING workspace_id, fence`,
      values: [holder, now, leaseMs / 1000],
    });
    return rows[0];
  }

  async listWorkspacesWithWaitsBefore(now: Date): Promise<string[]> {
    const { rows } = await this.pool.query<{ workspace_id: string }>({
      name: 'expired-waits',
      text: `SELECT DISTINCT workspace_id FROM wait WHERE ${DUE['expired-waits']}`,
      values: [now],
    });
    return rows.map((row) => row.workspace_id);
  }

  /** A batch; answers how many steps it forgot. */
  async deleteCallsBefore(at: Date): Promise<number> {
    const { rowCount } = await this.pool.query({
      name: 'delete-old-calls',
      text: `DELETE FROM step_calls WHERE (run_id, node_id, visit) IN
             (SELECT run_id, node_id, visit FROM step_calls WHERE at < $1 ORDER BY at LIMIT 1000)`,
      values: [at],
    });
    return rowCount ?? 0;
  }

  /** Workspaces with audit rows that no hash covers yet. */
  async listUnsealed(): Promise<string[]> {
    const { rows } = await this.pool.query<{ workspace_id: string }>(
      'SELECT DISTINCT workspace_id FROM audit WHERE seq IS NULL',
    );
    return rows.map((row) => row.workspace_id);
  }

  /** Calls back whenever one of the channels is notified, and once after every (re)connection. Answers how to stop. */
  listen(channels: readonly string[], heard: (channel: string, payload: string) => void): () => Promise<void> {
    return listen(this.pool.options.connectionString ?? '', channels, heard);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** `news`: for runs that are under way. `starts`: what may begin a run. News go first, in a line of their own. */
export type InboxKind = 'news' | 'starts';

// The sources of news, as the partial indexes know them.
const NEWS = `source IN ('callback', 'operator', 'person')`;
const ofKind = (kind: InboxKind): string => `status = 'new' AND ${kind === 'news' ? NEWS : `NOT (${NEWS})`}`;
const CLAIM_INBOX = (kind: InboxKind): string => {
  const due = ofKind(kind);
  return `
WITH RECURSIVE place AS (
  (SELECT workspace_id FROM inbox WHERE ${due} ORDER BY workspace_id LIMIT 1)
  UNION ALL
  SELECT (SELECT workspace_id FROM inbox WHERE ${due} AND workspace_id > place.workspace_id ORDER BY workspace_id LIMIT 1)
  FROM place WHERE place.workspace_id IS NOT NULL
), line AS (
  SELECT due.id, due.next_try_at, row_number() OVER (PARTITION BY place.workspace_id ORDER BY due.next_try_at, due.id) AS turn
  FROM place CROSS JOIN LATERAL (
    SELECT id, next_try_at FROM inbox WHERE ${due} AND workspace_id = place.workspace_id AND next_try_at <= now()
    ORDER BY next_try_at, id LIMIT $1
  ) due
), chosen AS (SELECT id FROM line ORDER BY turn, random() LIMIT $1)
UPDATE inbox SET next_try_at = now() + make_interval(secs => $2)
WHERE id IN (SELECT id FROM inbox WHERE id IN (SELECT id FROM chosen) AND status = 'new' AND next_try_at <= now() FOR UPDATE SKIP LOCKED)
RETURNING id, workspace_id, source`;
};

/** What is due in a table, as those who take it and the one who looks at all of them know it. $1: the engine's now. */
const DUE = {
  outbox: 'next_try_at <= now()',
  requests: `status = 'new' AND expires_at > now()`,
  pollers: 'is_enabled AND next_at <= now() AND (lease_until IS NULL OR lease_until < now())',
  schedules: 'is_enabled AND next_at <= $1',
  'expired-waits': `status = 'open' AND deadline_at <= $1 AND woken_at IS NULL`,
} as const;
const DUE_QUEUES = {
  news: `inbox WHERE ${ofKind('news')} AND next_try_at <= now()`,
  starts: `inbox WHERE ${ofKind('starts')} AND next_try_at <= now()`,
  outbox: `outbox WHERE ${DUE.outbox}`,
  requests: `request WHERE ${DUE.requests}`,
  pollers: `cursor WHERE ${DUE.pollers}`,
  schedules: `schedule WHERE ${DUE.schedules}`,
  'expired-waits': `wait WHERE ${DUE['expired-waits']}`,
} as const;
export type DueQueue = keyof typeof DUE_QUEUES;
const LIST_DUE = Object.entries(DUE_QUEUES)
  .map(([name, rows]) => `SELECT '${name}' AS queue WHERE EXISTS (SELECT FROM ${rows})`)
  .join(' UNION ALL ');

export interface OutboxRow {
  readonly id: string;
  readonly workspace_id: string;
  readonly run_id: string;
  readonly kind: 'start' | 'wake';
  readonly wake: unknown;
  readonly attempts: number;
}

const listen = (
  url: string,
  channels: readonly string[],
  heard: (channel: string, payload: string) => void,
): (() => Promise<void>) => {
  let client: pg.Client | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const connect = async () => {
    if (isStopped) return;
    const fresh = new pg.Client({ connectionString: url, application_name: 'potok-listen', keepAlive: true });
    client = fresh;
    const again = () => {
      if (client !== fresh || isStopped) return;
      client = undefined;
      timer = setTimeout(() => void connect(), 500);
    };
    fresh.on('error', again);
    fresh.on('end', again);
    fresh.on('notification', (note) => {
      heard(note.channel, note.payload ?? '');
    });
    try {
      await fresh.connect();
      for (const channel of channels) await fresh.query(`LISTEN ${channel}`);
      for (const channel of channels) heard(channel, '');
    } catch {
      await fresh.end().catch(() => undefined);
      again();
    }
  };
  void connect();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
};
