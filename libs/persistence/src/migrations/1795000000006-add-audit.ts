import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumns, secureTenantTable } from './tenant.js';

/** The trail: a row in the act's own transaction; the sealer gives it its number and chains the hashes afterwards. */
export class AddAudit1795000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace,
        at timestamptz NOT NULL DEFAULT now(),
        who jsonb NOT NULL,
        act text NOT NULL,
        object_kind text NOT NULL,
        object_id text NOT NULL,
        facts jsonb NOT NULL DEFAULT '{}',
        seq bigint,
        previous_hash text,
        hash text,
        UNIQUE (workspace_id, seq)
      );
      CREATE INDEX ix_audit_unsealed ON audit (workspace_id, id) WHERE seq IS NULL;
      CREATE INDEX ix_audit_object ON audit (workspace_id, object_kind, object_id);
    `);
    await secureTenantTable(db, 'audit', 'SELECT, INSERT, UPDATE (seq, previous_hash, hash)');
    await openColumns(db, 'audit', { role: 'potok_relay', grants: 'SELECT (id, workspace_id, seq)' });
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit');
  }
}
