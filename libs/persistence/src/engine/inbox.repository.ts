import { TAKE_UP_KEPT } from './document-writes.js';
import type { EngineDatabase } from './engine-database.js';
import { Gathered } from '../gathered.js';
import type { OutboxRow } from './relay.repository.js';

export interface InboxRow {
  readonly id: string;
  readonly source: string;
  readonly endpoint_id: string | null;
  readonly scenario_id: string | null;
  readonly connection_id: string | null;
  readonly scope: string;
  readonly event_key: string;
  readonly headers: Record<string, string>;
  readonly content_type: string;
  readonly body: unknown;
  readonly raw: Buffer | null;
  readonly received_at: Date;
  readonly attempts: number;
}

export interface NewInboxRow {
  readonly id: string;
  readonly source: string;
  readonly scenarioId?: string;
  readonly connectionId?: string;
  readonly scope: string;
  readonly eventKey: string;
  readonly body: unknown;
}

/** An inbox row for an open wait, and what its run is told of it. */
export interface Gift {
  readonly inboxId: string;
  readonly waitId: string;
  readonly body: unknown;
  readonly at: Date;
  /** The inbox row is settled with it. */
  readonly isLast: boolean;
  /** For so long nobody else carries the order to wake: the caller does. */
  readonly leaseMs: number;
}

/** What came in, in one workspace. Rows that are asked for at the same time are read, and given away, as one. */
export class InboxRepository {
  private readonly found = new Gathered<string, InboxRow | undefined>(async (workspaceId, ids) => {
    const rows = await this.listNew(workspaceId, ids);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  });
  private readonly given = new Gathered<Gift, OutboxRow | undefined>((workspaceId, gifts) =>
    this.giveAll(workspaceId, gifts),
  );

  constructor(private readonly db: EngineDatabase) {}

  find(workspaceId: string, id: string): Promise<InboxRow | undefined> {
    return this.found.one(workspaceId, id);
  }

  async settle(
    workspaceId: string,
    id: string,
    as: {
      readonly status: 'admitted' | 'ignored' | 'failed' | 'kept' | 'repeat';
      readonly reason?: unknown;
      readonly runId?: string;
    },
  ): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'inbox-settle',
      text: `UPDATE inbox SET status = $2, reason = $3, run_id = coalesce($4, run_id) WHERE id = $1 AND status = 'new'`,
      values: [id, as.status, as.reason === undefined ? null : JSON.stringify(as.reason), as.runId ?? null],
    });
  }

  /** Could not be handled now: it stays, and its reason is shown. */
  async postpone(
    workspaceId: string,
    id: string,
    until: { readonly delayMs: number; readonly reason: unknown },
  ): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'inbox-postpone',
      text: `UPDATE inbox SET attempts = attempts + 1, reason = $3, next_try_at = now() + make_interval(secs => $2) WHERE id = $1 AND status = 'new'`,
      values: [id, until.delayMs / 1000, JSON.stringify(until.reason)],
    });
  }

  /** What an operator told of a message before its send was known, and was kept: it is due again. */
  async takeUpKept(workspaceId: string, at: { readonly boxId: string; readonly messageId: string }): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'inbox-take-up-kept',
      text: TAKE_UP_KEPT,
      values: [workspaceId, at.boxId, at.messageId],
    });
  }

  /**
   * Gives an inbox row to an open wait: news and the order to wake its run, in one statement; the row is settled with it.
   * Answers the order, or nothing when no such wait is open. A repeat orders nothing new.
   */
  giveToWait(workspaceId: string, gift: Gift): Promise<OutboxRow | undefined> {
    return this.given.one(workspaceId, gift);
  }

  async listOpenWaits(workspaceId: string, event: string, key: string): Promise<{ id: string; run_id: string }[]> {
    return this.db.query(workspaceId, {
      name: 'wait-by-key',
      text: `SELECT id, run_id FROM wait WHERE workspace_id = $1 AND event = $2 AND key = $3 AND status = 'open'`,
      values: [workspaceId, event, key],
    });
  }

  private listNew(workspaceId: string, ids: readonly string[]): Promise<InboxRow[]> {
    return this.db.query<InboxRow>(workspaceId, {
      name: 'inbox-find',
      text: `SELECT id, source, endpoint_id, scenario_id, connection_id, scope, event_key, headers, content_type, body, raw, received_at, attempts
             FROM inbox WHERE id = ANY ($1::uuid[]) AND status = 'new'`,
      values: [ids],
    });
  }

  private async giveAll(workspaceId: string, gifts: readonly Gift[]): Promise<(OutboxRow | undefined)[]> {
    const rows = await this.db.query<{ n: number; order: OutboxRow }>(workspaceId, {
      name: 'inbox-give',
      text: GIVE,
      values: [workspaceId, JSON.stringify(gifts.map((gift, n) => giftJson(gift, n)))],
    });
    const byPlace = new Map(rows.map(({ n, order }) => [n, order]));
    return gifts.map((_, n) => byPlace.get(n));
  }
}

const giftJson = ({ inboxId, waitId, body, at, isLast, leaseMs }: Gift, n: number) => ({
  n,
  inbox_id: inboxId,
  wait_id: waitId,
  body: body ?? null,
  at,
  is_last: isLast,
  lease_sec: leaseMs / 1000,
});

// A wait that had this very news already orders once more what was ordered then: the wake bears the same id.
const GIVE = `
WITH gift AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS x(n int, inbox_id uuid, wait_id uuid, body jsonb, at timestamptz, is_last boolean, lease_sec float8)
), open AS (
  SELECT gift.*, wait.run_id,
    jsonb_build_object('id', gift.inbox_id || '/' || gift.wait_id, 'kind', 'event', 'node', wait.node_id, 'visit', wait.visit) AS wake
  FROM gift JOIN wait ON wait.id = gift.wait_id AND wait.status = 'open'
), news AS (
  INSERT INTO wait_news (wait_id, inbox_id, workspace_id, at, body) SELECT wait_id, inbox_id, $1, at, body FROM open
  ON CONFLICT (wait_id, inbox_id) DO NOTHING
), woken AS (
  INSERT INTO outbox (workspace_id, run_id, kind, wake, next_try_at)
  SELECT $1, run_id, 'wake', wake, now() + make_interval(secs => lease_sec) FROM open
  RETURNING id, workspace_id, run_id, kind, wake, attempts
), settled AS (
  UPDATE inbox SET status = 'admitted', run_id = open.run_id FROM open WHERE inbox.id = open.inbox_id AND open.is_last
)
SELECT open.n, to_jsonb(woken) || jsonb_build_object('id', woken.id::text) AS order FROM open JOIN woken ON woken.wake ->> 'id' = open.wake ->> 'id'`;
