import { createHash } from 'node:crypto';
import type { EngineDatabase } from './engine-database.js';

interface UnsealedRow {
  readonly id: string;
  readonly at: Date;
  readonly who: unknown;
  readonly act: string;
  readonly object_kind: string;
  readonly object_id: string;
  readonly facts: unknown;
}

const BATCH = 500;

/** Gives audit rows their numbers and chains their hashes, one sealer a workspace at a time. */
export class AuditSealerRepository {
  constructor(private readonly db: EngineDatabase) {}

  async seal(workspaceId: string): Promise<number> {
    return this.db.transaction(workspaceId, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [workspaceId]);
      const last = await tx.query<{ seq: string; hash: string }>(
        'SELECT seq, hash FROM audit WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1',
      );
      const { rows } = await tx.query<UnsealedRow>(
        `SELECT id, at, who, act, object_kind, object_id, facts FROM audit WHERE seq IS NULL ORDER BY id LIMIT ${BATCH}`,
      );
      let seq = Number(last.rows[0]?.seq ?? 0);
      let previous = last.rows[0]?.hash ?? '';
      for (const row of rows) {
        seq += 1;
        const hash = auditHash(seq, previous, row);
        await tx.query('UPDATE audit SET seq = $2, previous_hash = $3, hash = $4 WHERE id = $1', [
          row.id,
          seq,
          previous,
          hash,
        ]);
        previous = hash;
      }
      return rows.length;
    });
  }
}

/** What the hash of an audit row covers: its number, the hash before it, and everything that it says. */
export const auditHash = (seq: number, previous: string, row: UnsealedRow): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        seq,
        previous,
        row.id,
        row.at.toISOString(),
        row.act,
        row.object_kind,
        row.object_id,
        sorted(row.who),
        sorted(row.facts),
      ]),
    )
    .digest('hex');

/** jsonb keeps no order of keys: they are put in one. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
