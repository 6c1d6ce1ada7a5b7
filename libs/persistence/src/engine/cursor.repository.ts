import type { EngineDatabase } from './engine-database.js';
import type { NewInboxRow } from './inbox.repository.js';

export interface CursorRow {
  readonly id: string;
  readonly kind: 'operator-box' | 'crm-sweep';
  readonly connection_id: string;
  readonly subject: string;
  readonly value: string | null;
  readonly failures: number;
}

/** Where a poller or a sweep stands. */
export class CursorRepository {
  constructor(private readonly db: EngineDatabase) {}

  async find(workspaceId: string, id: string): Promise<CursorRow | undefined> {
    const rows = await this.db.query<CursorRow>(workspaceId, {
      name: 'cursor-find',
      text: 'SELECT id, kind, connection_id, subject, value, failures FROM cursor WHERE id = $1',
      values: [id],
    });
    return rows[0];
  }

  /**
   * Moves the cursor and puts what was read into the inbox, in one transaction, under the fence. Answers false, with
   * nothing written, when another poller has taken the lease.
   */
  async advance(
    workspaceId: string,
    at: {
      readonly id: string;
      readonly fence: string;
      readonly value: string | null;
      readonly rows: readonly NewInboxRow[];
      readonly nextInMs: number;
    },
  ): Promise<boolean> {
    return this.db.transaction(workspaceId, async (tx) => {
      const moved = await tx.query(
        `UPDATE cursor SET value = $3, failures = 0, fault = NULL, lease_until = NULL, next_at = now() + make_interval(secs => $4), updated_at = now()
         WHERE id = $1 AND fence = $2`,
        [at.id, at.fence, at.value, at.nextInMs / 1000],
      );
      if (moved.rowCount !== 1) return false;
      if (at.rows.length > 0) {
        await tx.query(
          `INSERT INTO inbox (id, workspace_id, source, scenario_id, connection_id, scope, event_key, body, size_bytes)
           SELECT x.id, $1, x.source, x."scenarioId", x."connectionId", x.scope, x."eventKey", x.body, length(x.body::text)
           FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, source text, "scenarioId" uuid, "connectionId" uuid, scope text, "eventKey" text, body jsonb)
           ON CONFLICT (workspace_id, scope, event_key) DO NOTHING`,
          [workspaceId, JSON.stringify(at.rows)],
        );
        await tx.query(`SELECT pg_notify('potok_inbox', '')`);
      }
      return true;
    });
  }

  async fail(
    workspaceId: string,
    at: { readonly id: string; readonly fence: string; readonly fault: unknown; readonly nextInMs: number },
  ): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'cursor-fail',
      text: `UPDATE cursor SET failures = failures + 1, fault = $3, lease_until = NULL, next_at = now() + make_interval(secs => $4), updated_at = now()
             WHERE id = $1 AND fence = $2`,
      values: [at.id, at.fence, JSON.stringify(at.fault), at.nextInMs / 1000],
    });
  }

  /** Every box that an own organization has through this connection gets its poller. */
  async openBoxes(
    workspaceId: string,
    connectionId: string,
    boxes: readonly { readonly id: string; readonly boxId: string }[],
  ): Promise<void> {
    for (const box of boxes) {
      await this.db.query(workspaceId, {
        name: 'cursor-open-box',
        text: `INSERT INTO cursor (id, workspace_id, kind, connection_id, subject) VALUES ($1, $2, 'operator-box', $3, $4)
               ON CONFLICT (kind, connection_id, subject) DO NOTHING`,
        values: [box.id, workspaceId, connectionId, box.boxId],
      });
    }
  }
}
