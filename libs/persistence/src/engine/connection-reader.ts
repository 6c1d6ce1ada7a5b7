import type { EngineDatabase } from './engine-database.js';

export interface ConnectionSecretsRow {
  readonly id: string;
  readonly name: string;
  readonly system: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets_sealed: Buffer;
  readonly limit_per_second: string;
  /** A test contour: trial runs may act on it. */
  readonly is_test: boolean;
  readonly updated_at: Date;
}

interface SnapshotJson {
  readonly hash: string;
  readonly body: unknown;
  readonly gone: readonly { readonly value: string; readonly label: string }[];
}

/** Connections with their sealed secrets: for the worker alone. */
export class ConnectionReader {
  constructor(private readonly db: EngineDatabase) {}

  async find(workspaceId: string, id: string): Promise<ConnectionSecretsRow | undefined> {
    const rows = await this.db.query<ConnectionSecretsRow>(workspaceId, {
      name: 'connection-open',
      text: 'SELECT id, name, system, settings, secrets_sealed, limit_per_second, is_test, updated_at FROM connection WHERE id = $1 AND deleted_at IS NULL',
      values: [id],
    });
    return rows[0];
  }

  /**
   * Takes the connection's lease of renewal and answers the secrets as they are stored; `isLeased` is false while another
   * holds it. `undefined`: there is no such connection.
   */
  async leaseRenewal(
    workspaceId: string,
    id: string,
    lease: { readonly holder: string; readonly leaseMs: number },
  ): Promise<{ readonly isLeased: boolean; readonly secrets_sealed: Buffer } | undefined> {
    const rows = await this.db.query<{ isLeased: boolean; secrets_sealed: Buffer }>(workspaceId, {
      name: 'renewal-lease',
      text: `WITH won AS (
               UPDATE connection SET renewed_by = $2, renewed_until = now() + make_interval(secs => $3)
                WHERE id = $1 AND deleted_at IS NULL AND (renewed_until IS NULL OR renewed_until < now())
               RETURNING secrets_sealed)
             SELECT won.secrets_sealed IS NOT NULL AS "isLeased", coalesce(won.secrets_sealed, c.secrets_sealed) AS secrets_sealed
               FROM connection c LEFT JOIN won ON true WHERE c.id = $1 AND c.deleted_at IS NULL`,
      values: [id, lease.holder, lease.leaseMs / 1000],
    });
    return rows[0];
  }

  /** Stores renewed secrets in the place of those that they were made of; what a person has set meanwhile stays. */
  async saveRenewed(
    workspaceId: string,
    id: string,
    secrets: { readonly of: Uint8Array; readonly sealed: Uint8Array },
  ): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'renewal-save',
      text: 'UPDATE connection SET secrets_sealed = $3 WHERE id = $1 AND secrets_sealed = $2',
      values: [id, Buffer.from(secrets.of), Buffer.from(secrets.sealed)],
    });
  }

  async endRenewal(workspaceId: string, id: string, holder: string): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'renewal-end',
      text: 'UPDATE connection SET renewed_by = NULL, renewed_until = NULL WHERE id = $1 AND renewed_by = $2',
      values: [id, holder],
    });
  }

  async recordCheck(workspaceId: string, id: string, fault: unknown): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'connection-check',
      text: `UPDATE connection SET status = CASE WHEN $2::jsonb IS NULL THEN 'works' ELSE 'fails' END, fault = $2, checked_at = now() WHERE id = $1`,
      values: [id, fault === undefined ? null : JSON.stringify(fault)],
    });
  }

  /** Keeps what an account answered; `goneAfter` is asked what is gone since the last answer, when it was another one. */
  async saveSnapshot(
    workspaceId: string,
    { connectionId, kind, hash, body }: Omit<SnapshotJson, 'gone'> & { connectionId: string; kind: string },
    goneAfter: (before: SnapshotJson | undefined) => readonly unknown[],
  ): Promise<void> {
    await this.db.transaction(workspaceId, async (tx) => {
      const { rows } = await tx.query<SnapshotJson>(
        'SELECT hash, body, gone FROM connection_snapshot WHERE connection_id = $1 AND kind = $2 FOR UPDATE',
        [connectionId, kind],
      );
      const [before] = rows;
      const gone = before?.hash === hash ? before.gone : goneAfter(before);
      await tx.query(
        `INSERT INTO connection_snapshot (workspace_id, connection_id, kind, hash, body, gone) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (connection_id, kind) DO UPDATE
           SET hash = excluded.hash, body = excluded.body, gone = excluded.gone, taken_at = now()`,
        [workspaceId, connectionId, kind, hash, JSON.stringify(body), JSON.stringify(gone)],
      );
    });
  }

  /**
   * Takes up to `wanted` calls out of the connection's bucket, which fills by its limit a second and holds one second's
   * worth. Answers how many it got and, when none, how long to wait. All workers share the bucket.
   */
  async leaseCalls(
    workspaceId: string,
    connectionId: string,
    order: { readonly wanted: number; readonly perSecond: number },
  ): Promise<{ granted: number; waitMs: number }> {
    const rows = await this.db.query<{ granted: number; left: number }>(workspaceId, {
      name: 'bucket-lease',
      text: BUCKET,
      values: [workspaceId, connectionId, order.wanted, order.perSecond],
    });
    const { granted = 0, left = 0 } = rows[0] ?? {};
    return { granted, waitMs: granted > 0 ? 0 : Math.ceil(((1 - left) / order.perSecond) * 1000) };
  }
}

const BUCKET = `
INSERT INTO connection_bucket AS b (workspace_id, connection_id, tokens) VALUES ($1, $2, greatest($4::float8, 1) - least($3::int, greatest($4::float8, 1)))
ON CONFLICT (connection_id) DO UPDATE SET
  tokens = least(b.tokens + extract(epoch FROM clock_timestamp() - b.refilled_at) * $4::float8, greatest($4::float8, 1))
    - least($3::int, floor(least(b.tokens + extract(epoch FROM clock_timestamp() - b.refilled_at) * $4::float8, greatest($4::float8, 1)))),
  refilled_at = clock_timestamp(),
  granted = least($3::int, floor(least(b.tokens + extract(epoch FROM clock_timestamp() - b.refilled_at) * $4::float8, greatest($4::float8, 1))))::int
RETURNING granted, tokens AS left`;
