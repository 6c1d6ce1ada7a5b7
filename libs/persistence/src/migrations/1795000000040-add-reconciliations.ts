import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumns, secureTenantTable } from './tenant.js';

/** When a workspace is next compared with the outside, what each comparison looked at, and what it found. */
export class AddReconciliations1795000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reconciliation_due (
        workspace_id uuid PRIMARY KEY REFERENCES workspace ON DELETE CASCADE,
        next_at timestamptz NOT NULL,
        fence bigint NOT NULL DEFAULT 0,
        lease_holder text,
        lease_until timestamptz
      );
      CREATE INDEX ix_reconciliation_due ON reconciliation_due (next_at);

      CREATE TABLE reconciliation (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        status text NOT NULL DEFAULT 'ordered' CHECK (status IN ('ordered', 'running', 'done', 'failed')),
        asked_by jsonb NOT NULL,
        -- What is older is not compared with the outside.
        since timestamptz,
        ordered_at timestamptz NOT NULL,
        started_at timestamptz,
        ended_at timestamptz,
        -- One entry a comparison: what, with which account, how many, and whether it could be done at all.
        checks jsonb NOT NULL DEFAULT '[]',
        fault jsonb
      );
      CREATE INDEX ix_reconciliation_list ON reconciliation (workspace_id, id);
      CREATE UNIQUE INDEX ux_reconciliation_open ON reconciliation (workspace_id) WHERE status IN ('ordered', 'running');

      CREATE TABLE reconciliation_finding (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL,
        reconciliation_id uuid NOT NULL REFERENCES reconciliation ON DELETE CASCADE,
        code text NOT NULL,
        -- Names the gap: the same gap has the same subject in every reconciliation.
        subject text NOT NULL,
        facts jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL CHECK (state IN ('mended', 'parked', 'open')),
        -- Nothing like it stood in an earlier report.
        is_new boolean NOT NULL,
        run_id uuid,
        document_id uuid,
        found_at timestamptz NOT NULL,
        UNIQUE (reconciliation_id, code, subject)
      );
      CREATE INDEX ix_reconciliation_finding_list ON reconciliation_finding (reconciliation_id, id);
      CREATE INDEX ix_inbox_kept ON inbox (workspace_id, id) WHERE status = 'kept';
      CREATE INDEX ix_reconciliation_finding_subject ON reconciliation_finding (workspace_id, code, subject);
    `);
    await secureTenantTable(db, 'reconciliation_due');
    await secureTenantTable(db, 'reconciliation');
    await secureTenantTable(db, 'reconciliation_finding');
    await openColumns(db, 'reconciliation_due', { role: 'potok_relay', grants: 'SELECT, INSERT, UPDATE' });
    await db.query('GRANT SELECT (id) ON workspace TO potok_relay');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('REVOKE SELECT (id) ON workspace FROM potok_relay');
    await db.query('DROP INDEX ix_inbox_kept');
    await db.query('DROP TABLE reconciliation_finding, reconciliation, reconciliation_due');
  }
}
