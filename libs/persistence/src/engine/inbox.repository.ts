import { TAKE_UP_KEPT } from './document-writes.js';
import type { EngineDatabase } from './engine-database.js';

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

/** What came in, in one workspace. */
export class InboxRepository {
  constructor(private readonly db: EngineDatabase) {}

  async find(workspaceId: string, id: string): Promise<InboxRow | undefined> {
    const rows = await this.db.query<InboxRow>(workspaceId, {
      name: 'inbox-find',
      text: `SELECT id, source, endpoint_id, scenario_id, connection_id, scope, event_key, headers, content_type, body, raw, received_at, attempts
             FROM inbox WHERE id = $1 AND status = 'new'`,
      values: [id],
    });
    return rows[0];
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
   * Answers false when no such wait is open.
   */
  async giveToWait(
    workspaceId: string,
    of: {
      readonly inboxId: string;
      readonly waitId: string;
      readonly body: unknown;
      readonly at: Date;
      readonly isLast: boolean;
    },
  ): Promise<boolean> {
    const rows = await this.db.query<{ run_id: string }>(workspaceId, {
      name: 'inbox-give',
      text: GIVE,
      values: [of.inboxId, of.waitId, workspaceId, of.at, JSON.stringify(of.body ?? null), of.isLast],
    });
    return rows.length > 0;
  }

  async listOpenWaits(workspaceId: string, event: string, key: string): Promise<{ id: string; run_id: string }[]> {
    return this.db.query(workspaceId, {
      name: 'wait-by-key',
      text: `SELECT id, run_id FROM wait WHERE workspace_id = $1 AND event = $2 AND key = $3 AND status = 'open'`,
      values: [workspaceId, event, key],
    });
  }
}

const GIVE = `
WITH open AS (
  SELECT id, run_id, node_id, visit FROM wait WHERE id = $2 AND status = 'open'
), news AS (
  INSERT INTO wait_news (wait_id, inbox_id, workspace_id, at, body) SELECT id, $1, $3, $4, $5 FROM open
  ON CONFLICT (wait_id, inbox_id) DO NOTHING RETURNING wait_id
), woken AS (
  INSERT INTO outbox (workspace_id, run_id, kind, wake)
  SELECT $3, run_id, 'wake', jsonb_build_object('id', $1::text || '/' || $2::text, 'kind', 'event', 'node', node_id, 'visit', visit)
  FROM open WHERE EXISTS (SELECT FROM news) RETURNING id
), settled AS (
  UPDATE inbox SET status = 'admitted', run_id = open.run_id FROM open WHERE inbox.id = $1 AND $6 RETURNING inbox.id
)
SELECT open.run_id, pg_notify('potok_outbox', ''), (SELECT count(*) FROM woken), (SELECT count(*) FROM settled) FROM open`;
